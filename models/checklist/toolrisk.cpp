// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/toolrisk.h"

#include "library/commandtable.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "describe-*" against "describe-instances"; "*" stands for any run of letters. */
bool globMatches(QStringView pattern, QStringView word)
{
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0)
        return pattern == word;
    const QStringView head = pattern.first(star);
    const QStringView tail = pattern.sliced(star + 1);
    if (!word.startsWith(head))
        return false;
    if (tail.isEmpty())
        return true;
    for (qsizetype at = head.size(); at <= word.size(); ++at) {
        if (globMatches(tail, word.sliced(at)))
            return true;
    }
    return false;
}

bool anyMatches(const QString &alternatives, const QString &word)
{
    for (const QStringView pattern : QStringView(alternatives).tokenize(u'|')) {
        if (globMatches(pattern, word))
            return true;
    }
    return false;
}

bool holdsOption(const QString &alternatives, const QStringList &arguments)
{
    return std::any_of(arguments.begin(), arguments.end(), [&](const QString &argument) {
        return argument.startsWith(u'-') && anyMatches(alternatives, argument);
    });
}

/** How well a pattern fits: 0 when it does not, more the more it says. */
int fitOf(const QStringList &pattern, const QStringList &positionals, const QStringList &arguments)
{
    int fit = 0;
    qsizetype at = 0;
    bool anywhere = false;
    for (const QString &part : pattern) {
        if (part == u"**") {
            anywhere = true;
        } else if (part.startsWith(u'-')) {
            if (!holdsOption(part, arguments))
                return 0;
            fit += 12;
        } else if (anywhere) {
            const auto found = std::find_if(positionals.begin() + at, positionals.end(),
                                            [&](const QString &word) { return anyMatches(part, word); });
            if (found == positionals.end())
                return 0;
            at = found - positionals.begin() + 1;
            fit += 5;
        } else {
            if (at >= positionals.size() || !anyMatches(part, positionals[at]))
                return 0;
            ++at;
            fit += part == u"*" ? 1 : part.contains(u'*') ? 9 : 10;
        }
    }
    return fit;
}

/** "snapshot save|status, member list": patterns parted by commas, in each of them words with their alternatives. */
QList<QStringList> patternsOf(const QString &key)
{
    QList<QStringList> patterns;
    const QStringList parts = key.split(u", "_s);
    for (const QString &part : parts)
        patterns.append(part.split(u' '));
    return patterns;
}

CommandRisk fromTable(const QString &value, const QString &shown)
{
    const QString word = value.section(u':', 0, 0);
    const QString reason = value.section(u':', 1).trimmed();
    const Risk risk = riskFromString(word);
    if (!reason.isEmpty())
        return { risk, shown + u": "_s + reason };
    switch (risk) {
    case Risk::Read:
        return { risk, shown + u" only reads"_s };
    case Risk::Change:
        return { risk, shown + u" changes things"_s };
    case Risk::Destroy:
        return { risk, shown + u" cannot be undone"_s };
    case Risk::Unknown:
        break;
    }
    return { risk, shown + u" is not known"_s };
}

struct Best
{
    int fit = 0;
    CommandRisk risk;
};

void consider(Best &best, int fit, const CommandRisk &risk)
{
    if (fit > best.fit || (fit == best.fit && fit > 0 && risk.risk > best.risk.risk))
        best = { fit, risk };
}

QString shownVerb(const QString &tool, const QStringList &positionals)
{
    QStringList words { tool };
    for (const QString &word : positionals.first(qMin<qsizetype>(2, positionals.size()))) {
        if (word.isEmpty() || word.size() > 30 || !word.front().isLetter() || word.contains(u'/') || word.contains(u'='))
            break;
        words.append(word);
    }
    return words.join(u' ');
}

/** kubectl delete takes several kinds and names: the worst kind named counts. */
QStringList withKinds(const QString &word)
{
    return word.section(u'/', 0, 0).split(u',');
}

CommandRisk riskOfDelete(const QString &tool, const QJsonObject &rules, const QStringList &positionals, const QStringList &arguments);

