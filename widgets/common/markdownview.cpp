// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/markdownview.h"

#include "base/oddcharacters.h"

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QWheelEvent>

namespace Handrail {

MarkdownView::MarkdownView(Height height, MarkdownWriter::Size size, QWidget *parent)
    : QTextBrowser(parent)
    , m_height(height)
    , m_size(size)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setTabChangesFocus(true);
    if (height == Height::FitsContent) {
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        viewport()->setAutoFillBackground(false);
    }
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { Q_EMIT linkPressed(url.toString(QUrl::FullyEncoded)); });
}

void MarkdownView::showBlocks(const QList<Block> &blocks, const QSet<int> &withoutCodeAt)
{
    m_blocks = blocks;
    m_withoutCodeAt = withoutCodeAt;
    ensurePolished(); // which changes the font and the palette, and would have it written again
    render();
    verticalScrollBar()->setValue(0);
}

void MarkdownView::render()
{
    const int scrolledTo = verticalScrollBar()->value();
    const bool hasNoWidthYet = m_height == Height::FitsContent && !isVisible();
    document()->setLayoutEnabled(!hasNoWidthYet); // it is laid out once, when its width is known
    MarkdownWriter writer(*document(), font(), m_size);
    writer.leaveOutCode(m_withoutCodeAt);
    writer.write(m_blocks);
    m_headings = writer.headingPositions();
    moveCursor(QTextCursor::Start); // writing left it at the end, and the first key would scroll there
    fit();
    verticalScrollBar()->setValue(scrolledTo);
}

void MarkdownView::scrollToLine(int line)
{
    const auto position = m_headings.constFind(line);
    if (position == m_headings.constEnd())
        return;
    const QTextBlock block = document()->findBlock(*position);
    verticalScrollBar()->setValue(int(document()->documentLayout()->blockBoundingRect(block).top()));
}

void MarkdownView::fit()
{
    if (m_height != Height::FitsContent || !isVisible())
        return;
    document()->setLayoutEnabled(true);
    document()->setTextWidth(viewport()->width());
    const int wanted = int(document()->size().height()) + 2;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

QSize MarkdownView::sizeHint() const
{
    return m_height == Height::FitsContent ? QSize(400, minimumHeight()) : QTextBrowser::sizeHint();
}

QSize MarkdownView::minimumSizeHint() const
{
    return { 120, m_height == Height::FitsContent ? minimumHeight() : 80 };
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (!m_blocks.isEmpty() && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        render();
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void MarkdownView::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    fit();
}

void MarkdownView::wheelEvent(QWheelEvent *event)
{
    if (m_height == Height::FitsContent)
        event->ignore(); // the page around it scrolls
    else
        QTextBrowser::wheelEvent(event);
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

QMimeData *MarkdownView::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    data->setText(copyable(textCursor().selection().toPlainText()));
    return data;
}

} // namespace Handrail
