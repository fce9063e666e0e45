// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/foldingpanes.h"

#include "widgets/common/parts.h"

#include <QApplication>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Handrail {

namespace {

constexpr double usualLineHeight = 17; ///< px, of 10 points
constexpr double noticeablyLarger = 1.25;

} // namespace

FoldingPanes::FoldingPanes(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_tabRow(makeFrame("surface", nullptr, this))
    , m_tabs(new QTabBar(m_tabRow))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(name);
    m_tabs->setDrawBase(false);
    m_tabRow->hide();
    m_stack->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);

    auto *row = new QHBoxLayout(m_tabRow);
    setMargins(row, 0, 0, 12);
    row->addWidget(m_tabs, 1);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(m_tabRow);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_stack, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
}

void FoldingPanes::addPane(QWidget *pane, const QString &title, int width, int minimumWidth, bool stretch)
{
    m_panes.append({ pane, title, width, minimumWidth, stretch, true });
    pane->setMinimumWidth(minimumWidth);
    m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(m_splitter->count() - 1, stretch ? 1 : 0);
    m_tabs->addTab(title);
}

void FoldingPanes::setPaneShown(QWidget *pane, bool shown)
{
    for (int i = 0; i < int(m_panes.size()); ++i) {
        if (m_panes.at(i).widget != pane || m_panes.at(i).shown == shown)
            continue;
        m_panes[i].shown = shown;
        m_tabs->setTabVisible(i, shown);
        if (!m_folded)
            pane->setVisible(shown);
    }
    if (isVisible())
        fold();
    spread();
}

void FoldingPanes::setPaneWidth(QWidget *pane, int width)
{
    for (Pane &candidate : m_panes) {
        if (candidate.widget == pane)
            candidate.width = width;
    }
    spread();
}

void FoldingPanes::setCorner(QWidget *corner)
{
    corner->setContentsMargins(0, 0, 12, 0);
    m_tabRow->layout()->addWidget(corner);
}

void FoldingPanes::showPane(QWidget *pane)
{
    for (int i = 0; i < int(m_panes.size()); ++i) {
        if (m_panes.at(i).widget == pane && m_folded)
            m_tabs->setCurrentIndex(i);
    }
}

void FoldingPanes::focusNeighbour(int direction)
{
    const int count = int(m_panes.size());
    const QWidget *focused = QApplication::focusWidget();
    int at = direction > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (focused && m_panes.at(i).widget->isAncestorOf(focused))
            at = i;
    }
    for (int step = 1; step <= count; ++step) {
        const int index = (at + step * direction + 2 * count) % count;
        const QWidget *pane = m_panes.at(index).widget;
        const QList<QWidget *> inside = pane->findChildren<QWidget *>();
        const auto target = std::find_if(inside.begin(), inside.end(), [pane](const QWidget *widget) {
            return widget->focusPolicy() & Qt::TabFocus && widget->isEnabled() && widget->isVisibleTo(pane);
        });
        if (target != inside.end() && m_panes.at(index).shown) {
            showPane(m_panes.at(index).widget);
            (*target)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QByteArray FoldingPanes::saveState() const
{
    return m_moved && !m_folded ? m_splitter->saveState() : QByteArray();
}

void FoldingPanes::restoreState(const QByteArray &state)
{
    if (!m_folded && m_splitter->restoreState(state))
        m_moved = true;
}

void FoldingPanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
    // Queued: the splitter has its own new width only after this event.
    QMetaObject::invokeMethod(this, &FoldingPanes::spread, Qt::QueuedConnection);
}

void FoldingPanes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    for (const Pane &pane : std::as_const(m_panes))
        pane.widget->setMinimumWidth(leastWidth(pane));
    // Queued: whoever is handing the font down to the children must not find them elsewhere.
    if (isVisible())
        QMetaObject::invokeMethod(this, &FoldingPanes::fold, Qt::QueuedConnection);
}

void FoldingPanes::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fold(); // the font may be another one since
}

int FoldingPanes::leastWidth(const Pane &pane) const
{
    // Fonts of one size differ by a pixel or two; only a size somebody chose to read better asks for more room.
    const double scale = fontMetrics().height() / usualLineHeight;
    return scale < noticeablyLarger ? pane.minimumWidth : int(pane.minimumWidth * scale);
}

void FoldingPanes::fold()
{
    int needed = 0;
    for (const Pane &pane : std::as_const(m_panes))
        needed += pane.shown ? leastWidth(pane) + m_splitter->handleWidth() : 0;
    setFolded(width() < needed);
}

void FoldingPanes::spread()
{
    if (m_folded || m_moved)
        return;
    QList<int> sizes;
    int taken = 0;
    int stretching = 0;
    for (const Pane &pane : std::as_const(m_panes)) {
        // Side panes give way before the main one falls below its least width.
        const int wanted = std::max(leastWidth(pane), std::min(pane.width, width() * pane.width / 1200));
        sizes.append(pane.shown && !pane.stretch ? wanted : 0);
        taken += sizes.last();
        stretching += pane.shown && pane.stretch ? 1 : 0;
    }
    for (int i = 0; i < int(m_panes.size()); ++i) {
        if (m_panes.at(i).stretch && stretching > 0)
            sizes[i] = std::max(leastWidth(m_panes.at(i)), (width() - taken) / stretching);
    }
    m_splitter->setSizes(sizes);
}

void FoldingPanes::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    QWidget *focused = QApplication::focusWidget();
    for (const Pane &pane : std::as_const(m_panes)) {
        if (folded) {
            m_stack->addWidget(pane.widget); // hides it, unless it is the current one
        } else {
            m_splitter->addWidget(pane.widget);
            pane.widget->setVisible(pane.shown);
        }
    }
    m_tabRow->setVisible(folded);
    m_stack->setVisible(folded);
    m_splitter->setVisible(!folded);
    if (folded)
        m_tabs->setCurrentIndex(m_mainPane);
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    m_moved = false;
    keepFocus(focused);
    Q_EMIT foldedChanged(folded);
}

void FoldingPanes::keepFocus(QWidget *focused)
{
    // Another parent takes the focus away: who was typing goes on typing.
    for (const Pane &pane : std::as_const(m_panes)) {
        if (focused && pane.widget->isAncestorOf(focused)) {
            showPane(pane.widget);
            focused->setFocus(Qt::OtherFocusReason);
        }
    }
}

} // namespace Handrail
