// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/commandtext.h"

#include "library/commandtable.h"
#include "library/fenceinfo.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QSet<QString> &shellLanguages()
{
    static const QSet<QString> names = { u"sh"_s, u"bash"_s, u"zsh"_s, u"fish"_s, u"ksh"_s, u"shell"_s, u"command"_s, u"cmd"_s,
                                         u"bat"_s, u"batch"_s, u"powershell"_s, u"ps1"_s, u"pwsh"_s, u"shellscript"_s };
    return names;
}

const QSet<QString> &consoleLanguages()
{
    static const QSet<QString> names = { QString(), u"console"_s, u"shell-session"_s, u"shellsession"_s, u"sh-session"_s,
                                         u"terminal"_s, u"text"_s, u"txt"_s, u"plaintext"_s, u"plain"_s, u"none"_s, u"output"_s };
    return names;
}

const QSet<QString> &sqlLanguages()
{
    static const QSet<QString> names = { u"sql"_s, u"mysql"_s, u"psql"_s, u"postgres"_s, u"postgresql"_s, u"plpgsql"_s,
                                         u"pgsql"_s, u"tsql"_s, u"plsql"_s, u"cql"_s };
    return names;
}

bool isSqlStatement(QStringView text)
{
    static const QRegularExpression statement(
        u"^\\s*(SELECT\\s.+(\\sFROM\\s|\\(|;)|SELECT\\s*$|SELECT\\s+[\\w.*]+\\s*,?\\s*$|INSERT\\s+INTO\\s|UPDATE\\s+\\S+\\s+SET\\s|"
        "DELETE\\s+FROM\\s|ALTER\\s+(TABLE|SYSTEM|USER|ROLE|DATABASE|INDEX|SUBSCRIPTION|PUBLICATION|SEQUENCE)\\b|"
        "DROP\\s+(TABLE|DATABASE|INDEX|SCHEMA|USER|ROLE|VIEW|TRIGGER|EXTENSION|SUBSCRIPTION|PUBLICATION|COLUMN)\\b|"
        "CREATE\\s+(TABLE|DATABASE|INDEX|USER|ROLE|VIEW|EXTENSION|UNIQUE|SCHEMA|PUBLICATION|SUBSCRIPTION)\\b|"
        "TRUNCATE\\s|VACUUM\\b|REINDEX\\s|EXPLAIN\\s|ANALYZE\\b\\s*\\w*;|GRANT\\s+\\w|REVOKE\\s+\\w|"
        "SHOW\\s+(\\w+\\s+)?\\w+\\s*;|KILL\\s+(QUERY\\s+)?\\d|FLUSH\\s+\\w)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return statement.match(text.left(4000).toString()).hasMatch();
}

/** "FOO=bar", "export FOO=$(...)" */
bool setsVariable(QStringView line)
{
    static const QRegularExpression form(u"^(export\\s+)?[A-Za-z_]\\w*=\\S*"_s);
    return form.match(line.toString()).hasMatch();
}

/** The words behind the tool's name; none is no use: "top" alone may be a word of prose. */
bool hasArguments(QStringView line)
{
    const QStringView rest = withoutPrompt(line).trimmed();
    return rest.indexOf(u' ') > 0;
}

bool isScriptPath(const QString &tool)
{
    static const QRegularExpression path(u"^(\\./|/usr/|/opt/|/bin/|/sbin/|~/|\\.\\./)[\\w./-]*[\\w-]$|^bin/[\\w-]+$|^[\\w./-]+\\.sh$"_s);
    return path.match(tool).hasMatch();
}

bool looksLikeCommandLine(const QString &line)
{
    const QStringView plain = withoutPrompt(line).trimmed();
    if (plain.size() != QStringView(line).trimmed().size())
        return true;
    const QString tool = toolOf(line);
    // "Name: value" and "NAME  READY" are output; tools are lower case.
    if (tool.isEmpty() || tool.endsWith(u':'))
        return false;
    return isKnownTool(tool) || isScriptPath(tool) || (setsVariable(plain) && plain.startsWith(u"export"));
}

/** What may stand before a tool that a shell runs: keywords, and signs that keep it from being told. */
QStringView withoutLead(QStringView part)
{
    static const QRegularExpression lead(u"^(?:\\s|[\\\\\"'!({]|(?:do|then|else|elif|if|while|until|time|exec|sudo)\\s)+"_s);
    const QRegularExpressionMatch match = lead.match(part.toString());
    return match.hasMatch() ? part.sliced(match.capturedLength()) : part;
}

/** Whether a shell would run @p part. "sum by (route)" and "sort(up)" are functions of a query, "| sort by x" a stage of one. */
bool startsRun(const QString &part, bool isStage)
{
    static const QRegularExpression function(u"(?i)^(\\s+(by|without))?\\s*\\("_s);
    static const QRegularExpression writesFile(u"^\\s*>{1,2}\\s*(~|/|\\.\\.?/|\\$)"_s);
    static const QSet<QString> alone = { u"reboot"_s, u"halt"_s, u"poweroff"_s, u"shutdown"_s };
    static const QSet<QString> stages = { u"sort"_s, u"top"_s, u"join"_s, u"head"_s, u"tail"_s, u"find"_s, u"print"_s, u"parse"_s, u"count"_s };
    const QStringView trimmed = QStringView(part).trimmed();
    if (withoutPrompt(trimmed).size() != trimmed.size() || writesFile.match(part).hasMatch())
        return true;
    const QStringView plain = withoutLead(trimmed);
    const QString written = toolOf(plain);
    const QString tool = QString(written).remove(u'"').remove(u'\'');
    if (alone.contains(tool) && plain.trimmed().size() == tool.size())
        return true;
    if (!(isKnownTool(tool) || isScriptPath(tool)) || (isStage && stages.contains(tool)))
        return false;
    const QStringView rest = plain.sliced(plain.indexOf(written) + written.size());
    return !rest.trimmed().isEmpty() && !function.match(rest.toString()).hasMatch();
}

/** Whether the first line that says something is a command. */
bool startsWithCommand(const QString &code)
{
    const QStringList lines = code.split(u'\n');
    for (const QString &line : lines) {
        const QStringView trimmed = QStringView(line).trimmed();
        if (trimmed.isEmpty() || trimmed == u"..." || trimmed == u"```")
            continue;
        if (trimmed.startsWith(u'#')) {
            const QString rest = trimmed.sliced(1).trimmed().toString();
            if (isKnownTool(toolOf(rest)) && trimmed.startsWith(u"# ") && rest.size() < 120)
                return true; // a root prompt, or a comment that a command follows: both are commands
            continue;
        }
        if (trimmed.startsWith(u"//") || trimmed.startsWith(u"--"))
            continue;
        if (looksLikeCommandLine(trimmed.toString()))
            return true;
        if (setsVariable(trimmed))
            continue;
        return false;
    }
    return false;
}

} // namespace

