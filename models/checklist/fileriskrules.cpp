// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/fileriskrules.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isHarmlessTarget(const QString &path)
{
    static const QSet<QString> devices = { u"/dev/null"_s, u"/dev/stdout"_s, u"/dev/stderr"_s, u"/dev/tty"_s, u"&1"_s, u"&2"_s, u"1"_s, u"2"_s, u"-"_s };
    return devices.contains(path);
}

bool isScratch(const QString &path)
{
    return path.startsWith(u"/tmp/"_s) || path.startsWith(u"/var/tmp/"_s) || path.startsWith(u"$TMPDIR/"_s);
}

/** A file in the folder one stands in or in one's home, as opposed to one of the system. */
bool isLocal(const QString &path)
{
    return !path.startsWith(u'/') || isScratch(path);
}

CommandRisk riskOfRemoving(const QString &tool, const QStringList &arguments, const QSet<QString> &madeHere)
{
    QStringList targets;
    for (const QString &argument : arguments) {
        if (!argument.startsWith(u'-'))
            targets.append(argument);
    }
    const bool isOwn = !targets.isEmpty() && std::all_of(targets.begin(), targets.end(), [&](const QString &target) {
        return madeHere.contains(target) || (isScratch(target) && !target.contains(u".."_s) && !target.contains(u'*'));
    });
    if (isOwn)
        return { Risk::Change, u"%1 removes a scratch file"_s.arg(tool) };
    return { Risk::Destroy, u"%1 deletes files"_s.arg(tool) };
}

CommandRisk riskOfDd(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (!argument.startsWith(u"of="_s) || isHarmlessTarget(argument.sliced(3)))
            continue;
        const QString target = argument.sliced(3);
        if (isLocal(target))
            return { Risk::Change, u"dd writes a file"_s };
        return { Risk::Destroy, u"dd overwrites %1"_s.arg(target) };
    }
    return { Risk::Read, u"dd writes to no file"_s };
}

CommandRisk riskOfFind(const QStringList &arguments)
{
    if (arguments.contains(u"-delete"_s))
        return { Risk::Destroy, u"find -delete deletes files"_s };
    static const QRegularExpression writes(u"^-f(print|ls)"_s);
    if (arguments.indexOf(writes) >= 0)
        return { Risk::Change, u"find writes a file"_s };
    return { Risk::Read, u"find only reads"_s };
}

CommandRisk riskOfSed(const QStringList &arguments)
{
    static const QRegularExpression inPlace(u"^(-[a-zA-Z]*i.*|--in-place.*)$"_s);
    static const QRegularExpression writes(u"^s(.).*\\1[gpiI\\d]*[we](\\s+\\S+)?$|(^|[;}\\d$/])\\s*w\\s+\\S"_s);
    if (arguments.indexOf(inPlace) >= 0)
        return { Risk::Change, u"sed -i rewrites the file"_s };
    if (arguments.indexOf(writes) >= 0)
        return { Risk::Unknown, u"sed may write a file or run something"_s };
    return { Risk::Read, u"sed only reads"_s };
}

CommandRisk riskOfAwk(const QStringList &arguments)
{
    static const QRegularExpression writes(u"system\\s*\\(|print[^}]*>\\s*\"|\\|\\s*\"|\\|\\s*getline"_s);
    if (arguments.indexOf(QRegularExpression(u"^-i$"_s)) >= 0)
        return { Risk::Change, u"awk -i inplace rewrites the file"_s };
    for (const QString &argument : arguments) {
        if (writes.match(argument).hasMatch())
            return { Risk::Unknown, u"awk may run or write something"_s };
    }
    return { Risk::Read, u"awk only reads"_s };
}

CommandRisk riskOfTee(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (!argument.startsWith(u'-') && !isHarmlessTarget(argument) && !isLocal(argument))
            return { Risk::Change, u"tee writes %1"_s.arg(argument) };
    }
    return { Risk::Read, u"tee writes a local file"_s };
}

} // namespace

std::optional<CommandRisk> riskOfFileTool(const QString &tool, const QStringList &arguments, const QSet<QString> &madeHere)
{
    if (tool == u"rm" || tool == u"unlink")
        return riskOfRemoving(tool, arguments, madeHere);
    if (tool == u"dd")
        return riskOfDd(arguments);
    if (tool == u"find")
        return riskOfFind(arguments);
    if (tool == u"sed" || tool == u"gsed")
        return riskOfSed(arguments);
    if (tool == u"awk" || tool == u"gawk" || tool == u"mawk")
        return riskOfAwk(arguments);
    if (tool == u"tee")
        return riskOfTee(arguments);
    return std::nullopt;
}

CommandRisk riskOfRedirects(const ShellCommand &command)
{
    CommandRisk worst { Risk::Read, {} };
    for (const ShellRedirect &redirect : command.redirects) {
        const QString &target = redirect.target.text;
        if (!redirect.sign.contains(u'>') || redirect.sign.endsWith(u">&") || isHarmlessTarget(target))
            continue;
        const QStringList words = command.words.isEmpty()
            ? QStringList()
            : QStringList { command.words.first().text, command.words.value(1).text };
        const bool isNothing = words == QStringList { u"cat"_s, u"/dev/null"_s } || (!words.isEmpty() && words.first() == u"true");
        const bool empties = isNothing || command.words.isEmpty() || (command.words.first().text == u":" && !redirect.sign.contains(u">>"_s));
        const bool isDevice = target.startsWith(u"/dev/"_s);
        CommandRisk risk { Risk::Read, {} };
        if (empties || isDevice)
            risk = { Risk::Destroy, u"the redirection empties %1"_s.arg(target) };
        else if (!isLocal(target) || target.startsWith(u"~/."_s))
            risk = { Risk::Change, u"the redirection writes %1"_s.arg(target) };
        else if (command.words.first().text == u"echo" || command.words.first().text == u"printf" || !command.hereDocument.isEmpty())
            risk = { Risk::Change, u"writes the file %1"_s.arg(target) };
        if (risk.risk > worst.risk)
            worst = risk;
    }
    return worst;
}

QSet<QString> filesMadeBy(const ShellCommand &command)
{
    static const QSet<QString> makers = { u"touch"_s, u"vi"_s, u"vim"_s, u"nano"_s, u"mktemp"_s, u"mkdir"_s, u"tee"_s };
    QSet<QString> files;
    for (const ShellRedirect &redirect : command.redirects) {
        if (redirect.sign.contains(u'>'))
            files.insert(redirect.target.text);
    }
    if (!command.words.isEmpty() && makers.contains(command.words.first().text)) {
        for (const ShellWord &word : command.words.mid(1))
            files.insert(word.text);
    }
    files.remove(u"/"_s);
    files.remove(u"."_s);
    return files;
}

} // namespace Handrail
