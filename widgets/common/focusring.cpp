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

FocusRing::FocusRing(QWidget *home)
    : QWidget(home)
    , m_home(home)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { moveTo(now); });
}

void FocusRing::moveTo(QWidget *focused)
{
    for (const QPointer<QWidget> &watched : std::as_const(m_watched)) {
        if (watched)
            watched->removeEventFilter(this);
    }
    m_watched.clear();
    m_target = qobject_cast<QAbstractButton *>(focused);
    if (m_target && m_home && m_target->window() == m_home->window())
        watch();
    place();
}

void FocusRing::watch()
{
    // What holds the button may be the one that moves.
    for (QWidget *widget = m_target; widget && widget != m_home; widget = widget->parentWidget()) {
        widget->installEventFilter(this);
        m_watched.append(widget);
    }
}

void FocusRing::place()
{
    const bool shown = m_target && m_home && m_target->isVisible() && m_target->window() == m_home->window();
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
    } else if (m_home && parentWidget() != m_home) {
        setParent(m_home); // where the button was may soon be gone, with all its children
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
