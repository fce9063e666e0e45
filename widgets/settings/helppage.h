// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"

#include <QWidget>

class QListWidget;

namespace Handrail {

class FoldingPanes;
class MarkdownView;

/**
 * The help that comes with the program: its pages at the left, the chosen one at the right. Pages below one of them, such as those
 * of the alert formats, are not listed: links lead there.
 */
class HelpPage : public QWidget
{
    Q_OBJECT
public:
    explicit HelpPage(QWidget *parent = nullptr);

    void showPage(const QString &name); ///< start, keys, runbooks, alerts or data; "alerts/grafana" is below alerts

Q_SIGNALS:
    void linkPressed(const QString &target); ///< that leads out of the help

private:
    struct Page
    {
        QString name; ///< its path without ".md"
        QString title;
        QList<Block> blocks;
    };

    void readPages();
    void readPage(const QString &name);
    void showPageAt(int index);
    void goTo(const QString &anchor);
    void follow(const QString &target);

    QList<Page> m_pages; ///< first those of the list, in its order
    int m_shown = -1;
    QListWidget *m_list;
    MarkdownView *m_view;
    FoldingPanes *m_panes;
    QWidget *m_reading;
};

} // namespace Handrail
