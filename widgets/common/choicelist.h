// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace Handrail {

/** A list whose rows are chosen by a click or by Enter, whatever the desktop calls activating. */
class ChoiceList : public QListView
{
    Q_OBJECT
public:
    ChoiceList(const QString &name, const QString &accessibleName, QAbstractItemModel *model, QAbstractItemDelegate *delegate,
               QWidget *parent = nullptr);

    /** As high as its rows, up to @p most of them, so that the page around it does not scroll for a long list; hidden when empty. */
    void fitRows(int most);

    /** Whether the first row becomes the current one when the list gets the focus and has none, as Qt has it. */
    void setChoosesOnFocus(bool chooses) { m_choosesOnFocus = chooses; }

Q_SIGNALS:
    void chosen(const QModelIndex &index); ///< by click or Enter
    void returnPressed(const QModelIndex &index); ///< by Enter alone
    void currentMoved(const QModelIndex &index);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool m_choosesOnFocus = true;
};

} // namespace Handrail
