// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/pastincidentdelegate.h"

#include "itemmodels/listmodels.h"
#include "widgets/common/rowdelegate.h"

#include <QLocale>

namespace Handrail {

namespace {

constexpr int padding = 12;
constexpr int dateWidth = 92;
constexpr int severityWidth = 96;
constexpr int durationWidth = 148;

} // namespace

PastIncidentDelegate::PastIncidentDelegate(const Clock &clock, Service service, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
    , m_service(service)
{
}

void PastIncidentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto incident = index.data(IncidentListModel::ValueRole).value<IncidentSummary>();
    painter->save();
    const RowPainter row(*painter, option);
    row.ground(index.row() + 1 < index.model()->rowCount());
    QRect box = option.rect.adjusted(padding, 0, -padding, 0);
    const auto take = [&box](int width) {
        const QRect cell(box.left(), box.top(), width, box.height());
        box.setLeft(box.left() + width);
        return cell;
    };
    row.text(take(dateWidth), QLocale().toString(incident.startedAt.toLocalTime().date(), QStringLiteral("d MMM yyyy")),
             TextStyle::Body, Token::Muted);
    const Sign sign = signOf(severityFromName(incident.severity));
    const QRect severity = take(severityWidth);
    row.sign({ severity.left(), severity.center().y() - 8 }, 16, sign.icon, sign.token);
    row.text(severity.adjusted(22, 0, 0, 0), sign.word, TextStyle::SmallStrong, sign.token);
    const qint64 lasted = incident.startedAt.msecsTo(incident.isOpen() ? m_clock.now() : incident.resolvedAt);
    const QRect duration(box.right() - durationWidth, box.top(), durationWidth, box.height());
    row.text(duration, incident.isOpen() ? tr("open for %1").arg(elapsed(lasted)) : elapsed(lasted),
             incident.isOpen() ? TextStyle::SmallStrong : TextStyle::Small, incident.isOpen() ? Token::Danger : Token::Muted,
             Qt::AlignRight | Qt::AlignVCenter);
    box.setRight(box.right() - durationWidth - padding);
    if (m_service == Service::Shown) {
        const int serviceWidth = std::min(180, box.width() / 3);
        row.text(QRect(box.right() - serviceWidth, box.top(), serviceWidth, box.height()), incident.service, TextStyle::Small, Token::Muted);
        box.setRight(box.right() - serviceWidth - padding);
    }
    row.text(box, incident.title, TextStyle::Body);
    painter->restore();
}

QSize PastIncidentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 200, std::max(36, QFontMetrics(option.font).height() + 14) };
}

} // namespace Handrail
