// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tokens.h"

#include <QGuiApplication>

#include <array>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    const char *name;
    QRgb light;
    QRgb dark;
};

// In the order of Token. Contrast by the WCAG formula: text at least 4.5, outlines of controls at least 3.0.
constexpr std::array<Entry, 23> table = { {
    { "bg", 0xffffffff, 0xff16191d },
    { "surface", 0xfff5f6f8, 0xff1e2227 },
    { "sunken", 0xffeceef1, 0xff111417 },
    { "border", 0xff7d8590, 0xff7f8894 },
    { "divider", 0xffd5d9df, 0xff343a42 },
    { "text", 0xff1b1f24, 0xffe7eaee },
    { "muted", 0xff545b66, 0xffa9b1bc },
    { "disabled", 0xff8a919c, 0xff6f7782 },
    { "accent", 0xff0b5cad, 0xff6cb2f7 },
    { "onAccent", 0xffffffff, 0xff0b1a2a },
    { "accentSoft", 0xffe3eefa, 0xff16324d },
    { "link", 0xff0a53a0, 0xff7dbbf8 },
    { "ok", 0xff1a6b34, 0xff6fd08c },
    { "okSoft", 0xffe2f3e7, 0xff153522 },
    { "warn", 0xff8a4b00, 0xfff2b35b },
    { "warnSoft", 0xfffdf0dc, 0xff3d2a0e },
    { "danger", 0xffb3261e, 0xffff8a80 },
    { "onDanger", 0xffffffff, 0xff2b0704 },
    { "dangerSoft", 0xfffbe6e4, 0xff431a17 },
    { "info", 0xff4b3fa6, 0xffb5acf5 },
    { "infoSoft", 0xffeceafb, 0xff2a2650 },
    { "codeBg", 0xfff0f2f5, 0xff101316 },
    { "selection", 0xffcfe2f7, 0xff24476b },
} };

QColor colorOf(Token token, bool dark)
{
    const Entry &entry = table[size_t(token)];
    return QColor::fromRgb(dark ? entry.dark : entry.light);
}

QPalette paletteOf(bool dark)
{
    const auto set = [dark](QPalette &palette, QPalette::ColorRole role, Token token) {
        palette.setColor(role, colorOf(token, dark));
    };
    QPalette palette;
    set(palette, QPalette::Window, Token::Bg);
    set(palette, QPalette::Base, Token::Bg);
    set(palette, QPalette::AlternateBase, Token::Surface);
    set(palette, QPalette::Button, Token::Surface);
    set(palette, QPalette::ToolTipBase, Token::Surface);
    set(palette, QPalette::WindowText, Token::Text);
    set(palette, QPalette::Text, Token::Text);
    set(palette, QPalette::ButtonText, Token::Text);
    set(palette, QPalette::ToolTipText, Token::Text);
    set(palette, QPalette::BrightText, Token::OnAccent);
    set(palette, QPalette::PlaceholderText, Token::Muted);
    set(palette, QPalette::Highlight, Token::Selection);
    set(palette, QPalette::HighlightedText, Token::Text);
    set(palette, QPalette::Link, Token::Link);
    set(palette, QPalette::LinkVisited, Token::Link);
    set(palette, QPalette::Light, Token::Surface);
    set(palette, QPalette::Midlight, Token::Divider);
    set(palette, QPalette::Mid, Token::Border);
    set(palette, QPalette::Dark, Token::Border);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, colorOf(Token::Disabled, dark));
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor color(Token token)
{
    return colorOf(token, isDark(QGuiApplication::palette()));
}

QColor paperColor(Token token)
{
    return colorOf(token, false);
}

QPalette lightPalette()
{
    return paletteOf(false);
}

QPalette darkPalette()
{
    return paletteOf(true);
}

QString withColors(QString text, const QPalette &palette)
{
    const bool dark = isDark(palette);
    for (size_t i = 0; i < table.size(); ++i)
        text.replace(u'@' + QString::fromLatin1(table[i].name) + u';', colorOf(Token(i), dark).name() + u';');
    return text;
}

} // namespace Handrail
