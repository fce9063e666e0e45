// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"
#include "widgets/common/markdownwriter.h"

#include <QTextBrowser>

namespace Handrail {

/** Shows blocks of markdown to read. Follows no link by itself: says which one was pressed. */
class MarkdownView : public QTextBrowser
{
    Q_OBJECT
public:
    enum class Height { Scrolls, FitsContent };

    explicit MarkdownView(Height height, MarkdownWriter::Size size = MarkdownWriter::Size::Body, QWidget *parent = nullptr);

    void showBlocks(const QList<Block> &blocks, const QSet<int> &withoutCodeAt = {});
    void scrollToLine(int line); ///< of a heading
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkPressed(const QString &target);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    QVariant loadResource(int type, const QUrl &name) override; ///< nothing is ever loaded
    QMimeData *createMimeDataFromSelection() const override; ///< plain text alone

private:
    void render();
    void fit();

    Height m_height;
    MarkdownWriter::Size m_size;
    QList<Block> m_blocks;
    QSet<int> m_withoutCodeAt;
    QHash<int, int> m_headings;
};

} // namespace Handrail