CommandRisk bestOf(const QString &tool, const QJsonObject &rules, const QStringList &positionals, const QStringList &arguments)
{
    Best best;
    const QString shown = shownVerb(tool, positionals);
    const QJsonObject verbs = rules.value(u"verbs"_s).toObject();
    for (auto verb = verbs.begin(); verb != verbs.end(); ++verb) {
        for (const QStringList &pattern : patternsOf(verb.key()))
            consider(best, fitOf(pattern, positionals, arguments), fromTable(verb->toString(), shown));
    }
    CommandRisk byFlags { Risk::Read, {} };
    const QJsonObject flags = rules.value(u"flags"_s).toObject();
    for (auto flag = flags.begin(); flag != flags.end(); ++flag) {
        if (!holdsOption(flag.key(), arguments))
            continue;
        const CommandRisk risk = fromTable(flag->toString(), tool);
        if (byFlags.reason.isEmpty() || risk.risk > byFlags.risk)
            byFlags = risk;
    }
    if (!byFlags.reason.isEmpty() && (best.fit == 0 || byFlags.risk > best.risk.risk))
        return byFlags;
    if (best.fit > 0)
        return best.risk;
    if (positionals.isEmpty() && arguments.isEmpty() && rules.contains(u"none"_s))
        return fromTable(rules.value(u"none"_s).toString(), tool);
    if (rules.contains(u"otherwise"_s))
        return fromTable(rules.value(u"otherwise"_s).toString(), tool);
    return { Risk::Unknown, shown + u" is not known"_s };
}

CommandRisk riskOfDelete(const QString &tool, const QJsonObject &rules, const QStringList &positionals, const QStringList &arguments)
{
    CommandRisk worst { Risk::Read, {} };
    for (qsizetype i = 1; i < positionals.size(); ++i) {
        for (const QString &kind : withKinds(positionals[i])) {
            // Behind the first kind stand names, unless they are "kind/name" or a kind that holds data.
            static const QStringList dataKinds = { u"pvc"_s, u"pv"_s, u"ns"_s, u"namespace"_s, u"namespaces"_s, u"persistentvolumeclaim"_s,
                                                   u"persistentvolumeclaims"_s, u"persistentvolume"_s, u"persistentvolumes"_s, u"secret"_s,
                                                   u"secrets"_s, u"crd"_s, u"crds"_s, u"all"_s, u"vm"_s, u"machine"_s, u"node"_s };
            if (i > 1 && !positionals[i].contains(u'/') && !dataKinds.contains(kind.toLower()))
                continue;
            const QString plainKind = kind.section(u'.', 0, 0).toLower();
            CommandRisk risk = bestOf(tool, rules, { positionals.first(), plainKind }, arguments);
            if (kind.startsWith(u'<') || kind.startsWith(u'$'))
                risk = { Risk::Change, u"%1 delete: the kind is yet to be filled in"_s.arg(tool) };
            if (worst.reason.isEmpty() || risk.risk > worst.risk)
                worst = risk;
        }
    }
    return worst.reason.isEmpty() ? CommandRisk { Risk::Change, u"%1 delete: what is deleted is not said"_s.arg(tool) } : worst;
}

} // namespace

Risk riskFromString(const QString &word)
{
    if (word == u"read")
        return Risk::Read;
    if (word == u"change")
        return Risk::Change;
    return word == u"destroy" ? Risk::Destroy : Risk::Unknown;
}

QStringList positionalsOf(const QString &tool, const QStringList &arguments)
{
    const QJsonObject rules = commandTable().value(tool).toObject();
    const QJsonArray options = rules.value(u"options"_s).toArray();
    QStringList positionals;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == u"--")
            break;
        if (!arguments[i].startsWith(u'-') || arguments[i] == u"-") {
            positionals.append(rules.value(u"caseless"_s).toBool() ? arguments[i].toLower() : arguments[i]);
        } else if (options.contains(arguments[i])) {
            ++i;
        }
    }
    return positionals;
}

CommandRisk riskOfTool(const QString &tool, const QStringList &arguments)
{
    const QJsonObject rules = commandTable().value(tool).toObject();
    if (rules.isEmpty())
        return { Risk::Unknown, u"%1 is not known to Handrail"_s.arg(tool) };
    if (arguments.contains(u"--help"_s) || arguments == QStringList { u"--version"_s })
        return { Risk::Read, u"%1 only shows its help"_s.arg(tool) };
    const QJsonArray safeArguments = rules.value(u"safe"_s).toArray();
    for (const QJsonValue &safe : safeArguments) {
        if (arguments.contains(safe.toString()))
            return { Risk::Read, u"%1 %2 only tries"_s.arg(tool, safe.toString()) };
    }
    const QStringList positionals = positionalsOf(tool, arguments);
    if ((tool == u"kubectl" || tool == u"oc" || tool == u"k") && positionals.value(0) == u"delete")
        return riskOfDelete(tool, rules, positionals, arguments);
    return bestOf(tool, rules, positionals, arguments);
}

} // namespace Handrail
