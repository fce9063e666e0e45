// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QFrame;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace Handrail {

/** Panes side by side while there is room, and behind tabs in a narrow window. */
class FoldingPanes : public QWidget
{
    Q_OBJECT
public:
    explicit FoldingPanes(const QString &name, QWidget *parent = nullptr);

    /** @p width is the pane's at first; the pane with @p stretch takes what is left. */
    void addPane(QWidget *pane, const QString &title, int width, int minimumWidth, bool stretch);
    void setPaneShown(QWidget *pane, bool shown); ///< a pane that is not always wanted gives its room to the others
    void setPaneWidth(QWidget *pane, int width); ///< the width it has until the user moves a splitter
    void setMainPane(int index) { m_mainPane = index; } ///< the tab that is open when panes fold
    void setCorner(QWidget *corner); ///< stands beside the tabs, whichever is open
    void showPane(QWidget *pane); ///< brings it to the front when folded
    void focusNeighbour(int direction); ///< gives the focus to the next (1) or previous (-1) pane
    bool isFolded() const { return m_folded; }

    QSize minimumSizeHint() const override { return { 320, 200 }; } ///< the panes fold rather than hold the window open

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void foldedChanged(bool folded);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Pane
    {
        QWidget *widget;
        QString title;
        int width;
        int minimumWidth;
        bool stretch;
        bool shown;
    };

    int leastWidth(const Pane &pane) const;
    void fold(); ///< or unfolds, by the room there is
    void setFolded(bool folded);
    void keepFocus(QWidget *focused);
    void spread();

    QList<Pane> m_panes;
    QFrame *m_tabRow;
    QTabBar *m_tabs;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    bool m_folded = false;
    bool m_moved = false; ///< the user or a kept state gave the widths
    int m_mainPane = 0;
};

} // namespace Handrail
