// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/searchwords.h"

#include "search/runbookindex.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestSearchWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesNamesWithoutTheirDress()
    {
        QCOMPARE(nameKey(u"KubePodCrashLooping"), nameKey(u"kube-pod-crash_looping"));
        QCOMPARE(nameKey(u"Überlast"), nameKey(u"uberlast"));
        QCOMPARE(nameKey(u" -/. "), QString());
    }

    void countsSharedParts()
    {
        QCOMPARE(sharedParts(u"docs/queue/QueueTooLong.md"_s, u"queue/queuetoolong"_s), 2);
        QCOMPARE(sharedParts(u"docs/queue/QueueTooLong.md"_s, u"other/queuetoolong.html"_s), 1);
        QCOMPARE(sharedParts(u"docs/queue/README.md"_s, u"site/docs/queue/"_s), 2);
        QCOMPARE(sharedParts(u"a.md"_s, u"b.md"_s), 0);
    }

    void countsMistakes()
    {
        QCOMPARE(editDistance(u"redismemry", u"redismemory", 2), 1);
        QCOMPARE(editDistance(u"memory", u"memory", 2), 0);
        QCOMPARE(editDistance(u"meomry", u"memory", 2), 1); // two letters exchanged
        QCOMPARE(editDistance(u"mermoy", u"memory", 2), 2);
        QCOMPARE(editDistance(u"ba", u"ab", 1), 1);
        QCOMPARE(editDistance(u"", u"ab", 2), 2);
        QVERIFY(editDistance(u"alpha", u"omega", 2) > 2);
        QVERIFY(editDistance(u"a", u"abcd", 2) > 2);
        QCOMPARE(mistakesIn(u"disk"), 0);
        QCOMPARE(mistakesIn(u"queue"), 1);
        QCOMPARE(mistakesIn(u"redismemory"), 2);
    }

    void spellsNamesOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("camel case") << u"KubePodCrashLooping"_s << u"Kube Pod Crash Looping"_s;
        QTest::newRow("capitals") << u"HTTPErrorsHigh"_s << u"HTTP Errors High"_s;
        QTest::newRow("dashes") << u"disk-full_now"_s << u"disk full now"_s;
        QTest::newRow("lower first") << u"etcdNoLeader"_s << u"etcd No Leader"_s;
        QTest::newRow("digits") << u"Http5xxErrors"_s << u"Http5xx Errors"_s;
        QTest::newRow("nothing") << u"--"_s << QString();
    }

    void spellsNamesOut()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, words);
        QCOMPARE(spelledOut(name), words);
    }

    void takesTextApart()
    {
        QCOMPARE(searchWordsOf(u"The disk, at 90%: É"),
                 QStringList({ u"the"_s, u"disk"_s, u"at"_s, u"90"_s, u"e"_s }));
        QCOMPARE(searchWordsOf(u"see DiskFull now"),
                 QStringList({ u"see"_s, u"disk"_s, u"full"_s, u"diskfull"_s, u"now"_s }));
    }

    void formsOfAWordShareTheirStem_data()
    {
        QTest::addColumn<QStringList>("forms");
        QTest::newRow("fail") << QStringList { u"fail"_s, u"fails"_s, u"failed"_s, u"failing"_s, u"failure"_s, u"failures"_s };
        QTest::newRow("replicate") << QStringList { u"replicate"_s, u"replicated"_s, u"replicating"_s };
        QTest::newRow("retry") << QStringList { u"retry"_s, u"retries"_s, u"retried"_s };
        QTest::newRow("stop") << QStringList { u"stop"_s, u"stops"_s, u"stopped"_s, u"stopping"_s };
        QTest::newRow("connect") << QStringList { u"connect"_s, u"connection"_s, u"connections"_s, u"connected"_s };
        QTest::newRow("crash") << QStringList { u"crash"_s, u"crashes"_s, u"crashing"_s };
    }

    void formsOfAWordShareTheirStem()
    {
        QFETCH(const QStringList, forms);
        const QString stem = stemOf(forms.first());
        for (const QString &form : forms) {
            QCOMPARE(stemOf(form), stem);
            QVERIFY2(formsOf(stem).contains(form), qPrintable(form));
            QCOMPARE(stem.left(3), form.left(3)); // what TextScore relies on
        }
    }

    void keepsWhatIsNoEnglish()
    {
        QCOMPARE(stemOf(u"dns"), u"dns"_s);
        QCOMPARE(stemOf(u"s3"), u"s3"_s);
        QCOMPARE(stemOf(u""), QString(u""_s));
        QVERIFY(stemOf(u"process") == u"process");
    }

    void namesPages()
    {
        QCOMPARE(pageStem(u"a/b.c/disk-full.html.md"), u"disk-full"_s);
        QCOMPARE(pageStem(u"Disk.MD"), u"Disk"_s);
        QCOMPARE(pageStem(u"upgrade-to-1.2.md"), u"upgrade-to-1.2"_s);
        QCOMPARE(pageStem(u""), QString());
        QVERIFY(isFolderPage(u"README"_s));
        QVERIFY(!isFolderPage(u"readme-first"_s));
    }

    void readsAlertNamesOffHeadings_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("name");
        QTest::newRow("name") << u"KubeletDown"_s << u"KubeletDown"_s;
        QTest::newRow("announced") << u"Alert Name: \"KubeletDown\""_s << u"KubeletDown"_s;
        QTest::newRow("announced, one word") << u"Alert: Watchdog"_s << u"Watchdog"_s;
        QTest::newRow("with a remark") << u"HighErrorRate (critical)"_s << u"HighErrorRate"_s;
        QTest::newRow("code") << u"`disk_full`"_s << u"disk_full"_s;
        QTest::newRow("a word") << u"Diagnosis"_s << QString();
        QTest::newRow("a sentence") << u"Elasticsearch is down"_s << QString();
        QTest::newRow("a product with a remark") << u"GitHub (web)"_s << QString();
        QTest::newRow("with what it means") << u"RedisCacheDown: nothing answers"_s << u"RedisCacheDown"_s;
        QTest::newRow("with a place") << u"KafkaConsumerLag-eu"_s << QString();
        QTest::newRow("with an exception") << u"ReplicationLag, not for replicas"_s << QString();
        QTest::newRow("no longer") << u"PodCrashLoop: RETIRED"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void tellsSignsApart_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        QTest::newRow("less and more") << u"Lag > 30"_s << u"Lag < 30"_s << false;
        QTest::newRow("at least and at most") << u"Free \u2264 10"_s << u"Free \u2265 10"_s << false;
        QTest::newRow("where a number ends") << u"disk 11.1"_s << u"disk-1-11"_s << false;
        QTest::newRow("below zero") << u"Temperature -5"_s << u"Temperature +5"_s << false;
        QTest::newRow("languages") << u"C# build failed"_s << u"C++ build failed"_s << false;
        QTest::newRow("another spelling") << u"DiskFull-11"_s << u"disk_full 11"_s << true;
        QTest::newRow("a number beside letters") << u"http5xx"_s << u"HTTP 5xx"_s << true;
    }

    void tellsSignsApart()
    {
        QFETCH(const QString, a);
        QFETCH(const QString, b);
        QFETCH(const bool, same);
        QCOMPARE(signsOf(a) == signsOf(b), same);
    }

    void readsAlertNamesOffHeadings()
    {
        QFETCH(const QString, heading);
        QFETCH(const QString, name);
        QCOMPARE(alertNameOf(heading), name);
    }
};

QTEST_GUILESS_MAIN(TestSearchWords)
#include "tst_searchwords.moc"
