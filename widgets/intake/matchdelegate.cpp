// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/matchdelegate.h"

#include "itemmodels/listmodels.h"
#include "itemmodels/steplistmodel.h"
#include "widgets/common/icons.h"
#include "widgets/common/rowdelegate.h"

#include <QLocale>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardPadding = 12;
constexpr int cardGap = 8;
constexpr int whyColumn = 36;
constexpr int shownReasons = 3;

QStringList reasonsOf(const Match &match)
{
    QStringList reasons;
    for (const Reason &reason : match.reasons.first(std::min<qsizetype>(match.reasons.size(), shownReasons)))
        reasons.append(reason.detail);
    if (!match.against.isEmpty())
        reasons.append(MatchDelegate::tr("but %1").arg(match.against));
    return reasons;
}

QString pathOf(const Match &match)
{
    return match.anchor.isEmpty() ? match.runbook.ref.path : match.runbook.ref.path + u'#' + match.anchor;
}

int cardTextWidth(const QStyleOptionViewItem &option)
{
    return option.rect.width() - 2 * cardPadding;
}

void paintCard(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card)
{
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(chosen ? QPen(color(Token::Accent), 2) : QPen(color(Token::Divider), 1));
    painter.setBrush(color(chosen ? Token::AccentSoft : hovered ? Token::Surface : Token::Bg));
    const qreal inset = chosen ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), 6, 6);
}

} // namespace

void MatchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto match = index.data(MatchListModel::ValueRole).value<Match>();
    painter->save();
    const RowPainter row(*painter, option);
    const QRect card = option.rect.adjusted(0, 0, -1, -cardGap);
    paintCard(*painter, option, card);

    QRect box = card.adjusted(cardPadding, cardPadding - 2, -cardPadding, 0);
    const bool confident = m_verdict == MatchResult::Verdict::Confident && index.row() == 0;
    const QString verdict = confident ? tr("Confident") : tr("Possible");
    const int verdictWidth = row.metrics(TextStyle::SmallStrong).horizontalAdvance(verdict) + 2;
    const int titleHeight = row.metrics(TextStyle::EmphasisStrong).height() + 2;
    row.text(QRect(box.right() - verdictWidth, box.top(), verdictWidth, titleHeight), verdict,
             confident ? TextStyle::SmallStrong : TextStyle::Small, confident ? Token::Accent : Token::Muted,
             Qt::AlignRight | Qt::AlignVCenter);
    row.text(QRect(box.left(), box.top(), box.width() - verdictWidth - 12, titleHeight),
             u"%1  %2"_s.arg(index.row() + 1).arg(match.title), TextStyle::EmphasisStrong);
    box.setTop(box.top() + titleHeight);

    const int small = row.metrics(TextStyle::Small).height() + 3;
    row.text(QRect(box.left(), box.top(), box.width(), small), pathOf(match), TextStyle::Small, Token::Muted);
    box.setTop(box.top() + small + 4);
    row.text(QRect(box.left(), box.top(), whyColumn, row.metrics(TextStyle::Body).height()), tr("Why"), TextStyle::Body, Token::Muted);
    for (const QString &reason : reasonsOf(match)) {
        box.setTop(box.top() + 2 + row.wrapped(box.adjusted(whyColumn, 0, 0, 400), reason, TextStyle::Body));
    }
    box.setTop(box.top() + 4);

    const QString owner = match.runbook.owners.isEmpty() ? tr("no owner") : match.runbook.owners.join(u", "_s);
    const int ownerWidth
        = row.text(QRect(box.left(), box.top(), box.width() / 2, small), owner, match.runbook.owners.isEmpty() ? TextStyle::SmallStrong : TextStyle::Small,
                   match.runbook.owners.isEmpty() ? Token::Warn : Token::Muted);
    const QRect rest(box.left() + ownerWidth + 4, box.top(), box.width() - ownerWidth - 4, small);
    if (match.runbook.reviewDue.isValid() && match.runbook.reviewDue < m_today) {
        row.text(rest, tr("· review was due %1").arg(QLocale().toString(match.runbook.reviewDue, u"d MMM yyyy"_s)),
                 TextStyle::SmallStrong, Token::Warn);
    } else if (match.runbook.changedAt.isValid()) {
        row.text(rest, tr("· changed %1").arg(QLocale().toString(match.runbook.changedAt.date(), u"d MMM yyyy"_s)),
                 TextStyle::Small, Token::Muted);
    }
    painter->restore();
}

