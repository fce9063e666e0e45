// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QStyledItemDelegate>

namespace Handrail {

/** A row of the incident list: how bad, what, how far, since when, and a button to go on. */
class IncidentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    IncidentDelegate(const Clock &clock, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace Handrail
