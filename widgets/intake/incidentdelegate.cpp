// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/incidentdelegate.h"

#include "itemmodels/listmodels.h"
#include "widgets/common/icons.h"
#include "widgets/common/rowdelegate.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int severityWidth = 100;
constexpr int stepWidth = 130;
constexpr int timeWidth = 150;
constexpr int buttonWidth = 104;

void paintResume(QPainter &painter, const RowPainter &row, const QRect &box, const QString &word)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Border), 1));
    painter.setBrush(color(Token::Bg));
    painter.drawRoundedRect(QRectF(row.placed(box)).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setBrush(Qt::NoBrush);
    const int wordWidth = row.metrics(TextStyle::Body).horizontalAdvance(word);
    const int left = box.left() + (box.width() - wordWidth - 24) / 2;
    row.sign(QPoint(left, box.center().y() - 7), 16, u"play"_s, Token::Text);
    row.text(QRect(left + 24, box.top(), wordWidth + 2, box.height()), word, TextStyle::Body);
}

} // namespace

IncidentDelegate::IncidentDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

void IncidentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto incident = index.data(IncidentListModel::ValueRole).value<IncidentSummary>();
    painter->save();
    const RowPainter row(*painter, option);
    row.ground(index.row() + 1 < index.model()->rowCount());

    const QRect box = option.rect.adjusted(12, 8, -12, -8);
    const int half = box.height() / 2;
    const auto lines = [&](int left, int width, const QString &first, TextStyle style, const QString &second) {
        row.text(QRect(left, box.top(), width, half), first, style);
        row.text(QRect(left, box.top() + half, width, half), second, TextStyle::Small, Token::Muted);
    };

    const Sign sign = signOf(severityFromName(incident.severity));
    row.sign(QPoint(box.left(), box.center().y() - 8), 16, sign.icon, sign.token);
    row.text(QRect(box.left() + 22, box.top(), severityWidth - 22, box.height()), sign.word, TextStyle::Strong, sign.token);

    const bool narrow = box.width() < 620;
    int right = box.right() - buttonWidth;
    paintResume(*painter, row, QRect(right, box.center().y() - 15, buttonWidth, 32), tr("Resume"));
    if (!narrow) {
        right -= timeWidth;
        lines(right, timeWidth - 12, elapsed(incident.startedAt.msecsTo(m_clock.now())), TextStyle::Body,
              tr("since %1").arg(dayAndTime(incident.startedAt, m_clock.now())));
    }
    right -= stepWidth;
    lines(right, stepWidth - 12,
          incident.stepCount > 0 ? tr("Step %1 of %2").arg(std::max(1, incident.currentStep)).arg(incident.stepCount)
                                 : tr("No runbook"),
          TextStyle::Strong, incident.claim.by);
    const int left = box.left() + severityWidth;
    lines(left, right - left - 12, incident.title, TextStyle::EmphasisStrong, incident.service);
    painter->restore();
}

QSize IncidentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 400, std::max(60, 2 * QFontMetrics(styled(option.font, TextStyle::EmphasisStrong)).height() + 18) };
}

} // namespace Handrail
