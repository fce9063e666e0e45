// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>

namespace Handrail {

/** A flat list of values of one type. The delegate takes the whole value through ValueRole; nothing is decided here. */
template<typename Value>
class ValueListModel : public QAbstractListModel
{
public:
    enum Role { ValueRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setValues(QList<Value> values)
    {
        if (values == m_values)
            return;
        beginResetModel();
        m_values = std::move(values);
        endResetModel();
    }

    void append(const Value &value)
    {
        beginInsertRows({}, int(m_values.size()), int(m_values.size()));
        m_values.append(value);
        endInsertRows();
    }

    const QList<Value> &values() const { return m_values; }
    const Value &value(const QModelIndex &index) const { return m_values.at(index.row()); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_values.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        if (role == ValueRole)
            return QVariant::fromValue(m_values.at(index.row()));
        return role == Qt::DisplayRole ? QVariant(text(m_values.at(index.row()))) : QVariant();
    }

protected:
    virtual QString text(const Value &value) const = 0; ///< what a row is called

private:
    QList<Value> m_values;
};

} // namespace Handrail
