// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/commandrisk.h"

#include "checklist/fileriskrules.h"
#include "checklist/httprisk.h"
#include "checklist/shelllexer.h"
#include "checklist/shellprompts.h"
#include "checklist/sqlrisk.h"
#include "checklist/toolrisk.h"
#include "checklist/wrappedcommand.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 12;

CommandRisk worse(const CommandRisk &a, const CommandRisk &b)
{
    return b.risk > a.risk || a.reason.isEmpty() ? (b.risk >= a.risk ? b : a) : a;
}

/** Judges the commands of one block; remembers which files the block itself made. */
class Judge
{
public:
    CommandRisk riskOfScript(const QString &text, int depth)
    {
        if (depth > maximumDepth)
            return { Risk::Unknown, u"nested too deep to be read"_s };
        const ShellScript script = readShell(text);
        CommandRisk worst { Risk::Read, {} };
        for (const ShellCommand &command : script.commands) {
            worst = worse(worst, riskOfCommand(command, depth));
            m_madeHere += filesMadeBy(command);
        }
        if (!script.isWhole && worst.risk < Risk::Unknown)
            return { Risk::Unknown, u"a quote or a bracket is never closed"_s };
        if (script.commands.isEmpty() && !text.trimmed().isEmpty())
            return { Risk::Read, u"only comments"_s };
        return worst;
    }

private:
    CommandRisk riskOfCommand(const ShellCommand &command, int depth)
    {
        CommandRisk worst = riskOfRedirects(command);
        worst = worse(worst, riskOfSubstitutions(command.assignments, depth));
        worst = worse(worst, riskOfSubstitutions(command.words, depth));
        for (const ShellRedirect &redirect : command.redirects)
            worst = worse(worst, riskOfSubstitutions({ redirect.target }, depth));
        if (command.hereDocument.contains(u"$("_s) || command.hereDocument.contains(u'`'))
            worst = worse(worst, { Risk::Unknown, u"the here-document may run commands"_s });
        if (command.words.isEmpty()) {
            if (!command.assignments.isEmpty())
                worst = worse(worst, { Risk::Read, u"sets a variable"_s });
            return worst;
        }
        return worse(worst, riskOfWords(command.words, command, depth));
    }

    CommandRisk riskOfSubstitutions(const QList<ShellWord> &words, int depth)
    {
        CommandRisk worst { Risk::Read, {} };
        for (const ShellWord &word : words) {
            for (const QString &inside : word.substitutions)
                worst = worse(worst, riskOfScript(inside, depth + 1));
        }
        return worst;
    }

    CommandRisk riskOfWords(const QList<ShellWord> &words, const ShellCommand &command, int depth)
    {
        if (depth > maximumDepth)
            return { Risk::Unknown, u"nested too deep to be read"_s };
        const QString tool = toolName(words.first().text);
        QStringList arguments;
        for (const ShellWord &word : words.mid(1))
            arguments.append(word.text);
        if (isLoopHead(tool))
            return { Risk::Read, {} };
        if (const std::optional<WrappedCommand> inner = wrappedIn(words))
            return riskOfWrapped(*inner, command, depth);
        if (const std::optional<CommandRisk> risk = riskOfClient(tool, arguments, command))
            return *risk;
        if (tool == u"curl")
            return riskOfCurl(arguments);
        if (const std::optional<CommandRisk> risk = riskOfFileTool(tool, arguments, m_madeHere)) {
            CommandRisk worst = *risk;
            if (tool == u"find")
                worst = worse(worst, riskOfFindExec(words, command, depth));
            return worst;
        }
        if (words.first().text.contains(u'/') && !isSystemPath(words.first().text))
            return { Risk::Unknown, u"%1 is a program that is not shown"_s.arg(words.first().text) };
        return riskOfTool(tool, arguments);
    }

    static QString toolName(const QString &word)
    {
        return isSystemPath(word) ? word.section(u'/', -1) : word;
    }

    static bool isSystemPath(const QString &word)
    {
        static const QRegularExpression path(u"^/(usr/)?(local/)?s?bin/[\\w.-]+$"_s);
        return path.match(word).hasMatch();
    }

