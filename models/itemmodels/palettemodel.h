// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"

#include <QAbstractListModel>
#include <QList>

namespace Handrail {

/** One thing the palette can go to or do. */
struct PaletteItem
{
    enum class Kind { Incident, Runbook, Service, Action };

    Kind kind = Kind::Action;
    QString title;
    QString detail; ///< at the right: a service, an owner, a menu's name
    QString words; ///< found by, but not shown: a path
    QString icon;
    QString key; ///< its shortcut
    int id = 0; ///< the caller's own number for it

    bool operator==(const PaletteItem &) const = default;
};

/** An item that fits what was typed. */
struct PaletteRow
{
    PaletteItem item;
    QList<TextSpan> marks; ///< in the title
    bool startsKind = false; ///< the first of its kind: its kind's name stands above it

    bool operator==(const PaletteRow &) const = default;
};

/** The items that fit, the best of each kind first; kinds stay in their order. Nothing typed gives the first of each kind. */
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<PaletteItem> items); ///< by kind, each kind in the order to show it when nothing is typed
    void setTyped(const QString &typed);
    const PaletteRow &row(const QModelIndex &index) const { return m_rows.at(index.row()); }
    int fitting() const { return m_fitting; } ///< also those too many to show

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void choose();

    QList<PaletteItem> m_items;
    QList<PaletteRow> m_rows;
    QStringList m_typed;
    int m_fitting = 0;
};

} // namespace Handrail

Q_DECLARE_METATYPE(Handrail::PaletteRow)
