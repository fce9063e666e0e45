// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/matchcommand.h"

#include "alerts/alertjson.h"
#include "app/cli/alerttext.h"
#include "app/cli/library.h"
#include "app/cli/terminaltable.h"
#include "matching/matchjson.h"
#include "session/pastruns.h"
#include "session/triage.h"
#include "store/incidentstore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualLimit = 5;
constexpr qint64 largestBatch = 256 * 1024 * 1024;

QString verdictText(MatchResult::Verdict verdict)
{
    switch (verdict) {
    case MatchResult::Verdict::Confident:
        return u"This one fits:"_s;
    case MatchResult::Verdict::Possible:
        return u"Perhaps one of these; read the reasons:"_s;
    case MatchResult::Verdict::None:
        break;
    }
    return u"No runbook fits."_s;
}

QString ownerText(const Ownership &ownership)
{
    if (ownership.owner.isEmpty())
        return u"  owner  unknown\n"_s;
    QString concerns;
    if (ownership.concerns == Ownership::Concerns::Mine)
        concerns = u", your team"_s;
    else if (ownership.concerns == Ownership::Concerns::MyDependency)
        concerns = u", your %1 needs it"_s.arg(ownership.throughService);
    TerminalTable table;
    table.addRow({ u"owner"_s, ownership.owner + concerns });
    if (!ownership.contact.isEmpty())
        table.addRow({ u"contact"_s, ownership.contact });
    if (!ownership.onCall.person.isEmpty())
        table.addRow({ u"on call"_s, u"%1 until %2"_s.arg(ownership.onCall.person, ownership.onCall.until.toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s) });
    if (!ownership.reason.isEmpty())
        table.addRow({ u"because"_s, ownership.reason });
    return table.text(u"  "_s);
}

QString matchText(const Match &match, int rank)
{
    const QString place = match.runbook.ref.path + (match.anchor.isEmpty() ? QString() : u'#' + match.anchor);
    TerminalTable head;
    head.addRow({ QString::number(rank), QString::number(match.score, 'f', 2), match.title, place });
    TerminalTable reasons;
    for (const Reason &reason : match.reasons)
        reasons.addRow({ u"+%1"_s.arg(reason.weight, 0, 'f', 2), toString(reason.kind), reason.detail });
    return head.text(u"  "_s) + reasons.text(u"       "_s);
}

QString resultText(const Alert &alert, const MatchResult &result)
{
    QString text = alertHeadline(alert) + u'\n' + ownerText(result.ownership) + u"\n  "_s + verdictText(result.verdict) + u'\n';
    int rank = 0;
    for (const Match &match : result.matches)
        text += matchText(match, ++rank);
    if (!result.deadLink.isEmpty())
        text += u"  The alert's runbook link leads to no file here: "_s + onOneLine(result.deadLink) + u'\n';
    if (const auto &nearest = result.nearestToDeadLink)
        text += u"  The nearest is "_s + onOneLine(nearest->runbook.ref.path) + u'\n';
    return text;
}

/** What alerts are matched with. */
struct Asked
{
    Triage triage;
    int limit = usualLimit;
    MatchContext context;
    bool json = false;
};

/** What became of runbooks here before; where the incidents cannot be read that is said, and the rest counts. */
QList<PastRun> pastRunsOf(const QString &folder, const Streams &streams, const Workplace &workplace)
{
    if (!IncidentStore::exists(folder))
        return {};
    const auto store = IncidentStore::openForReading(folder, workplace.clock);
    const auto incidents = store ? (*store)->incidents().result() : Result<QList<IncidentSummary>>(store.problem());
    if (incidents)
        return pastRunsIn(*incidents);
    streams.complain(u"What was said of runbooks before does not count: "_s + incidents.problem().text);
    return {};
}

/** The answers for all alerts of one text; a complaint is made where there is none. */
class Answers
{
public:
    Answers(const Asked &asked, const Streams &streams)
        : m_asked(asked)
        , m_streams(streams)
    {
    }

    void add(const Alert &alert)
    {
        const auto result = m_asked.triage.match(alert, m_asked.limit, m_asked.context);
        if (!result) {
            m_streams.complain(result.problem().text);
            m_failed = true;
            return;
        }
        m_found = m_found || result->verdict != MatchResult::Verdict::None;
        m_json.append(toJson(alert, *result));
        m_text += (m_text.isEmpty() ? QString() : u"\n"_s) + resultText(alert, *result);
    }

