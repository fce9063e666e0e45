// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/elidedlabel.h"

#include <QEvent>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

ElidedLabel::ElidedLabel(TextStyle style, const char *tone, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("textStyle", toString(style));
    if (tone)
        setProperty("tone", QString::fromLatin1(tone));
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_fullText)
        return;
    m_fullText = text;
    setAccessibleName(text);
    elide();
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    int width = 0;
    const QStringList lines = m_fullText.split(u'\n');
    for (const QString &line : lines)
        width = std::max(width, fontMetrics().horizontalAdvance(line));
    return { width + margins.left() + margins.right() + 2, int(lines.size()) * fontMetrics().lineSpacing() };
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { 0, sizeHint().height() };
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide()
{
    QStringList lines = m_fullText.split(u'\n');
    for (QString &line : lines)
        line = fontMetrics().elidedText(line, Qt::ElideRight, contentsRect().width());
    const QString shown = lines.join(u'\n');
    setToolTip(shown == m_fullText ? QString() : m_fullText);
    if (shown != text())
        setText(shown);
}

} // namespace Handrail
