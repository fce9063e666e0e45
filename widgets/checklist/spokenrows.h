// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include <functional>

namespace Handrail {

/** Gives the rows of a model the words a screen reader says and a tooltip shows: models carry codes, not translated text. */
class SpokenRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using Words = std::function<QString(const QModelIndex &)>;

    SpokenRows(QAbstractItemModel *source, Words spoken, Words toolTip, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    Words m_spoken;
    Words m_toolTip;
};

} // namespace Handrail
