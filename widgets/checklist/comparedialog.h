// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbookdiff.h"

#include <QDialog>

namespace Handrail {

/** What changed in a runbook since it was opened, line by line. Accepted: the new version is wanted. */
class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    CompareDialog(const QString &title, const QList<DiffLine> &lines, QWidget *parent = nullptr);
};

} // namespace Handrail
