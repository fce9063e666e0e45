// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/phasekind.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

struct PhaseWords
{
    Phase::Kind kind;
    QRegularExpression pattern;
};

PhaseWords words(Phase::Kind kind, const QString &pattern)
{
    return { kind, QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption) };
}

/** The first that matches wins, so that "Verify the fix" is a follow-up and "Possible causes" is no diagnosis. */
const QList<PhaseWords> &table()
{
    using Kind = Phase::Kind;
    static const QList<PhaseWords> rows = {
        words(Kind::FollowUp, u"follow[ -]?up|lessons learned|post[ -]?(mortem|incident|mitigation|fix|deploy|resolution)|prevent|"
                              "clean[ -]?up|cleaning up|tear ?down|afterwards|verify (the )?(fix|resolution|recovery|mitigation|success)|"
                              "confirm (the )?(fix|resolution|recovery)|^verification|long[ -]term|^verif(y|ying)\\b"_s),
        words(Kind::Escalate, u"escalat|contacts?$|who to (contact|call|ask)|getting help|get help|^communicat|notify|on[ -]?call contact|"
                              "^support$|contact(ing)? (the )?"_s),
        words(Kind::Context, u"^(the )?(meaning|impact|overview|background|introduction|intro|summary|symptoms?|architecture|about|"
                             "description|definitions?|glossary|references?|resources|links|related|dependenc(y|ies)|"
                             "prerequisites?|pre-?requisites?|requirements?|severit(y|ies)|services|service tier|metrics|"
                             "tl;?dr|alert behaviou?r|recent changes|contents|table of contents|toc|notes?|appendix|examples?|"
                             "faqs?|terminology|purpose|scope|context|details|explanation|changelog|authors?|owners?|history|"
                             "useful links|key concepts|concepts|mental model|logging|glossary|configuration|failover details|"
                             "assumptions|limitations|caveats|audience|when to use( this)?)\\b[^a-z]*$"_s),
        words(Kind::Context, u"see also|further reading|related (links|docs|documentation|runbooks|alerts|pages|resources|incidents)|additional resources|"
                             "(possible|potential|common|likely|root) (root )?causes?|what (is|are|does|this|it)\\b|^why\\b|"
                             "how (it|this|does|do) .*works?|background( information| info)?$|more (info|information|details)|alert (details|description|meaning|condition|definition)|"
                             "explained|overview$|^understanding|architecture$|known issues$|service level|business impact|user impact|"
                             "severity level|references$|^reference|briefly"_s),
        words(Kind::Diagnose, u"diagnos|investigat|troubleshoot|triage|debug|^(possible |initial |first )?checks?\\b|\\bchecks?$|identif|"
                              "detect|analy[sz]|^playbook|pointers|inspect|find (the|out)|verify|first steps|initial steps|"
                              "assess|confirm|look(ing)? (at|for|into)"_s),
        words(Kind::Mitigate, u"mitigat|resol(ve|ution|ving)|\\bfix|remediat|contain(ment)?$|eradicat|recover|restor|"
                              "rolling? ?back|solution|workaround|what to do|repair|respon(se|d)$|^actions?$|action (to take|required|items)|"
                              "how to (resolve|fix|mitigate|recover|restore|handle)|quick fix|handling"_s),
    };
    return rows;
}

} // namespace

std::optional<Phase::Kind> phaseKindOf(const QString &title)
{
    static const QRegularExpression number(u"^\\s*(step\\s*)?[\\d.]+[.):]?\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    QString words = title.trimmed();
    words.remove(number);
    for (const PhaseWords &row : table()) {
        if (row.pattern.match(words).hasMatch())
            return row.kind;
    }
    return std::nullopt;
}

QString withoutStepNumber(const QString &title)
{
    static const QRegularExpression number(u"^\\s*step\\s*#?\\d+\\s*[:.)\\-–—]*\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    const QString rest = QString(title).remove(number);
    return rest.isEmpty() ? title : rest;
}

bool isStepHeading(const QString &title)
{
    static const QRegularExpression form(u"^\\s*(step\\s*#?\\d+|\\(?\\d{1,2}(\\.\\d{1,2})*\\s*[.):-]\\s*\\D|\\d{1,2}(\\.\\d{1,2})+\\s+\\D)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(title).hasMatch();
}

} // namespace Handrail
