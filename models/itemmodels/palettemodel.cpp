// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/palettemodel.h"

#include "search/quickmatch.h"

#include <algorithm>

namespace Handrail {

using Kind = PaletteItem::Kind;

namespace {

constexpr int mostOfAKind = 8;
constexpr int mostUntyped = 5; ///< of each kind while nothing is typed: a beginning, not the whole list

struct Fit
{
    int item = 0;
    QuickMatch match;
};

} // namespace

void PaletteModel::setItems(QList<PaletteItem> items)
{
    m_items = std::move(items);
    choose();
}

void PaletteModel::setTyped(const QString &typed)
{
    m_typed = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    choose();
}

void PaletteModel::choose()
{
    beginResetModel();
    m_rows.clear();
    m_fitting = 0;
    for (const Kind kind : { Kind::Incident, Kind::Runbook, Kind::Service, Kind::Action }) {
        QList<Fit> fits;
        for (int i = 0; i < m_items.size(); ++i) {
            const PaletteItem &item = m_items.at(i);
            if (item.kind != kind)
                continue;
            if (const auto match = quickMatch(m_typed, item.title, item.detail + u'\n' + item.words))
                fits.append({ i, *match });
        }
        m_fitting += int(fits.size());
        std::stable_sort(fits.begin(), fits.end(), [](const Fit &a, const Fit &b) { return a.match.score > b.match.score; });
        const int most = m_typed.isEmpty() ? mostUntyped : mostOfAKind;
        for (qsizetype i = 0; i < std::min<qsizetype>(most, fits.size()); ++i)
            m_rows.append({ m_items.at(fits.at(i).item), fits.at(i).match.marks, i == 0 });
    }
    endResetModel();
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteRow &shown = m_rows.at(index.row());
    if (role == RowRole)
        return QVariant::fromValue(shown);
    return role == Qt::DisplayRole ? QVariant(shown.item.title) : QVariant();
}

} // namespace Handrail
