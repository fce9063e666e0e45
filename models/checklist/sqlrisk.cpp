// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/sqlrisk.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Upper-case words and marks of the statements, without comments and the insides of quotes; a semicolon ends a statement. */
QList<QStringList> statementsOf(const QString &text)
{
    static const QRegularExpression token(
        u"--[^\\n]*|/\\*(?!!).*?\\*/|\\$\\$.*?\\$\\$|'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|\\\\[A-Za-z?!+]+|[A-Za-z_][\\w.$]*|;|\\(|[^\\s]"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QList<QStringList> statements(1);
    for (auto match = token.globalMatch(text); match.hasNext();) {
        const QString word = match.next().captured();
        if (word.startsWith(u"--"_s) || word.startsWith(u"/*"_s))
            continue;
        if (word == u";")
            statements.append(QStringList());
        else
            statements.last().append(word.startsWith(u'\'') || word.startsWith(u"$$"_s) ? u"''"_s : word.startsWith(u'\\') ? word : word.toUpper());
    }
    statements.removeAll(QStringList());
    return statements;
}

const QHash<QString, CommandRisk> &firstWords()
{
    static const auto row = [](Risk risk, const QString &reason) { return CommandRisk { risk, reason }; };
    static const QHash<QString, CommandRisk> table = {
        { u"SHOW"_s, row(Risk::Read, u"SHOW only reads"_s) },
        { u"DESCRIBE"_s, row(Risk::Read, u"DESCRIBE only reads"_s) },
        { u"DESC"_s, row(Risk::Read, u"DESC only reads"_s) },
        { u"USE"_s, row(Risk::Read, u"USE chooses a database"_s) },
        { u"BEGIN"_s, row(Risk::Read, u"BEGIN opens a transaction"_s) },
        { u"START"_s, row(Risk::Change, u"START changes what runs"_s) },
        { u"STOP"_s, row(Risk::Change, u"STOP changes what runs"_s) },
        { u"COMMIT"_s, row(Risk::Read, u"COMMIT ends a transaction"_s) },
        { u"ROLLBACK"_s, row(Risk::Read, u"ROLLBACK ends a transaction"_s) },
        { u"END"_s, row(Risk::Read, u"END ends a transaction"_s) },
        { u"VALUES"_s, row(Risk::Read, u"VALUES only reads"_s) },
        { u"TABLE"_s, row(Risk::Read, u"TABLE only reads"_s) },
        { u"INSERT"_s, row(Risk::Change, u"INSERT adds rows"_s) },
        { u"UPSERT"_s, row(Risk::Change, u"UPSERT changes rows"_s) },
        { u"REPLACE"_s, row(Risk::Change, u"REPLACE changes rows"_s) },
        { u"MERGE"_s, row(Risk::Change, u"MERGE changes rows"_s) },
        { u"UPDATE"_s, row(Risk::Change, u"UPDATE changes rows"_s) },
        { u"CREATE"_s, row(Risk::Change, u"CREATE makes an object"_s) },
        { u"ALTER"_s, row(Risk::Change, u"ALTER changes an object"_s) },
        { u"REASSIGN"_s, row(Risk::Change, u"REASSIGN changes owners"_s) },
        { u"RENAME"_s, row(Risk::Change, u"RENAME changes an object"_s) },
        { u"GRANT"_s, row(Risk::Change, u"GRANT changes rights"_s) },
        { u"REVOKE"_s, row(Risk::Change, u"REVOKE changes rights"_s) },
        { u"VACUUM"_s, row(Risk::Change, u"VACUUM rewrites tables"_s) },
        { u"ANALYZE"_s, row(Risk::Change, u"ANALYZE renews statistics"_s) },
        { u"OPTIMIZE"_s, row(Risk::Change, u"OPTIMIZE rewrites tables"_s) },
        { u"REPAIR"_s, row(Risk::Change, u"REPAIR rewrites tables"_s) },
        { u"REINDEX"_s, row(Risk::Change, u"REINDEX rebuilds indexes"_s) },
        { u"CLUSTER"_s, row(Risk::Change, u"CLUSTER rewrites tables"_s) },
        { u"REFRESH"_s, row(Risk::Change, u"REFRESH rebuilds a view"_s) },
        { u"CHECKPOINT"_s, row(Risk::Change, u"CHECKPOINT writes to disk"_s) },
        { u"COMMENT"_s, row(Risk::Change, u"COMMENT changes an object"_s) },
        { u"LOCK"_s, row(Risk::Change, u"LOCK keeps others out"_s) },
        { u"KILL"_s, row(Risk::Change, u"KILL ends a session"_s) },
        { u"FLUSH"_s, row(Risk::Change, u"FLUSH empties caches"_s) },
        { u"CHANGE"_s, row(Risk::Change, u"CHANGE changes replication"_s) },
        { u"SYSTEM"_s, row(Risk::Change, u"SYSTEM changes the server"_s) },
        { u"DELETE"_s, row(Risk::Destroy, u"DELETE loses rows"_s) },
        { u"TRUNCATE"_s, row(Risk::Destroy, u"TRUNCATE empties a table"_s) },
        { u"DROP"_s, row(Risk::Destroy, u"DROP deletes an object and its data"_s) },
        { u"PURGE"_s, row(Risk::Destroy, u"PURGE deletes logs"_s) },
        { u"RESET"_s, row(Risk::Change, u"RESET sets back"_s) },
    };
    return table;
}

/** Functions that only compute or look. What is not here may do anything: it is Unknown. */
bool isReadingFunction(const QString &name)
{
    static const QRegularExpression harmless(
        u"^(PG_CATALOG\\.)?(COUNT|SUM|AVG|MIN|MAX|COALESCE|NULLIF|GREATEST|LEAST|NOW|AGE|EXTRACT|DATE\\w*|TO_\\w+|CAST|CONVERT|ROUND|CEIL|"
        "FLOOR|ABS|MOD|POWER|SQRT|LENGTH|CHAR_LENGTH|OCTET_LENGTH|LEFT|RIGHT|SUBSTR|SUBSTRING|SUBSTRING_INDEX|TRIM|LTRIM|RTRIM|LOWER|UPPER|REPLACE|"
        "CONCAT\\w*|SPLIT_PART|POSITION|STRPOS|REGEXP_\\w+|FORMAT\\w*|STRING_AGG|ARRAY\\w*|UNNEST|CARDINALITY|GROUP_CONCAT|JSON\\w*|ROW_NUMBER|"
        "RANK|DENSE_RANK|LAG|LEAD|FIRST_VALUE|LAST_VALUE|NTILE|PERCENTILE_\\w+|STDDEV\\w*|VARIANCE|CURRENT_\\w+|VERSION|USER|DATABASE|SCHEMA|"
        "INET_\\w+|PG_SIZE_PRETTY|PG_\\w+_SIZE|PG_STAT_GET\\w*|PG_STAT_FILE|PG_BLOCKING_PIDS|PG_IS_IN_RECOVERY|PG_LAST_\\w+|PG_CURRENT_\\w+|PG_WAL_LSN_DIFF|"
        "PG_XLOG_LOCATION_DIFF|PG_GET_\\w+|PG_BACKEND_PID|PG_POSTMASTER_START_TIME|PG_CONF_LOAD_TIME|PG_TABLE_IS_VISIBLE|PG_LS_\\w+|"
        "PG_WALFILE_NAME|TXID_CURRENT\\w*|HAS_\\w+_PRIVILEGE|OBJ_DESCRIPTION|COL_DESCRIPTION|TIME_BUCKET|HYPERTABLE_\\w*SIZE|CHUNKS_\\w*SIZE|"
        "TIMESTAMPDIFF|UNIX_TIMESTAMP|FROM_UNIXTIME|CURDATE|CURTIME|IF|IFNULL|INTERVAL|YEAR|MONTH|DAY|HOUR|MINUTE|SECOND|GENERATE_SERIES|"
        "CURRENT_SETTING|EXISTS|IN|ANY|ALL|SOME|ROW|VALUES|AS|ON|USING|OVER|FILTER|AND|OR|NOT|WHERE|FROM|SELECT|BY|THEN|WHEN|ELSE|CASE|JOIN|"
        "HAVING|BETWEEN|LIKE|UNION|EXCEPT|INTERSECT|DISTINCT|LATERAL|NUMERIC|DECIMAL|VARCHAR|CHAR|MATERIALIZED|TIMESTAMP|ISNULL|GETDATE|DATALENGTH|"
        "BYTEA|ENCODE|DECODE|MD5|HEX|UNHEX|BIT_\\w+|EVERY|BOOL_\\w+|GROUPING|ROLLUP|CUBE|SETS|WITHIN|APPROXIMATE_ROW_COUNT|TABLE_NAME|UNIQ\\w*|TOSTRING|"
        "FORMATREADABLE\\w+|TOSTARTOF\\w+|GROUPARRAY|QUANTILE\\w*|COUNTIF|SUMIF)$"_s);
    return harmless.match(name).hasMatch();
}

CommandRisk riskOfFunctions(const QStringList &words)
{
    static const QRegularExpression destroying(u"DROP|TRUNCATE|DELETE|PURGE|LO_UNLINK|RESETWAL|REMOVE"_s);
    static const QRegularExpression changing(
        u"TERMINATE|CANCEL|RELOAD|SWITCH|PROMOTE|CREATE|RESET|SETVAL|NEXTVAL|ADVISORY|REPLAY_PAUSE|REPLAY_RESUME|BACKUP|ADVANCE|"
        "COMPRESS|ALTER_|ADD_|RUN_|SET_|ENABLE|DISABLE|CONFIG|EXEC|GET_CHANGES|MOVE|REPACK|SLEEP|NOTIFY"_s);
    CommandRisk worst { Risk::Read, u"a query only reads"_s };
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const QString &name = words[i];
        if (words[i + 1] != u"(" || !name.at(0).isLetter() || isReadingFunction(name.section(u'.', -1)))
            continue;
        const Risk risk = destroying.match(name).hasMatch() ? Risk::Destroy : changing.match(name).hasMatch() ? Risk::Change : Risk::Unknown;
        if (risk > worst.risk)
            worst = { risk, risk == Risk::Unknown ? u"%1() may do anything"_s.arg(name.toLower()) : u"%1() changes the database"_s.arg(name.toLower()) };
    }
    return worst;
}

