// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Handrail {

/** Says when the disk last had everything, or that it has not. */
class SavedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit SavedLabel(QWidget *parent = nullptr);

    void showSaved(const QDateTime &at);
    void notSaved();
    void savingIsSlow(); ///< the disk has not answered for a while
};

} // namespace Handrail
