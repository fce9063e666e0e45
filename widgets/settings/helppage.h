// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"

#include <QWidget>

class QListWidget;

namespace Handrail {

class FoldingPanes;
class MarkdownView;

/** The help that comes with the program: its pages at the left, the chosen one at the right. */
class HelpPage : public QWidget
{
    Q_OBJECT
public:
    explicit HelpPage(QWidget *parent = nullptr);

    void showPage(const QString &name); ///< start, keys, runbooks, alerts or data

Q_SIGNALS:
    void linkPressed(const QString &target); ///< that leads out of the help

private:
    struct Page
    {
        QString name;
        QString title;
        QList<Block> blocks;
    };

    void readPages();
    void showRow(int row);
    void goTo(const QString &anchor);
    void follow(const QString &target);

    QList<Page> m_pages;
    QListWidget *m_list;
    MarkdownView *m_view;
    FoldingPanes *m_panes;
    QWidget *m_reading;
};

} // namespace Handrail
