// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drafts.h"

#include "base/whenanswered.h"
#include "checklist/placeholders.h"

#include <chrono>
#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto keptAfter = 700ms; ///< the first key that is not saved; the disk has the rest of a second
constexpr auto triedAgainAfter = 10s; ///< when they could not be written

const QString currentStepField = u"current-step"_s;

QString fieldOf(Drafts::Kind kind, const QString &of)
{
    switch (kind) {
    case Drafts::Kind::Reason:
        return u"reason "_s + of;
    case Drafts::Kind::Value:
        return u"value "_s + placeholderKey(of);
    case Drafts::Kind::Question:
        return u"question"_s;
    case Drafts::Kind::Output:
        return u"output "_s + of;
    case Drafts::Kind::Correction:
        return u"correction "_s + of;
    case Drafts::Kind::Document:
        return u"document "_s + of;
    case Drafts::Kind::Note:
        break;
    }
    return u"note"_s;
}

} // namespace

Drafts::Drafts(IncidentLog &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Drafts::saveNow);
}

void Drafts::open(const QString &incidentId, const QList<Draft> &kept)
{
    QHash<QString, QString> typed;
    for (const QString &field : std::as_const(m_unsaved)) {
        if (incidentId == m_incidentId)
            typed.insert(field, m_texts.value(field));
    }
    saveNow();
    m_incidentId = incidentId;
    m_texts.clear();
    for (const Draft &draft : kept)
        m_texts.insert(draft.field, draft.text);
    m_texts.insert(typed);
}

QString Drafts::text(Kind kind, const QString &of) const
{
    return m_texts.value(fieldOf(kind, of));
}

void Drafts::set(Kind kind, const QString &of, const QString &text)
{
    const QString field = fieldOf(kind, of);
    if (text == m_texts.value(field) || m_incidentId.isEmpty())
        return;
    m_texts.insert(field, text);
    m_unsaved.insert(field);
    if (!m_due.isActive() || m_due.intervalAsDuration() > keptAfter)
        m_due.start(keptAfter);
}

void Drafts::drop(Kind kind, const QString &of)
{
    drop(fieldOf(kind, of));
}

void Drafts::drop(const QString &field)
{
    m_unsaved.remove(field);
    if (m_texts.remove(field))
        save(field, {});
}

void Drafts::renameSteps(const QHash<QString, QString> &names)
{
    QHash<QString, QString> renamed;
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        for (const Kind kind : { Kind::Reason, Kind::Output }) {
            const QString draft = text(kind, name.key());
            if (draft.isEmpty() || name.key() == name.value() || name.value().isEmpty())
                continue;
            renamed.insert(fieldOf(kind, name.value()), draft);
            drop(kind, name.key());
        }
    }
    for (auto draft = renamed.cbegin(); draft != renamed.cend(); ++draft) {
        m_texts.insert(draft.key(), draft.value());
        save(draft.key(), draft.value());
    }
}

QString Drafts::currentStep() const
{
    return m_texts.value(currentStepField).section(u'\t', 1);
}

void Drafts::setCurrentStep(int number, const QString &stepId)
{
    m_texts.insert(currentStepField, u"%1\t%2"_s.arg(number).arg(stepId));
    save(currentStepField, m_texts.value(currentStepField));
}

void Drafts::saveNow()
{
    m_due.stop();
    const QSet<QString> fields = std::exchange(m_unsaved, {});
    for (const QString &field : fields)
        save(field, m_texts.value(field));
}

void Drafts::save(const QString &field, const QString &text)
{
    if (m_isReadOnly)
        return; // which was said
    whenAnswered(m_log.saveDraft({ m_incidentId, field, text }), this, [this, id = m_incidentId, field](const Result<Done> &done) {
        if (done) {
            if (std::exchange(m_isRefused, false))
                Q_EMIT savedAgain();
            return;
        }
        m_isRefused = true;
        if (id == m_incidentId && m_texts.contains(field)) {
            m_unsaved.insert(field);
            if (!m_due.isActive())
                m_due.start(triedAgainAfter);
        }
        Q_EMIT refused(done.problem());
    });
}

} // namespace Handrail
