// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/shellprompts.h"

#include "checklist/shelllexer.h"
#include "library/commandtable.h"
#include "library/commandtext.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Whether a line without a prompt is a command all the same. */
bool isBareCommand(const QString &line)
{
    const QString tool = toolOf(line);
    return isKnownTool(tool) || tool.startsWith(u"./"_s) || tool.startsWith(u"../"_s) || tool.startsWith(u"~/"_s);
}

/** "# lsblk": root's prompt, when what follows is a tool and not a sentence that starts with a verb. */
bool isRootPrompt(const QString &line)
{
    static const QRegularExpression form(u"^\\s*#\\s+([a-z][\\w.-]*)(\\s+.*)?$"_s);
    const QRegularExpressionMatch match = form.match(line);
    if (!match.hasMatch() || !isKnownTool(match.captured(1)))
        return false;
    static const QRegularExpression prose(u"^\\s+(the|a|an|to|for|if|that|this|your|all|any|in|is|it|and|with|sure|on|of|these|each|every|out|when|from)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return !prose.match(match.captured(2)).hasMatch() && !line.trimmed().endsWith(u'.') && !line.trimmed().endsWith(u':');
}

bool isBlankOrComment(const QString &line)
{
    const QStringView trimmed = QStringView(line).trimmed();
    return trimmed.isEmpty() || trimmed.startsWith(u'#');
}

bool hasPrompt(const QString &line)
{
    return withoutPrompt(line).size() != line.size();
}

/** Root prompts count only where nothing else is a command: elsewhere "# ..." is a comment. */
bool isRootSession(const QStringList &lines)
{
    bool hasRootPrompt = false;
    for (const QString &line : lines) {
        if (isRootPrompt(line))
            hasRootPrompt = true;
        else if (!isBlankOrComment(line) && (hasPrompt(line) || isBareCommand(line)))
            return false;
    }
    return hasRootPrompt;
}

bool isOpen(const QString &command)
{
    return command.endsWith(u'\\') || !readShell(command + u'\n').isWhole;
}

} // namespace

QString commandsOfSession(const QString &block)
{
    const QStringList lines = block.split(u'\n');
    const bool isRoot = isRootSession(lines);
    if (!isRoot && std::none_of(lines.begin(), lines.end(), hasPrompt))
        return block;

    QStringList commands;
    bool continues = false;
    QString current;
    for (const QString &line : lines) {
        const bool isPrompted = isRoot ? isRootPrompt(line) : hasPrompt(line);
        QString command = line;
        if (isPrompted)
            command = isRoot ? line.trimmed().sliced(1).trimmed() : withoutPrompt(line).toString();
        else if (continues && QStringView(line).trimmed().startsWith(u"> "))
            command = line.trimmed().sliced(2);
        else if (!continues && !isBareCommand(line))
            continue;
        current = continues && !isPrompted ? current + u'\n' + command : command;
        continues = isOpen(current);
        commands.append(command);
    }
    return commands.join(u'\n');
}

} // namespace Handrail