QStringView withoutPrompt(QStringView line)
{
    static const QRegularExpression prompt(
        u"^\\s*(?:[$%❯➜]\\s+|\\[?[\\w.-]+@[\\w.-]+[^$#>\\n]{0,60}[$#>]+\\s*\\$?\\s+|PS\\s+[A-Z]:\\\\[^>]*>\\s*|"
        "(?:mysql|MariaDB \\[[^\\]]*\\]|redis|mongo|mongosh|cqlsh|sqlite|postgres|psql|\\w+)(?:=[#>]|-#|>)\\s+|[\\d.]+:\\d+>\\s+)"_s);
    const QRegularExpressionMatch match = prompt.match(line.toString());
    return match.hasMatch() ? line.sliced(match.capturedLength()) : line;
}

QString toolOf(QStringView line)
{
    static const QRegularExpression assignment(u"^[A-Za-z_]\\w*=(\"[^\"]*\"|'[^']*'|\\S)*\\s+"_s);
    line = withoutPrompt(line).trimmed();
    while (line.startsWith(u'(') || line.startsWith(u'{'))
        line = line.sliced(1).trimmed();
    for (QRegularExpressionMatch match = assignment.match(line.toString()); match.hasMatch(); match = assignment.match(line.toString()))
        line = line.sliced(match.capturedLength());
    qsizetype end = 0;
    while (end < line.size() && !line[end].isSpace() && !u";|&()<>"_s.contains(line[end]))
        ++end;
    return line.first(end).toString();
}

bool isCommandBlock(const Block &code)
{
    if (code.kind != Block::Kind::Code || code.literal.trimmed().isEmpty())
        return false;
    const QString language = readFenceInfo(code.info).language;
    if (shellLanguages().contains(language))
        return true;
    if (sqlLanguages().contains(language))
        return true;
    if (!consoleLanguages().contains(language))
        return false;
    QString text = code.literal;
    while (text.startsWith(u'\n'))
        text.remove(0, 1);
    return startsWithCommand(text) || isSqlStatement(text);
}

bool isQueryLanguage(const QString &language)
{
    static const QSet<QString> names = { u"promql"_s, u"logql"_s, u"lucene"_s, u"kql"_s, u"kusto"_s, u"metricsql"_s, u"traceql"_s };
    return names.contains(language.toLower());
}

bool isQueryText(const QString &text)
{
    static const QRegularExpression ends(u"[\n;&`]"_s); // of what a shell would run
    if (text.trimmed().isEmpty() || text.contains(u"$("_s) || isSqlStatement(text))
        return false;
    const QStringList parts = text.split(ends);
    return std::none_of(parts.begin(), parts.end(), [](const QString &part) {
        const QStringList stages = part.split(u'|');
        for (qsizetype i = 0; i < stages.size(); ++i) {
            if (startsRun(stages.at(i), i > 0))
                return true;
        }
        return part.trimmed().startsWith(u'.'); // a management command of Kusto
    });
}

bool isQueryBlock(const Block &code)
{
    const FenceInfo info = readFenceInfo(code.info);
    return code.kind == Block::Kind::Code && isQueryLanguage(info.language) && !info.attributes.contains(u"risk"_s) && isQueryText(code.literal);
}

bool isCommandText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() < 4 || trimmed.size() > 4000)
        return false;
    if (isSqlStatement(trimmed) && trimmed.count(u' ') >= 2)
        return true;
    const bool hasPrompt = trimmed.startsWith(u"$ "_s);
    const QString tool = toolOf(trimmed);
    return hasArguments(trimmed) && (hasPrompt || isKnownTool(tool) || (isScriptPath(tool) && tool.contains(u'/')));
}

} // namespace Handrail
