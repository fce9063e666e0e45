// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/searchcommand.h"

#include "app/cli/library.h"
#include "app/cli/terminaltable.h"
#include "search/searchquery.h"
#include "session/librarycontents.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualLimit = 10;
constexpr int suggestions = 3;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject hitJson(const SearchHit &hit)
{
    return {
        { u"runbook"_s, hit.runbook.ref.path },
        { u"library"_s, hit.runbook.ref.root },
        { u"anchor"_s, orNull(hit.anchor) },
        { u"title"_s, hit.runbook.title },
        { u"section"_s, orNull(hit.sectionTitle) },
        { u"snippet"_s, hit.snippet },
        { u"score"_s, hit.score },
    };
}

QString hitText(const SearchHit &hit)
{
    const QString place = hit.runbook.ref.path + (hit.anchor.isEmpty() ? QString() : u'#' + hit.anchor);
    QString title = hit.runbook.title;
    if (!hit.sectionTitle.isEmpty() && hit.sectionTitle != title)
        title += u" › "_s + hit.sectionTitle;
    return onOneLine(place) + u"\n  "_s + onOneLine(title) + u"\n  "_s + onOneLine(hit.snippet) + u'\n';
}

QStringList nearestTo(const SearchQuery &query, const RunbookIndex &index)
{
    QStringList nearest;
    for (const QString &word : query.words)
        nearest += index.nearestWords(word, suggestions);
    nearest.removeDuplicates();
    return nearest;
}

QString nothingText(const QString &typed, const QStringList &nearest)
{
    const QString didYouMean = nearest.isEmpty() ? QString() : u" Did you mean %1?"_s.arg(nearest.join(u", "_s));
    return onOneLine(u"Nothing matches %1."_s.arg(typed) + didYouMean) + u'\n';
}

} // namespace

QString SearchCommand::name() const
{
    return u"search"_s;
}

QString SearchCommand::summary() const
{
    return u"Finds words in the runbooks"_s;
}

int SearchCommand::run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const
{
    constexpr int mostWords = 64;
    Options options(name(), u"QUERY [--library DIR]... [--limit N] [--json]"_s,
                    u"Finds sections that have all words; \"phrases\" in quotes, -word to leave out. service:, owner:, tag:, path: and "
                    u"alert: with a part of the value narrow it to some runbooks; a filter alone lists them."_s);
    options.addLibraries();
    options.addValue(u"limit"_s, u"N"_s, u"Shows at most N sections (%1)."_s.arg(usualLimit));
    if (const auto code = options.read(arguments, streams, mostWords))
        return *code;
    const QString typed = options.positional().join(u' ');
    SearchQuery query = parseQuery(typed);
    query.lastWordOpen = false; // nobody is still typing
    const auto limit = options.number(u"limit", usualLimit, streams);
    if (query.isEmpty() || !limit) {
        if (limit)
            streams.complain(u"Say what to look for."_s);
        return ExitCode::wrongUse;
    }
    const auto library = openLibrary(options, streams, workplace);
    if (!library)
        return ExitCode::noAccess;
    streams.complain(library->progress.problems);
    const auto hits = searchLibrary(*library->index, library->catalog, query, *limit);
    if (!hits) {
        streams.complain(hits.problem().text);
        return ExitCode::noAccess;
    }
    const QStringList nearest = hits->isEmpty() ? nearestTo(query, *library->index) : QStringList();
    if (options.json()) {
        QJsonArray array;
        for (const SearchHit &hit : *hits)
            array.append(hitJson(hit));
        streams.print({ { u"query"_s, typed }, { u"hits"_s, array }, { u"didYouMean"_s, QJsonArray::fromStringList(nearest) } });
    } else if (hits->isEmpty()) {
        streams.print(nothingText(typed, nearest));
    } else {
        for (const SearchHit &hit : *hits)
            streams.print(hitText(hit));
    }
    return hits->isEmpty() ? ExitCode::findings : ExitCode::done;
}

} // namespace Handrail
