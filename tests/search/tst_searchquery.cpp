// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/searchquery.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<SearchQuery>("query");
        QTest::addColumn<QString>("fts5");

        const auto row = [](const char *name, const QString &typed, const SearchQuery &query, const QString &fts5) {
            QTest::newRow(name) << typed << query << fts5;
        };
        row("nothing", {}, { {}, {}, {}, {}, {}, false }, {});
        row("blanks", u"  \t "_s, { {}, {}, {}, {}, {}, false }, {});
        row("one word, being typed", u"kaf"_s, { { u"kaf"_s }, {}, {}, {}, {}, true }, u"\"kaf\"*"_s);
        row("one word, finished", u"kafka "_s, { { u"kafka"_s }, {}, {}, {}, {}, false }, u"\"kafka\""_s);
        row("two words", u"disk full"_s, { { u"disk"_s, u"full"_s }, {}, {}, {}, {}, true }, u"\"disk\" \"full\"*"_s);
        row("a phrase", u"\"disk full\" now"_s, { { u"now"_s }, { u"disk full"_s }, {}, {}, {}, true },
            u"\"now\"* \"disk full\""_s);
        row("a phrase not closed", u"\"disk full"_s, { {}, { u"disk full"_s }, {}, {}, {}, false }, u"\"disk full\""_s);
        row("an exclusion", u"disk -etcd"_s, { { u"disk"_s }, {}, { u"etcd"_s }, {}, {}, false },
            u"(\"disk\") NOT \"etcd\""_s);
        row("only an exclusion", u"-etcd"_s, { {}, {}, { u"etcd"_s }, {}, {}, false }, {});
        row("a lone dash", u"-"_s, { { u"-"_s }, {}, {}, {}, {}, true }, {});
        row("an operator is a word", u"a AND"_s, { { u"a"_s, u"AND"_s }, {}, {}, {}, {}, true }, u"\"a\" \"AND\"*"_s);
        row("a column is a word", u"nosuch:x"_s, { { u"nosuch:x"_s }, {}, {}, {}, {}, true }, u"\"nosuch:x\"*"_s);
        using Field = SearchFilter::Field;
        const auto filtered = [](const QStringList &words, const QList<SearchFilter> &filters, bool open) {
            return SearchQuery { words, {}, {}, filters, {}, open };
        };
        row("a filter", u"owner:payments"_s, filtered({}, { { Field::Owner, u"payments"_s, false } }, false), {});
        row("a filter and a word", u"Path:ops/ disk"_s, filtered({ u"disk"_s }, { { Field::Path, u"ops/"_s, false } }, true),
            u"\"disk\"*"_s);
        row("a filter in quotes", u"service:\"card payments\" now"_s,
            filtered({ u"now"_s }, { { Field::Service, u"card payments"_s, false } }, true), u"\"now\"*"_s);
        row("a filter that leaves out", u"-tag:old alert:Disk"_s,
            filtered({}, { { Field::Tag, u"old"_s, true }, { Field::Alert, u"Disk"_s, false } }, false), {});
        row("a filter not yet typed", u"disk owner:"_s, filtered({ u"disk"_s }, { { Field::Owner, {}, false } }, false),
            u"\"disk\""_s);
        row("no filter of ours", u"https://x"_s, filtered({ u"https://x"_s }, {}, true), u"\"https://x\"*"_s);
        row("two letters", u"ka"_s, { { u"ka"_s }, {}, {}, {}, {}, true }, u"\"ka\"*"_s);
        row("letters after a word wait", u"disk fu"_s, { { u"disk"_s, u"fu"_s }, {}, {}, {}, {}, true }, u"\"disk\""_s);
        row("three do not", u"disk ful"_s, { { u"disk"_s, u"ful"_s }, {}, {}, {}, {}, true }, u"\"disk\" \"ful\"*"_s);
        row("two letters, finished", u"ka "_s, { { u"ka"_s }, {}, {}, {}, {}, false }, u"\"ka\""_s);
        row("a quote inside", u"a\"b"_s, { { u"a\"b"_s }, {}, {}, {}, {}, true }, u"\"a\"\"b\"*"_s);
        row("NUL", u"a"_s + QChar(u'\0') + u"bbb"_s, { { u"a"_s, u"bbb"_s }, {}, {}, {}, {}, true }, u"\"a\" \"bbb\"*"_s);
    }

    void understandsWhatWasTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const SearchQuery, query);
        QFETCH(const QString, fts5);
        QCOMPARE(parseQuery(typed).words, query.words);
        QCOMPARE(parseQuery(typed).phrases, query.phrases);
        QCOMPARE(parseQuery(typed).excluded, query.excluded);
        QVERIFY(parseQuery(typed).filters == query.filters);
        QCOMPARE(parseQuery(typed).lastWordOpen, query.lastWordOpen);
        QCOMPARE(toFts5(query), fts5);
    }

    void holdsItsLimits()
    {
        QCOMPARE(parseQuery(u"word "_s.repeated(10'000)).words.size(), 32);
        QVERIFY(parseQuery(QString(100'000, u'a')).words.first().size() <= 128);
    }
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
