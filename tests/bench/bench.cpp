// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures Handrail against yardsticks in one run, alternately, and prints medians of the paired ratios.

#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"
#include "tests/bench/unprunedindex.h"
#include "matching/matcher.h"
#include "search/searchwords.h"
#include "store/indexer.h"
#include "store/indexfile.h"
#include "store/runbookindexstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <sys/resource.h>

using namespace Handrail;
using namespace Handrail::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int alerts = 40;
constexpr int shownMatches = 20;
constexpr int searchLimit = 50; // as the window asks

/** One size of library: made, indexed and asked. */
class LibraryBench
{
public:
    /** @p home is kept, with its library and its index, and used again as it is; empty: made and removed. */
    LibraryBench(const QString &source, int count, int pairs, const QString &home, Figures &figures)
        : m_count(count)
        , m_pairs(pairs)
        , m_figures(figures)
        , m_home(home.isEmpty() ? m_temporary.path() : u"%1/%2"_s.arg(home).arg(count))
    {
        QDir().mkpath(m_home);
        if (!QFile::exists(index()))
            m_bytes = makeCorpus(source, library(), count);
    }

    /** Those of the targets in @p only, all when it is empty. A full index is built when there is none: the others need it. */
    void run(const QStringList &only)
    {
        const auto wants = [&only](const QStringList &targets) {
            return only.isEmpty() || std::any_of(targets.begin(), targets.end(), [&only](const QString &target) { return only.contains(target); });
        };
        if (m_bytes > 0)
            measureFullIndex();
        if (wants({ u"5"_s }))
            measureRescan();
        if (wants({ u"4"_s }))
            measureFirstHit();
        if (wants({ u"6"_s }))
            measureUpdate();
        if (wants({ u"7"_s, u"9"_s }))
            measureMatching();
        if (wants({ u"8"_s }))
            measureChoice();
        if (wants({ u"10"_s }))
            measureTyping();
        if (wants({ u"11"_s }))
            measureQueries();
    }

private:
    QString library() const { return m_home + u"/library"_s; }
    QString index() const { return m_home + u'/' + RunbookIndexStore::fileName(); }
    QString label(const QString &what) const { return u"%1 files: %2"_s.arg(m_count).arg(what); }
    QStringList indexing() const { return { u"index"_s, u"--library"_s, library(), u"--index"_s, index() }; }
    static QString cli() { return QStringLiteral(HANDRAIL_CLI); }
    static double yardstick(const QString &work, const QString &folder)
    {
        return timed(QStringLiteral(YARDSTICK), { work, folder });
    }

    /** The median of @p ours() divided by @p theirs(), taken one after the other. */
    double ratio(const std::function<double()> &ours, const std::function<double()> &theirs, double *oursMedian = nullptr) const
    {
        QList<double> ratios;
        QList<double> times;
        for (int pair = 0; pair < m_pairs; ++pair) {
            times.append(ours());
            ratios.append(times.last() / theirs());
        }
        if (oursMedian)
            *oursMedian = median(times);
        return median(ratios);
    }

    void measureFullIndex()
    {
        double milliseconds = 0;
        const double quotient = ratio(
            [this] {
                QFile::remove(index());
                return timed(cli(), indexing());
            },
            [this] { return yardstick(u"parse"_s, library()); }, &milliseconds);
        m_figures.add(1, label(u"full index / walk, read and parse"_s), quotient, u"x"_s, u"<= 3.0"_s);
        m_figures.add(1, label(u"full index"_s), milliseconds, u"ms"_s, {});
        rusage usage = {};
        getrusage(RUSAGE_CHILDREN, &usage);
        m_figures.add(17, label(u"peak memory of the full index"_s), double(usage.ru_maxrss) / 1024, u"MiB"_s, u"<= 110"_s);
        m_figures.add(18, label(u"index size / source"_s), double(QFileInfo(index()).size()) / double(m_bytes), u"x"_s, u"<= 1.5"_s);
    }

    void measureRescan()
    {
        m_figures.add(5, label(u"nothing changed: rescan / bare walk"_s),
                      ratio([this] { return timed(cli(), indexing()); }, [this] { return yardstick(u"walk"_s, library()); }), u"x"_s,
                      u"<= 1.4"_s);
    }

