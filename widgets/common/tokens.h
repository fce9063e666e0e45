// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace Handrail {

/** The colours Handrail is painted with, by role. No other code names a colour. */
enum class Token {
    Bg,
    Surface,
    Sunken,
    Border, ///< outlines of controls: 3:1 against what is behind
    Divider, ///< outlines of cards and panes: decoration
    Text,
    Muted,
    Disabled,
    Accent,
    OnAccent,
    AccentSoft,
    Link,
    Ok,
    OkSoft,
    Warn,
    WarnSoft,
    Danger,
    OnDanger,
    DangerSoft,
    Info,
    InfoSoft,
    CodeBg,
    Selection
};

bool isDark(const QPalette &palette);
/** In light or dark as the application is; a widget's own palette says nothing, a style sheet bends it. */
QColor color(Token token);
QColor paperColor(Token token); ///< on white, whatever the application is in
QPalette lightPalette();
QPalette darkPalette();

/** @p text with every @name replaced by the colour of that token: how the style sheet names colours. */
QString withColors(QString text, const QPalette &palette);

} // namespace Handrail
