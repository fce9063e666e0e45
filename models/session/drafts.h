// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incidentlog.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Handrail {

/**
 * What was typed into an incident and not handed in yet. It is on the disk within a second of the first key that was not saved; what
 * the disk refused is tried again.
 */
class Drafts : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Note, Reason, Value, Question, Output, Correction, Document };

    explicit Drafts(IncidentLog &log, QObject *parent = nullptr);

    void setReadOnly() { m_isReadOnly = true; } ///< they last as long as this then

    /** From now on those of @p incidentId, as the log has them; what was typed into it since they were asked for stays. */
    void open(const QString &incidentId, const QList<Draft> &kept);

    /** Why step @p of was skipped, the value of placeholder @p of, the question to a colleague, what was seen in step @p of,
     *  what note @p of should say, the document made of template @p of. */
    QString text(Kind kind, const QString &of) const;
    void set(Kind kind, const QString &of, const QString &text);
    void drop(Kind kind, const QString &of); ///< it was handed in
    /** The same step is called something else in a newer version of its runbook: old id → new id. */
    void renameSteps(const QHash<QString, QString> &names);

    QString currentStep() const; ///< the step that was being worked on
    void setCurrentStep(int number, const QString &stepId);

    void saveNow();

Q_SIGNALS:
    void refused(const Handrail::Problem &problem); ///< kept here, and tried again
    void savedAgain(); ///< after refused()

private:
    void save(const QString &field, const QString &text);
    void drop(const QString &field);

    IncidentLog &m_log;
    bool m_isReadOnly = false;
    QString m_incidentId;
    QHash<QString, QString> m_texts; ///< by field of the log
    QSet<QString> m_unsaved;
    bool m_isRefused = false; ///< the last that was to be kept
    QTimer m_due; ///< since the first key that is not saved
};

} // namespace Handrail