CommandRisk riskOfSelect(const QStringList &words)
{
    for (const QString &word : words) {
        if (word == u"DELETE" || word == u"TRUNCATE" || word == u"DROP")
            return firstWords().value(word);
        if (word == u"INSERT" || word == u"MERGE")
            return firstWords().value(word);
    }
    if (const qsizetype update = words.indexOf(u"UPDATE"_s); update > 0 && words[update - 1] != u"FOR")
        return firstWords().value(u"UPDATE"_s);
    if (words.contains(u"INTO"_s))
        return { Risk::Change, u"SELECT ... INTO writes a table or a file"_s };
    CommandRisk risk = riskOfFunctions(words);
    if (risk.risk == Risk::Read && words.contains(u"FOR"_s) && (words.contains(u"UPDATE"_s) || words.contains(u"SHARE"_s)))
        return { Risk::Change, u"SELECT ... FOR UPDATE locks rows"_s };
    return risk;
}

CommandRisk riskOfAlter(const QStringList &words)
{
    static const QSet<QString> lost = { u"COLUMN"_s, u"PARTITION"_s, u"TABLE"_s };
    if (const qsizetype drop = words.indexOf(u"DROP"_s); drop > 0)
        return { lost.contains(words.value(drop + 1)) || words.value(drop + 1) != u"CONSTRAINT" ? Risk::Destroy : Risk::Change,
                 u"ALTER ... DROP takes something away"_s };
    return firstWords().value(u"ALTER"_s);
}

