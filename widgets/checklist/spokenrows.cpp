// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/spokenrows.h"

namespace Handrail {

SpokenRows::SpokenRows(QAbstractItemModel *source, Words spoken, Words toolTip, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_spoken(std::move(spoken))
    , m_toolTip(std::move(toolTip))
{
    setSourceModel(source);
}

QVariant SpokenRows::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && m_spoken)
        return m_spoken(index);
    if (role == Qt::ToolTipRole && m_toolTip)
        return m_toolTip(index);
    return QIdentityProxyModel::data(index, role);
}

} // namespace Handrail
