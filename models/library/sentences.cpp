// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sentences.h"

#include <QRegularExpression>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 140;

/** Verbs that open an instruction in runbooks. */
const QSet<QString> &verbs()
{
    static const QSet<QString> words = [] {
        const QString list =
            u"abort acknowledge add adjust advise alert allow analyse analyze annotate announce append apply approve archive ask assess "
            "assign assume attach audit authenticate authorize back backup begin block boot bring build bump call cancel capture "
            "change check choose clean clear click clone close collect commit communicate compare compile complete compute configure confirm "
            "connect consider consult contact contain continue convert coordinate copy cordon correct correlate create cross-reference cut debug "
            "decide decommission decrease decrypt delete deploy describe destroy detach determine diagnose disable disconnect discuss "
            "do document double-check download downgrade drain drop dump edit eliminate enable encrypt ensure enter eradicate erase escalate "
            "establish estimate evaluate examine exclude exec execute exit expand export extend extract fetch fill filter find fix flush "
            "focus follow force format forward free gather generate get give go grant grep hit hover identify implement import "
            "improve inform inject initiate initialise initialize insert inspect install invalidate investigate invoke involve isolate join "
            "jump keep kick kill label launch leave let limit list load locate lock log login look lookup lower make manually map mark "
            "measure merge migrate minimise minimize mitigate modify monitor mount move navigate note notify obtain observe open optimise optimize "
            "override page pass paste patch pause perform pick ping place plan point port-forward post prepare preserve press prevent "
            "prioritise prioritize probe proceed promote prompt provide provision prune publish pull purge push put query quit raise re-apply re-create re-deploy "
            "re-enable re-encrypt re-initialise re-initialize re-run reach read reapply reboot rebuild recheck reclaim record recover recreate redeploy redirect redo reduce "
            "refer refresh regenerate register reinstall reinstate release reload relocate remediate remove rename renew reopen repair repeat "
            "replace replay report reproduce request rerun reschedule reset resize resolve respond restart restore restrict resume retrieve retry "
            "return revert review revise revoke rewrite roll rollback rotate route run save scale scan schedule scroll search secure "
            "select send separate set setup share shift ship show shut sign silence simulate skip snapshot sort specify spin split ssh stage start "
            "stop store submit subscribe suspend switch sync synchronise synchronize tag tail take talk target taint tear tell terminate test throttle "
            "toggle touch trace track trigger troubleshoot truncate try tune turn type uncordon undeploy undo uninstall unlock unmount unset "
            "untar unzip update upgrade upload upsize use validate verify view visit wait walk warm watch whitelist wipe work write"_s;
        const QStringList parts = list.split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return words;
}

/** Openers that say nothing about whether it is an instruction. */
QString withoutOpener(QString text)
{
    static const QRegularExpression opener(
        u"^(\\s*(first(ly)?|then|next|now|finally|lastly|also|please|afterwards|second(ly)?|third(ly)?|alternatively|additionally|instead|"
        "and|so|or|otherwise|again|immediately|carefully|simply|just|manually|always|optionally|\\(optional\\)|optional|quickly|once more|"
        "in addition|at this point|from here|as a first step|step \\d+)\\b[,:.]?\\s+)+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression mark(u"^[\\s\\-–—*_>✅☐⚠️🔍📝]+|^\\[[ xX]\\]\\s+|^\\(?\\d{1,2}[.)]\\s+"_s);
    text.remove(mark);
    text.remove(opener);
    return text;
}

QString firstWord(const QString &text)
{
    qsizetype end = 0;
    while (end < text.size() && (text[end].isLetter() || text[end] == u'-' || text[end] == u'\''))
        ++end;
    return text.first(end).toLower();
}

/** What follows "If ...," or "To see ...:"; empty when the sentence opens with no such clause. */
QString afterClause(const QString &text)
{
    static const QRegularExpression clause(
        u"^(if|when|once|after|before|to|in case|in order to|for|because|since|while|as|from|with|on|in|using|depending|until|"
        "unless|given|assuming|based on|where|whenever|at|by|via|inside|within|under|through)\\b(?:[^.!?\\n]|[.!?](?=\\S)){2,260}?(,|:|\\s[-–—]\\s)\\s*(then\\s+)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = clause.match(text);
    return match.hasMatch() ? text.sliced(match.capturedEnd()) : QString();
}

Instruction instructionAtStart(const QString &text)
{
    static const QRegularExpression must(
        u"^(you('ll| will)?|we|developers|operators|responders|the (on-?call|responder|engineer|operator|team|user)s?( engineer)?)\\s+"
        "(first\\s+|now\\s+|then\\s+|also\\s+|will\\s+|may\\s+)?(need to|needs to|must|should|have to|has to|'ll need to|want to)\\s+(first\\s+|also\\s+|now\\s+|then\\s+)?(\\w[\\w-]*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression can(u"^(you|we)\\s+(can|could|may|might)\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pointer(u"^(see|refer|read|consult|visit|learn|find more|follow us|consider)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression remark(u"^(note|remember|keep in mind|be aware|assume|beware|notice)\\b(?!\\s+(down|the)\\b)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression state(u"^(be|have|see|notice|find|get|expect|know|understand|know|not|never|only)$"_s);
    const QString start = withoutOpener(text);
    if (remark.match(start).hasMatch())
        return Instruction::None;
    if (pointer.match(start).hasMatch())
        return Instruction::Suggested;
    if (const QRegularExpressionMatch match = must.match(start); match.hasMatch())
        return state.match(match.captured(match.lastCapturedIndex()).toLower()).hasMatch() ? Instruction::None : Instruction::Asked;
    if (can.match(start).hasMatch())
        return Instruction::Suggested;
    const QString word = firstWord(start);
    if (!verbs().contains(word))
        return Instruction::None;
    // "Log files are ...", "Set of ...", "Access to ...": a noun that is also a verb is followed by what nouns are followed by.
    static const QRegularExpression noun(u"^\\w[\\w-]*\\s*(of|is|are|was|were|has|have|will|can|may|:|=|files?|levels?|limits?|messages?)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return noun.match(start).hasMatch() ? Instruction::None : Instruction::Asked;
}

} // namespace

Instruction instructionIn(const QString &text)
{
    const QString plain = text.simplified().left(600);
    if (const Instruction found = instructionAtStart(plain); found != Instruction::None)
        return found;
    QString rest = afterClause(withoutOpener(plain));
    if (!rest.isEmpty()) {
        if (const Instruction found = instructionAtStart(rest); found != Instruction::None)
            return found;
        if (rest = afterClause(rest); !rest.isEmpty())
            return instructionAtStart(rest);
    }
    // "**Check the labels**: ..." and "Logs: check the ..." name a thing and then say what to do with it.
    const qsizetype colon = plain.indexOf(u": "_s);
    if (colon > 0 && colon < 60)
        return instructionAtStart(plain.sliced(colon + 2));
    return Instruction::None;
}

bool isSummaryLead(const QString &text)
{
    static const QRegularExpression lead(
        u"^\\s*(briefly|in short|tl;?dr|in summary|at a high level|to summarise|to summarize|in brief)\\b|"
        "\\b(process|procedure|steps?|document|guide|page|runbook|section|workflow)\\b[^.]*\\b(will|involves?|involved|describes?|covers?|explains?|consists?|summary|overview)\\b[^.]*:\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.size() < 600 && lead.match(text.simplified()).hasMatch();
}

QString firstSentence(const QString &text)
{
    static const QRegularExpression end(u"[.!?](\\s+(?=[A-Z`\"(])|$)|:\\s*$|\\n"_s);
    QString sentence = text.trimmed();
    if (const QRegularExpressionMatch match = end.match(sentence); match.hasMatch())
        sentence.truncate(match.capturedStart());
    sentence = sentence.simplified();
    while (sentence.endsWith(u':') || sentence.endsWith(u'.'))
        sentence.chop(1);
    if (sentence.size() > longestTitle) {
        const qsizetype blank = sentence.lastIndexOf(u' ', longestTitle - 1);
        sentence.truncate(blank > longestTitle / 2 ? blank : longestTitle - 1);
        sentence += u'…';
    }
    return sentence;
}

QString expectationIn(const QString &text)
{
    static const QRegularExpression form(
        u"(?:^|[.!?:]\\s+|\\n)((?:you|we|this|it|the (?:output|command|result|response|status))?\\s*(?:should|will) (?:now )?(?:see|return|show|print|"
        "output|report|look like|be similar|read|display|say)\\b[^\\n]*?(?:[.!?](?=\\s|$)|:?$|\\n)|expected(?: output| result)?\\s*:\\s*[^\\n]*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    static const QRegularExpression lead(u"^expected(?: output| result)?\\s*:\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    return match.hasMatch() ? match.captured(1).simplified().remove(lead) : QString();
}

} // namespace Handrail