    void measureFirstHit()
    {
        const QString path = m_home + u"/first.sqlite"_s;
        QList<double> times;
        for (int round = 0; round < m_pairs; ++round) {
            QFile::remove(path);
            RunbookIndexStore store(path);
            QElapsedTimer timer;
            timer.start();
            double found = 0;
            std::atomic_bool stop = false;
            Catalog catalog;
            const bool isReady = bool(store.prepare());
            // The reader is asked from the writer's reports: between batches, as a window would.
            Indexer::run(path, { library() }, stop, [&](const IndexProgress &) {
                const auto runbooks = isReady && found == 0 ? store.runbooks() : Result<QList<RunbookEntry>>(QList<RunbookEntry> {});
                if (runbooks && !runbooks->isEmpty()) {
                    found = double(timer.nsecsElapsed()) / 1e6;
                    stop = true;
                }
            }, catalog);
            times.append(found > 0 ? found : double(timer.nsecsElapsed()) / 1e6);
        }
        m_figures.add(4, label(u"first runbook to be found while indexing"_s), median(times), u"ms"_s, u"<= 250"_s);
    }

    void measureUpdate()
    {
        QList<double> times;
        const std::atomic_bool stop = false;
        for (int round = 0; round < 3 * m_pairs; ++round) {
            QFile file(library() + u"/team0/service0/runbook0.md"_s);
            if (file.open(QIODevice::WriteOnly | QIODevice::Append))
                file.write("\nOne more line.\n");
            file.close();
            Catalog catalog;
            times.append(timed([&] { Indexer::run(index(), { library() }, stop, {}, catalog); }));
        }
        m_figures.add(6, label(u"one file changed, scan included, p95"_s), quantile(times, 0.95), u"ms"_s, {});
    }