    /** "for x in ...", "case x in": words, no commands; what stands behind "do" is judged on its own. */
    static bool isLoopHead(const QString &tool)
    {
        return tool == u"for" || tool == u"case" || tool == u"select" || tool == u"in" || tool == u"function" || tool == u"[["
            || tool == u"((";
    }

    CommandRisk riskOfWrapped(const WrappedCommand &inner, const ShellCommand &command, int depth)
    {
        if (inner.isEmpty() && !command.hereDocument.isEmpty())
            return riskOfScript(command.hereDocument, depth + 1);
        if (inner.isEmpty())
            return inner.whenEmpty;
        if (!inner.script.isEmpty())
            return riskOfScript(inner.script, depth + 1);
        return riskOfWords(inner.words, command, depth + 1);
    }

    CommandRisk riskOfFindExec(const QList<ShellWord> &words, const ShellCommand &command, int depth)
    {
        static const QStringList starters = { u"-exec"_s, u"-execdir"_s, u"-ok"_s, u"-okdir"_s };
        CommandRisk worst { Risk::Read, {} };
        for (qsizetype i = 1; i + 1 < words.size(); ++i) {
            if (starters.contains(words[i].text))
                worst = worse(worst, riskOfWords(words.mid(i + 1), command, depth + 1));
        }
        return worst;
    }

    /** Database clients: the statement they are given counts; without one they open a console. */
    static std::optional<CommandRisk> riskOfClient(const QString &tool, const QStringList &arguments, const ShellCommand &command)
    {
        static const QHash<QString, QStringList> clients = {
            { u"psql"_s, { u"-c"_s, u"--command"_s } }, { u"mysql"_s, { u"-e"_s, u"--execute"_s } },
            { u"mariadb"_s, { u"-e"_s, u"--execute"_s } }, { u"clickhouse-client"_s, { u"-q"_s, u"--query"_s } },
            { u"cqlsh"_s, { u"-e"_s, u"--execute"_s } }, { u"sqlite3"_s, {} }, { u"sqlcmd"_s, { u"-Q"_s, u"-q"_s } },
            { u"mongo"_s, { u"--eval"_s } }, { u"mongosh"_s, { u"--eval"_s } },
        };
        const auto client = clients.constFind(tool);
        if (client == clients.constEnd())
            return std::nullopt;
        if (arguments.contains(u"--version"_s) || arguments.contains(u"--help"_s) || (tool == u"psql" && (arguments.contains(u"-l"_s) || arguments.contains(u"--list"_s))))
            return CommandRisk { Risk::Read, u"%1 only shows"_s.arg(tool) };
        QStringList statements = statementsIn(arguments, *client);
        if (!command.hereDocument.isEmpty())
            statements.append(command.hereDocument);
        for (const ShellRedirect &redirect : command.redirects) {
            if (redirect.sign == u"<<<")
                statements.append(redirect.target.text);
            else if (redirect.sign == u"<")
                return CommandRisk { Risk::Change, u"%1 runs the statements of a file"_s.arg(tool) };
        }
        if (statements.isEmpty())
            return CommandRisk { Risk::Change, u"%1 opens a console in which anything can be done"_s.arg(tool) };
        CommandRisk worst { Risk::Read, {} };
        for (const QString &statement : std::as_const(statements))
            worst = worse(worst, tool.startsWith(u"mongo"_s) ? riskOfMongo(statement) : riskOfSql(statement));
        return worst;
    }

