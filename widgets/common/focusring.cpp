// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/focusring.h"

#include "widgets/common/tokens.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace Handrail {

namespace {

constexpr int reach = 4; ///< a gap of 2 and a stroke of 2

} // namespace

FocusRing::FocusRing(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { moveTo(now); });
}

void FocusRing::moveTo(QWidget *focused)
{
    if (m_target)
        m_target->removeEventFilter(this);
    m_target = qobject_cast<QAbstractButton *>(focused);
    if (m_target && m_target->window() == window())
        m_target->installEventFilter(this);
    place();
}

void FocusRing::place()
{
    const bool shown = m_target && m_target->isVisible() && m_target->window() == window();
    if (shown) {
        // A child of the nearest ancestor that has room for it, so that it is clipped and scrolled with the button.
        QWidget *ground = m_target->parentWidget();
        const auto around = [this](const QWidget *on) {
            return QRect(m_target->mapTo(on, QPoint()), m_target->size()).adjusted(-reach, -reach, reach, reach);
        };
        for (int level = 0; level < 2 && ground->parentWidget() && !ground->isWindow() && !ground->rect().contains(around(ground)); ++level)
            ground = ground->parentWidget();
        if (parentWidget() != ground)
            setParent(ground);
        setGeometry(around(ground));
        raise();
    }
    setVisible(shown);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        place();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Accent), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace Handrail