QSize MatchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto match = index.data(MatchListModel::ValueRole).value<Match>();
    const auto height = [&](TextStyle style) { return QFontMetrics(styled(option.font, style)).height(); };
    int total = cardPadding - 2 + height(TextStyle::EmphasisStrong) + 2 + height(TextStyle::Small) + 7;
    for (const QString &reason : reasonsOf(match))
        total += 2 + wrappedHeight(option.font, TextStyle::Body, cardTextWidth(option) - whyColumn - 1, reason);
    return { 200, total + 4 + height(TextStyle::Small) + 3 + cardPadding - 2 + cardGap };
}

void StepPreviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto step = index.data(StepListModel::RowRole).value<StepRow>();
    painter->save();
    const RowPainter row(*painter, option);
    const QRect box = option.rect;
    switch (step.kind) {
    case StepRow::Kind::LookHead:
        row.sign(QPoint(box.left(), box.center().y() - 7), 14, u"look"_s, Token::Ok);
        row.text(box.adjusted(20, 0, 0, 0), tr("Look only: cannot make it worse"), TextStyle::SmallStrong, Token::Ok);
        break;
    case StepRow::Kind::ChangeLine:
        painter->fillRect(QRect(box.left(), box.top() + 6, box.width(), 2), color(Token::Warn));
        row.sign(QPoint(box.left(), box.top() + 15), 14, u"change"_s, Token::Warn);
        row.text(box.adjusted(20, 8, 0, 0), tr("From here, steps change things"), TextStyle::SmallStrong, Token::Warn);
        break;
    case StepRow::Kind::PhaseHead:
        row.text(box.adjusted(28, 0, 0, 0), step.title, TextStyle::Small, Token::Muted);
        break;
    case StepRow::Kind::Step: {
        const Sign sign = signOf(step.risk);
        const int signWidth = 22 + row.metrics(TextStyle::SmallStrong).horizontalAdvance(sign.word) + 6;
        row.text(QRect(box.left(), box.top(), 18, box.height()), QString::number(step.number), TextStyle::Body, Token::Muted,
                 Qt::AlignRight | Qt::AlignVCenter);
        row.text(box.adjusted(28, 0, -signWidth - 8, 0), step.title, TextStyle::Body);
        row.sign(QPoint(box.right() - signWidth, box.center().y() - 6), 13, sign.icon, sign.token);
        row.text(QRect(box.right() - signWidth + 19, box.top(), signWidth - 19, box.height()), sign.word, TextStyle::SmallStrong,
                 sign.token);
        break;
    }
    }
    painter->restore();
}

QSize StepPreviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto step = index.data(StepListModel::RowRole).value<StepRow>();
    const int line = std::max(28, QFontMetrics(option.font).height() + 10);
    return { 200, step.kind == StepRow::Kind::ChangeLine ? line + 8 : line };
}

void AlertDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto alert = index.data(AlertListModel::ValueRole).value<Alert>();
    painter->save();
    const RowPainter row(*painter, option);
    row.ground(true);
    const Sign sign = signOf(alert.severityNormalised);
    const QRect box = option.rect.adjusted(12, 0, -8, 0);
    row.sign(QPoint(box.left(), box.center().y() - 7), 14, sign.icon, sign.token);
    const QString status = wordOf(alert.status);
    const int statusWidth = row.metrics(TextStyle::Small).horizontalAdvance(status) + 2;
    row.text(box.adjusted(22, 0, -statusWidth - 8, 0), titleOf(alert), TextStyle::Body);
    row.text(box, status, TextStyle::Small, Token::Muted, Qt::AlignRight | Qt::AlignVCenter);
    painter->restore();
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 200, std::max(32, QFontMetrics(option.font).height() + 12) };
}

} // namespace Handrail