    int exitCode() const { return m_failed ? ExitCode::noAccess : m_found ? ExitCode::done : ExitCode::findings; }
    QJsonObject json() const { return { { u"alerts"_s, m_json } }; }
    const QString &text() const { return m_text; }

private:
    const Asked &m_asked;
    const Streams &m_streams;
    QJsonArray m_json;
    QString m_text;
    bool m_found = false;
    bool m_failed = false;
};

int matchOne(const QString &file, const Asked &asked, const Streams &streams)
{
    const auto text = readText(streams, file, AlertReader::maximumLength);
    if (!text) {
        streams.complain(text.problem().text);
        return ExitCode::noAccess;
    }
    const ParsedAlerts parsed = asked.triage.read(*text);
    const QList<Alert> alerts = Triage::alertsToMatch(parsed);
    streams.complain(parsed.problems);
    Answers answers(asked, streams);
    for (const Alert &alert : alerts)
        answers.add(alert);
    if (asked.json)
        streams.print(answers.json());
    else
        streams.print(alerts.isEmpty() ? u"There is no text to match.\n"_s : answers.text());
    return answers.exitCode();
}

/** One line of a batch: {"id","alert"} or {"id","text"}. */
void matchLine(const QJsonObject &line, Answers &answers, const Triage &triage)
{
    if (line.value("alert"_L1).isObject())
        return answers.add(alertFromJson(line.value("alert"_L1).toObject()));
    const QList<Alert> alerts = Triage::alertsToMatch(triage.read(line.value("text"_L1).toString()));
    for (const Alert &alert : alerts)
        answers.add(alert);
}

int matchBatch(const QString &file, const Asked &asked, const Streams &streams)
{
    const auto text = readText(streams, file, largestBatch);
    if (!text) {
        streams.complain(text.problem().text);
        return ExitCode::noAccess;
    }
    int code = ExitCode::done;
    int number = 0;
    for (const QStringView line : QStringView(*text).tokenize(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
        if (!document.isObject()) {
            streams.complain({ { Problem::Severity::Error, u"This is no JSON object; the line was passed over."_s, number } });
            code = ExitCode::findings;
            continue;
        }
        Answers answers(asked, streams);
        matchLine(document.object(), answers, asked.triage);
        QJsonObject out = answers.json();
        out.insert(u"id"_s, document.object().value("id"_L1));
        if (asked.json)
            streams.print(out);
        else
            streams.print(u"— %1\n"_s.arg(onOneLine(out.value("id"_L1).toVariant().toString())) + answers.text() + u'\n');
        if (answers.exitCode() == ExitCode::noAccess)
            code = ExitCode::noAccess;
    }
    return code;
}

} // namespace

QString MatchCommand::name() const
{
    return u"match"_s;
}

QString MatchCommand::summary() const
{
    return u"Finds the runbooks for an alert and says why"_s;
}

int MatchCommand::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    Options options(name(), u"[FILE|-] [--batch FILE] [--library DIR]... [--data DIR] [--limit N] [--json]"_s,
                    u"Reads alerts out of whatever was pasted and ranks the runbooks that fit; without FILE, from the input."_s);
    options.addLibraries();
    options.addData();
    options.addValue(u"limit"_s, u"N"_s, u"Shows at most N runbooks for an alert (%1)."_s.arg(usualLimit));
    options.addValue(u"batch"_s, u"FILE"_s,
                     u"Reads a {\"id\",\"alert\"} or {\"id\",\"text\"} a line; one line of output for each."_s);
    if (const auto code = options.read(arguments, streams, 1))
        return *code;
    const auto limit = options.number(u"limit", usualLimit, streams);
    if (!limit)
        return ExitCode::wrongUse;
    const auto library = openLibrary(options, streams, workplace);
    if (!library)
        return ExitCode::noAccess;
    streams.complain(library->progress.problems);
    const Asked asked { Triage(*library->index, library->catalog, library->myTeams), *limit,
                        { workplace.clock.now(), pastRunsOf(options.dataFolder(workplace), streams, workplace), {} }, options.json() };
    return options.has(u"batch") ? matchBatch(options.value(u"batch"), asked, streams) : matchOne(options.positional(0), asked, streams);
}

} // namespace Handrail
