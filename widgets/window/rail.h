// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QToolButton>

class QActionGroup;
class QVBoxLayout;

namespace Handrail {

/** One place of the rail: icon over word, a bar of accent when it is the current one, and a count of what waits there. */
class RailButton : public QToolButton
{
    Q_OBJECT
public:
    explicit RailButton(QAction *action, QWidget *parent);

    void setCount(int count);
    void setNarrow(bool narrow); ///< icon alone, the word as a tooltip
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
    bool m_narrow = false;
};

/** The places of the program, always at the left. */
class Rail : public QFrame
{
    Q_OBJECT
public:
    /** @p places from the top; @p last at the bottom. The actions are checkable and exclusive. */
    Rail(const QList<QAction *> &places, QAction *last, QWidget *parent = nullptr);

    void setCount(QAction *place, int count);
    void setWindowWidth(int width);

private:
    QList<RailButton *> m_buttons;
    QList<QAction *> m_actions;
};

} // namespace Handrail
