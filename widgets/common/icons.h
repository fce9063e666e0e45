// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/tokens.h"

#include <QIcon>
#include <QPainter>
#include <QString>

namespace Handrail {

/** One of resources/icons, drawn in the colour @p token has in the palette at the time of drawing. */
QIcon icon(const QString &name, Token token = Token::Text);

/** Draws it straight away, centred in @p rect. */
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace Handrail
