// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace Handrail {

/** Two pixels of accent around the button that has the focus, with a gap, so that it shows on a filled button too. */
class FocusRing : public QWidget
{
    Q_OBJECT
public:
    explicit FocusRing(QWidget *home);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void moveTo(QWidget *focused);
    void watch();
    void place();

    QPointer<QWidget> m_home; ///< where it waits while no button has the focus
    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched; ///< the button and what holds it
};

} // namespace Handrail
