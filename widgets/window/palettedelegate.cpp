// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/palettedelegate.h"

#include "itemmodels/palettemodel.h"
#include "widgets/common/rowdelegate.h"

namespace Handrail {

using Kind = PaletteItem::Kind;

namespace {

constexpr int padding = 16;
constexpr int iconSize = 18;
constexpr int iconColumn = 30;
constexpr int keyColumn = 110;
constexpr int gap = 12;

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Incident:
        return PaletteDelegate::tr("Incidents");
    case Kind::Runbook:
        return PaletteDelegate::tr("Runbooks");
    case Kind::Service:
        return PaletteDelegate::tr("Services");
    case Kind::Action:
        break;
    }
    return PaletteDelegate::tr("Actions");
}

int rowHeight(const QStyleOptionViewItem &option)
{
    return std::max(36, QFontMetrics(option.font).height() + 14);
}

int headHeight(const QStyleOptionViewItem &option)
{
    return QFontMetrics(styled(option.font, TextStyle::SmallStrong)).height() + 12;
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto shown = index.data(PaletteModel::RowRole).value<PaletteRow>();
    QStyleOptionViewItem below = option;
    painter->save();
    if (shown.startsKind) {
        below.rect.setTop(option.rect.top() + headHeight(option));
        QStyleOptionViewItem above = option;
        above.rect.setBottom(below.rect.top() - 1);
        above.state &= ~QStyle::State_Selected;
        RowPainter(*painter, above)
            .text(above.rect.adjusted(padding, 6, -padding, 0), nameOf(shown.item.kind), TextStyle::SmallStrong, Token::Muted);
    }
    const RowPainter row(*painter, below);
    row.ground(false);
    QRect box = below.rect.adjusted(padding, 0, -padding, 0);
    row.sign({ box.left(), box.top() + (box.height() - iconSize) / 2 }, iconSize, shown.item.icon, Token::Muted);
    box.setLeft(box.left() + iconColumn);
    const bool isAction = shown.item.kind == Kind::Action;
    const QRect key(box.right() - keyColumn, box.top(), keyColumn, box.height());
    if (isAction)
        row.text(key, shown.item.key, TextStyle::Small, Token::Muted, Qt::AlignRight | Qt::AlignVCenter);
    const int detailRight = isAction ? key.left() - gap : box.right();
    const int detailWidth = std::min(box.width() / 3, row.metrics(TextStyle::Small).horizontalAdvance(shown.item.detail) + 2);
    const QRect detail(detailRight - detailWidth, box.top(), detailWidth, box.height());
    row.text(detail, shown.item.detail, TextStyle::Small, Token::Muted, Qt::AlignRight | Qt::AlignVCenter);
    const int height = row.metrics(TextStyle::Body).height();
    row.marked(QRect(box.left(), box.top() + (box.height() - height) / 2, detail.left() - gap - box.left(), height),
               shown.item.title, shown.marks, TextStyle::Body, 1);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto shown = index.data(PaletteModel::RowRole).value<PaletteRow>();
    return { 200, rowHeight(option) + (shown.startsKind ? headHeight(option) : 0) };
}

} // namespace Handrail