    void measureMatching()
    {
        const RunbookIndexStore store(index());
        const Matcher matcher(store, {}, {});
        QList<double> times;
        QList<double> ratios;
        for (const QString &text : alertTexts(library(), alerts)) {
            Alert alert;
            alert.annotations.insert(u"description"_s, text);
            const auto match = [&] { return timed([&] { (void)matcher.match(alert, shownMatches); }); };
            match(); // the words' frequencies are remembered while a program runs
            times.append(match());
            ratios.append(times.last() / fullOr(text));
        }
        m_figures.add(7, label(u"alert matched, p50"_s), median(times), u"ms"_s, {});
        m_figures.add(7, label(u"alert matched, p95"_s), quantile(times, 0.95), u"ms"_s, m_count <= 10'000 ? u"<= 15"_s : u"<= 80"_s);
        m_figures.add(7, label(u"alert matched / all its words by OR"_s), median(ratios), u"x"_s, u"<= 0.2"_s);
        Alert hostile;
        hostile.annotations.insert(u"description"_s, u"the pod is not ready and the node has a disk error "_s.repeated(20'000));
        m_figures.add(9, label(u"a megabyte of common words matched"_s), timed([&] { (void)matcher.match(hostile, shownMatches); }),
                      u"ms"_s, m_count <= 10'000 ? u"<= 45"_s : u"<= 240"_s);
    }

    /** What asking for few candidates costs: the same alerts, where all that has any of their words is weighed. */
    void measureChoice()
    {
        const RunbookIndexStore store(index());
        const UnprunedIndex unpruned(store, index());
        const Matcher matcher(store, {}, {});
        const Matcher thorough(unpruned, {}, {});
        int asked = 0;
        int sameFirst = 0;
        int bestFive = 0;
        int bestFiveShown = 0;
        int firstByWordsShown = 0;
        for (const QString &text : alertTexts(library(), alerts)) {
            Alert alert;
            alert.annotations.insert(u"description"_s, text);
            const QList<Match> shown = matchesOf(matcher.match(alert, shownMatches));
            const QStringList ours = filesOf(shown);
            const QStringList all = filesOf(shown + matchesOf(thorough.match(alert, shownMatches)));
            ++asked;
            sameFirst += ours.value(0) == all.value(0);
            for (const QString &file : all.mid(0, 5)) {
                ++bestFive;
                bestFiveShown += ours.contains(file);
            }
            const auto byWords = unpruned.bestByWords({ text }, 1);
            firstByWordsShown += byWords && ours.contains(byWords->value(0));
        }
        const auto percent = [](int part, int whole) { return 100.0 * part / std::max(whole, 1); };
        m_figures.add(8, label(u"the first is that of weighing all"_s), percent(sameFirst, asked), u"%"_s, u">= 95"_s);
        m_figures.add(8, label(u"of its first five are shown"_s), percent(bestFiveShown, bestFive), u"%"_s, u">= 95"_s);
        m_figures.add(8, label(u"the first by bm25 alone is shown"_s), percent(firstByWordsShown, asked), u"%"_s, {});
    }

    static QList<Match> matchesOf(const Result<MatchResult> &result) { return result ? result->matches : QList<Match>(); }

    /** Each once, the best first: the few thousand weighed for comparison need not hold all that was found. */
    static QStringList filesOf(QList<Match> matches)
    {
        std::stable_sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
            return std::pair(-a.score, a.runbook.ref.path) < std::pair(-b.score, b.runbook.ref.path);
        });
        QStringList files;
        for (const Match &match : std::as_const(matches))
            files.append(match.runbook.ref.filePath());
        files.removeDuplicates();
        return files;
    }

    /** The least that an index without a plan would do: rank all that has any of the words. */
    double fullOr(const QString &text) const
    {
        const auto database = IndexFile::openForReading(index());
        if (!database)
            return 0;
        QStringList words = searchWordsOf(text);
        words.removeDuplicates();
        const QString expression = u'"' + words.join(u"\" OR \"") + u'"';
        auto query = (*database)->prepared(u"SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"_s);
        return !query ? 0 : timed([&] {
            query->bindValue(0, expression);
            query->exec();
            while (query->next()) { }
        });
    }

    void measureTyping()
    {
        const RunbookIndexStore store(index());
        QList<double> times;
        for (const QString &text : alertTexts(library(), alerts)) {
            const QString typed = text.section(u' ', 0, 1);
            for (qsizetype length = 1; length <= std::min<qsizetype>(typed.size(), 16); ++length) {
                const SearchQuery query = parseQuery(typed.first(length));
                times.append(timed([&] { (void)store.search(query, searchLimit); }));
            }
        }
        m_figures.add(10, label(u"a key typed into the search, p95"_s), quantile(times, 0.95), u"ms"_s,
                      m_count <= 10'000 ? u"<= 16"_s : u"<= 50"_s);
        m_figures.add(10, label(u"a key typed into the search, worst"_s), quantile(times, 1), u"ms"_s, u"<= 100"_s);
    }

    void measureQueries()
    {
        const RunbookIndexStore store(index());
        const auto database = IndexFile::openForReading(index());
        if (!database)
            return;
        QList<double> ratios;
        for (const QString &text : alertTexts(library(), alerts)) {
            const QStringList words = searchWordsOf(text).mid(0, 3);
            const SearchQuery query = parseQuery(words.join(u' ') + u' ');
            const auto search = [&] { return timed([&] { (void)store.search(query, shownMatches); }); };
            search();
            auto bare = (*database)->prepared(u"SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"_s);
            if (!bare)
                return;
            const double ours = search();
            const double theirs = timed([&] {
                bare->bindValue(0, toFts5(query));
                bare->exec();
                while (bare->next()) { }
            });
            ratios.append((ours - 1) / theirs);
        }
        m_figures.add(11, label(u"three words with snippets, less 1 ms / bare statement"_s), median(ratios), u"x"_s, u"<= 1.3"_s);
    }

    int m_count;
    int m_pairs;
    Figures &m_figures;
    QTemporaryDir m_temporary;
    QString m_home;
    qint64 m_bytes = 0; ///< of the library that was made
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Prints what Handrail needs as ratios to yardsticks, measured in one run."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"FOLDER"_s, u"Markdown files to make libraries of"_s);
    const QCommandLineOption sizes(u"files"_s, u"Sizes of the libraries (1000,10000)."_s, u"N,N"_s, u"1000,10000"_s);
    const QCommandLineOption pairs(u"pairs"_s, u"Measurements of each ratio (7)."_s, u"N"_s, u"7"_s);
    const QCommandLineOption only(u"only"_s, u"Targets to measure beside the full index."_s, u"N,N"_s);
    const QCommandLineOption json(u"json"_s, u"Writes the figures to a file as well."_s, u"FILE"_s);
    const QCommandLineOption home(u"home"_s, u"Keeps libraries and indexes there, and uses those of last time."_s, u"DIR"_s);
    parser.addOptions({ sizes, pairs, only, json, home });
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    Figures figures;
    for (const QString &size : parser.value(sizes).split(u','))
        LibraryBench(parser.positionalArguments().first(), size.toInt(), std::max(1, parser.value(pairs).toInt()), parser.value(home), figures)
            .run(parser.value(only).split(u',', Qt::SkipEmptyParts));
    if (!parser.isSet(json))
        return 0;
    QFile file(parser.value(json));
    return file.open(QIODevice::WriteOnly) && file.write(figures.json()) > 0 ? 0 : 1;
}
