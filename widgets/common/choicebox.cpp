// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/choicebox.h"

#include "widgets/common/icons.h"

#include <QPainter>
#include <QWheelEvent>

namespace Handrail {

using namespace Qt::StringLiterals;

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QRectF(width() - 24, (height() - 16) / 2.0, 16, 16), u"chevron-down"_s, color(Token::Muted));
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Handrail