CommandRisk riskOfMeta(const QString &word)
{
    static const QRegularExpression reading(
        u"^\\\\(d\\w*\\+?|l\\+?|z|sf|sv|c|connect|conninfo|q|x|t|a|h|\\?|timing|pset|echo|encoding|g|gx|p|r|s|G|watch|du|dt|dn|di|dx|dp|status|use|u|w)\\+?$"_s);
    if (reading.match(word).hasMatch())
        return { Risk::Read, u"%1 only shows"_s.arg(word) };
    return { Risk::Unknown, u"%1 is not known"_s.arg(word) };
}

CommandRisk riskOfStatement(const QStringList &words)
{
    const QString &first = words.first();
    CommandRisk meta { Risk::Read, {} };
    for (const QString &word : words) {
        if (word.startsWith(u'\\') && riskOfMeta(word).risk > meta.risk)
            meta = riskOfMeta(word);
    }
    if (first.startsWith(u'\\') || meta.risk > Risk::Read)
        return meta.reason.isEmpty() ? riskOfMeta(first) : meta;
    if (first == u"SELECT" || first == u"WITH" || first == u"(")
        return riskOfSelect(words);
    if (first == u"EXPLAIN") {
        const bool runsIt = words.contains(u"ANALYZE"_s) || words.contains(u"ANALYSE"_s);
        return runsIt ? riskOfSelect(words) : CommandRisk { Risk::Read, u"EXPLAIN only shows the plan"_s };
    }
    if (first == u"ALTER")
        return riskOfAlter(words);
    if (first == u"SET") {
        const bool isGlobal = words.contains(u"GLOBAL"_s) || words.contains(u"PERSIST"_s) || words.value(1).startsWith(u"@"_s);
        return isGlobal ? CommandRisk { Risk::Change, u"SET GLOBAL changes the server"_s }
                        : CommandRisk { Risk::Read, u"SET changes only this session"_s };
    }
    if (first == u"COPY")
        return words.contains(u"FROM"_s) ? CommandRisk { Risk::Change, u"COPY FROM adds rows"_s }
                                         : CommandRisk { Risk::Read, u"COPY TO only reads"_s };
    if (first == u"CREATE" && words.value(1) == u"OR" && words.contains(u"TABLE"_s))
        return { Risk::Destroy, u"CREATE OR REPLACE TABLE drops the table first"_s };
    if (first == u"RESET" && (words.value(1) == u"MASTER" || words.value(1) == u"BINARY"))
        return { Risk::Destroy, u"RESET MASTER deletes the binary logs"_s };
    return firstWords().value(first, { Risk::Unknown, u"%1 is no SQL statement Handrail knows"_s.arg(first.toLower()) });
}

} // namespace

CommandRisk riskOfSql(const QString &text)
{
    const QList<QStringList> statements = statementsOf(text);
    if (statements.isEmpty())
        return { Risk::Unknown, u"there is no statement in it"_s };
    CommandRisk worst { Risk::Read, {} };
    for (const QStringList &words : statements) {
        const CommandRisk risk = riskOfStatement(words);
        if (risk.risk > worst.risk || worst.reason.isEmpty())
            worst = risk;
    }
    return worst;
}

bool isSql(const QString &text)
{
    static const QRegularExpression comment(u"^(\\s*--[^\\n]*\\n)*\\s*"_s);
    static const QRegularExpression first(u"^(select|with|insert\\s+into|update|delete\\s+from|alter|drop|create|truncate|grant|revoke|vacuum|reindex|explain|show|analyze)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString rest = text;
    rest.remove(comment);
    return first.match(rest).hasMatch();
}

} // namespace Handrail
