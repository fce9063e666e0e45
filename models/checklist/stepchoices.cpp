// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/stepchoices.h"

#include "base/linkpolicy.h"
#include "library/runbookfile.h"
#include "library/runbooklinks.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QString verb = u"\\b(?:go|skip|jump|continue|proceed|return|move|start)(?:\\s+(?:on|back|ahead|directly|straight|over))?\\s+(?:to|with|at|from)\\s+"_s;

QStringList sentencesOf(const QString &text)
{
    static const QRegularExpression end(u"(?<=[.!?;])\\s+|\\n+"_s);
    return text.split(end, Qt::SkipEmptyParts);
}

/** For comparing what a sentence calls a heading with the heading: letters and digits, lower case. */
QString plainKey(const QString &text)
{
    QString key;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    return key;
}

struct JudgedLink
{
    LinkVerdict verdict;
    QString words;
};

// A step of more is no step: each sentence is held against each link.
constexpr qsizetype mostSentences = 200;
constexpr qsizetype mostLinks = 100;

class Ways
{
public:
    Ways(const Step &step, const Procedure &procedure, const Runbook &runbook)
        : m_step(step)
        , m_procedure(procedure)
        , m_runbook(runbook)
        , m_sentences(sentencesOf(step.text).mid(0, mostSentences))
    {
        for (const Inline &link : step.links.mid(0, mostLinks))
            m_links.append({ judgeLink(link.target), plainText(link.children) });
    }

    QList<StepChoice> run()
    {
        for (const QString &sentence : m_sentences) {
            addNumbered(sentence);
            addNamed(sentence);
            addLinked(sentence);
        }
        for (const QString &sentence : m_sentences)
            addRunbooks(sentence);
        return m_choices;
    }

private:
    void addNumbered(const QString &sentence)
    {
        static const QRegularExpression numbered(verb + u"(?:the\\s+)?step\\s+#?(\\d{1,3})\\b"_s, QRegularExpression::CaseInsensitiveOption);
        for (auto matches = numbered.globalMatch(sentence); matches.hasNext();)
            add(sentence, stepNumber(matches.next().captured(1).toInt()));
    }

    void addNamed(const QString &sentence)
    {
        static const QRegularExpression named(verb + u"(?:the\\s+)?[\"“'`]?([^.,;:\"”'`()]{3,80})"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression kind(u"\\s+(?:section|phase|part|steps?|chapter)\\b.*$"_s, QRegularExpression::CaseInsensitiveOption);
        for (auto matches = named.globalMatch(sentence); matches.hasNext();) {
            const QString name = plainKey(matches.next().captured(1).remove(kind));
            for (const Section &section : m_runbook.sections) {
                if (!name.isEmpty() && plainKey(section.title) == name)
                    add(sentence, firstStepIn(section));
            }
        }
    }

    void addLinked(const QString &sentence)
    {
        for (const JudgedLink &link : m_links) {
            if (link.verdict.kind != LinkVerdict::Kind::Anchor || !sentence.contains(link.words))
                continue;
            for (const Section &section : m_runbook.sections) {
                if (section.anchor == link.verdict.anchor)
                    add(sentence, firstStepIn(section));
            }
        }
    }

    void addRunbooks(const QString &sentence)
    {
        bool isLinked = false;
        for (const JudgedLink &link : m_links) {
            if (link.verdict.kind != LinkVerdict::Kind::Relative || !sentence.contains(link.words))
                continue;
            isLinked = true;
            const QString path = linkedPath(m_runbook.ref, link.verdict.path);
            if (path.isEmpty() || !isRunbookName(path) || path == m_runbook.ref.path)
                continue;
            StepChoice choice { sentence.simplified(), {} };
            choice.runbook = { m_runbook.ref.root, path };
            choice.anchor = link.verdict.anchor;
            addOnce(choice);
        }
        static const QRegularExpression named(
            u"\\b(?:see|use|run|follow|consult|check|refer to|go to|as in|described in)\\s+(?:also\\s+)?the\\s+"
            "[\"“'`]?([^.,;:\"”'`()]{3,60}?)[\"”'`]?\\s+(?:runbook|playbook)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        for (auto matches = named.globalMatch(isLinked ? QString() : sentence); matches.hasNext();) {
            StepChoice choice { sentence.simplified(), {} };
            choice.runbookName = matches.next().captured(1).simplified();
            addOnce(choice);
        }
    }

    void addOnce(const StepChoice &choice)
    {
        const bool isKnown = std::any_of(m_choices.begin(), m_choices.end(), [&choice](const StepChoice &known) {
            return known.stepId == choice.stepId && known.runbook == choice.runbook && known.anchor == choice.anchor
                && known.runbookName == choice.runbookName;
        });
        if (!isKnown)
            m_choices.append(choice);
    }

    QString stepNumber(int number) const
    {
        QList<Step> all;
        for (const Phase &phase : m_procedure.phases) {
            const bool isOwn = std::any_of(phase.steps.begin(), phase.steps.end(), [this](const Step &step) { return step.id == m_step.id; });
            if (isOwn && number >= 1 && number <= phase.steps.size())
                return phase.steps.at(number - 1).id;
            all += phase.steps;
        }
        return number >= 1 && number <= all.size() ? all.at(number - 1).id : QString();
    }

    QString firstStepIn(const Section &section) const
    {
        for (const Phase &phase : m_procedure.phases) {
            for (const Step &step : phase.steps) {
                if (step.line >= section.firstLine && step.line <= section.lastLine)
                    return step.id;
            }
        }
        return {};
    }

    void add(const QString &sentence, const QString &stepId)
    {
        if (!stepId.isEmpty() && stepId != m_step.id)
            addOnce({ sentence.simplified(), stepId });
    }

    const Step &m_step;
    const Procedure &m_procedure;
    const Runbook &m_runbook;
    QStringList m_sentences;
    QList<JudgedLink> m_links;
    QList<StepChoice> m_choices;
};

} // namespace

QList<StepChoice> choicesIn(const Step &step, const Procedure &procedure, const Runbook &runbook)
{
    return Ways(step, procedure, runbook).run();
}

} // namespace Handrail
