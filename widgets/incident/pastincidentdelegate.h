// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QStyledItemDelegate>

namespace Handrail {

/** A service's incident in one line: when, how bad, what, and how long it took or has been going on. */
class PastIncidentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Service { Hidden, Shown };
    PastIncidentDelegate(const Clock &clock, Service service, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
    Service m_service;
};

} // namespace Handrail