    static QStringList statementsIn(const QStringList &arguments, const QStringList &options)
    {
        QStringList statements;
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            const QString &argument = arguments[i];
            for (const QString &option : options) {
                const bool isShort = option.size() == 2;
                if (argument == option || (isShort && argument.size() > 2 && argument[0] == u'-' && argument[1] != u'-' && argument.endsWith(option[1])))
                    statements.append(arguments.value(i + 1));
                else if (!isShort && argument.startsWith(option + u'='))
                    statements.append(argument.sliced(option.size() + 1));
                else if (isShort && argument.startsWith(option) && argument.size() > 2 && isSql(argument.sliced(2)))
                    statements.append(argument.sliced(2));
            }
        }
        if (options.isEmpty() && arguments.size() > 1)
            statements.append(arguments.last());
        return statements;
    }

    static CommandRisk riskOfMongo(const QString &script)
    {
        static const QRegularExpression destroying(u"\\.(drop\\w*|remove|delete\\w*|shutdownServer|repairDatabase)\\s*\\(|dropDatabase|\"drop"_s);
        static const QRegularExpression call(u"([A-Za-z_]\\w*)\\s*\\("_s);
        static const QRegularExpression reading(
            u"^(find\\w*|count\\w*|stats|status|hello|isMaster|serverStatus|currentOp|print\\w*|getReplicationInfo|getCollection\\w*|getSiblingDB|getDB|"
            "tojson|limit|sort|pretty|explain|aggregate|distinct|getIndexes|conf|config|hostInfo|version|forEach|toArray|ping|getUsers|"
            "stringify|getName|getShardDistribution|listDatabases|getMongo|slaveOk|secondaryOk|function|dataSize|totalSize|storageSize)$"_s);
        if (destroying.match(script).hasMatch())
            return { Risk::Destroy, u"the script deletes data"_s };
        bool hasCall = false;
        for (auto match = call.globalMatch(script); match.hasNext();) {
            const QString name = match.next().captured(1);
            hasCall = true;
            if (!reading.match(name).hasMatch())
                return { Risk::Change, u"%1() may change data"_s.arg(name) };
        }
        return hasCall ? CommandRisk { Risk::Read, u"the script only reads"_s } : CommandRisk { Risk::Unknown, u"the script is not known"_s };
    }

    QSet<QString> m_madeHere;
};

bool isSqlLanguage(const QString &language)
{
    static const QStringList names = { u"sql"_s, u"mysql"_s, u"psql"_s, u"postgres"_s, u"postgresql"_s, u"plpgsql"_s, u"pgsql"_s,
                                       u"tsql"_s, u"plsql"_s, u"cql"_s };
    return names.contains(language);
}

/** "postgres=# \c shop" is typed at a database, whatever the block's language. */
QString withoutDatabasePrompt(const QString &command)
{
    static const QRegularExpression prompt(u"^\\s*(\\w+(=[#>]|-[#>])|(mysql|MariaDB \\[[^\\]]*\\]|cqlsh|sqlite)>)\\s+([^\\n]*)"_s,
                                           QRegularExpression::MultilineOption);
    QStringList lines;
    for (auto match = prompt.globalMatch(command); match.hasNext();)
        lines.append(match.next().captured(4));
    return lines.join(u'\n');
}

CommandRisk detected(const QString &command, const QString &language)
{
    if (const QString statements = withoutDatabasePrompt(command); !statements.isEmpty())
        return riskOfSql(statements);
    static const QRegularExpression clientLine(u"^\\s*(psql|mysql|mysqldump|pg_dump|kubectl|oc|sudo|docker|\\$)\\s"_s, QRegularExpression::MultilineOption);
    if ((isSqlLanguage(language) && !clientLine.match(command).hasMatch()) || isSql(command))
        return riskOfSql(command);
    QString shell = command;
    if (isSqlLanguage(language)) // shell in a block that says it is SQL: its comments are SQL's
        shell.replace(QRegularExpression(u"^\\s*--\\s[^\\n]*"_s, QRegularExpression::MultilineOption), QString());
    shell = commandsOfSession(shell);
    const CommandRisk risk = Judge().riskOfScript(shell, 0);
    return risk.reason.isEmpty() ? CommandRisk { risk.risk, u"only reads"_s } : risk;
}

} // namespace

CommandRisk riskOf(const QString &command, const QString &language, const QString &declared)
{
    if (command.trimmed().isEmpty())
        return { Risk::Unknown, u"there is no command"_s };
    // A terminal takes a carriage return for Enter: what stands behind it runs.
    QString lines = command;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const CommandRisk found = detected(lines, language.toLower());
    const Risk said = riskFromString(declared.toLower());
    if (said != Risk::Unknown && said > found.risk)
        return { said, u"the author says so"_s };
    return found;
}

QString toString(Risk risk)
{
    switch (risk) {
    case Risk::Read:
        return u"read"_s;
    case Risk::Change:
        return u"change"_s;
    case Risk::Destroy:
        return u"destroy"_s;
    case Risk::Unknown:
        break;
    }
    return u"unknown"_s;
}

} // namespace Handrail
