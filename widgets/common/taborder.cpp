// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSet>
#include <QSplitter>

namespace Handrail {

namespace {

/** Everything that is shown in a window, in the order of its layouts. */
class Reading
{
public:
    explicit Reading(QWidget *window) { addInside(window); }

    const QList<QWidget *> &widgets() const { return m_widgets; }

private:
    void addInside(QWidget *widget)
    {
        if (widget->layout())
            addLayout(widget->layout());
        if (const auto *splitter = qobject_cast<QSplitter *>(widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                add(splitter->widget(i));
        }
        const QObjectList children = widget->children();
        for (QObject *child : children) { // in no layout
            if (auto *inside = qobject_cast<QWidget *>(child))
                add(inside);
        }
    }

    void addLayout(QLayout *layout)
    {
        for (int i = 0; i < layout->count(); ++i) {
            QLayoutItem *item = layout->itemAt(i);
            if (item->layout())
                addLayout(item->layout());
            else if (item->widget())
                add(item->widget());
        }
    }

    void add(QWidget *widget)
    {
        if (widget->isWindow() || widget->isHidden() || m_seen.contains(widget))
            return;
        m_seen.insert(widget);
        m_widgets.append(widget);
        addInside(widget);
    }

    QList<QWidget *> m_widgets;
    QSet<const QWidget *> m_seen;
};

bool isReached(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isEnabled();
}

void show(QWidget *widget)
{
    for (QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(widget);
    }
}

} // namespace

bool moveFocusInTabOrder(QWidget *window, bool forward)
{
    const Reading reading(window);
    const QList<QWidget *> &widgets = reading.widgets();
    const qsizetype count = widgets.size();
    const qsizetype from = widgets.indexOf(window->focusWidget()); // also one that only a click reaches
    for (qsizetype step = 1; step <= count; ++step) {
        QWidget *widget = widgets.at((forward ? from + step : from < 0 ? count - step : from - step + count) % count);
        if (!isReached(widget))
            continue;
        widget->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        show(widget);
        return true;
    }
    return false;
}

} // namespace Handrail
