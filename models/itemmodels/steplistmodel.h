// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "checklist/progress.h"
#include "library/procedure.h"

#include <QAbstractListModel>

namespace Handrail {

/** A row of the step list: a step, or one of the heads that part them. */
struct StepRow
{
    enum class Kind {
        LookHead, ///< "look only" above the first step, when it only looks
        PhaseHead,
        ChangeLine, ///< from here, steps change things
        Step
    };

    Kind kind = Kind::Step;
    QString title;
    QString stepId;
    int number = 0; ///< 1-based
    Risk risk = Risk::Read;
    StepResult result;
    bool current = false;

    bool operator==(const StepRow &) const = default;
};

/** The steps of a procedure in the order they are written, with heads between them and the line that parts looking from changing. */
class StepListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole, StepIdRole };

    using QAbstractListModel::QAbstractListModel;

    void setProcedure(const Procedure &procedure, const Progress &progress);
    /** With the risks at hand: weighing the commands of a large runbook is nothing for the thread of the window. */
    void setProcedure(const Procedure &procedure, const QHash<QString, Risk> &risks, const Progress &progress);
    void setProgress(const Progress &progress);

    QModelIndex indexOf(const QString &stepId) const;
    int lookOnlySteps() const { return m_lookOnly; } ///< steps above the line

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<StepRow> m_rows;
    int m_lookOnly = 0;
};

} // namespace Handrail
