// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace Handrail {

/** A choice of two or three words side by side, one of which holds. */
class SegmentedSwitch : public QWidget
{
    Q_OBJECT
public:
    /** @p name is the object name; the parts are called name.0, name.1 and so on. */
    SegmentedSwitch(const QString &name, const QString &accessibleName, const QStringList &words, QWidget *parent = nullptr);

    int chosen() const;
    void choose(int index); ///< without a signal

Q_SIGNALS:
    void chosenChanged(int index); ///< by the user

private:
    QButtonGroup *m_group;
};

} // namespace Handrail
