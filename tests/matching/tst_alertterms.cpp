// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/alertterms.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

QStringList termWordsOf(const Alert &alert)
{
    QStringList words;
    for (const AlertTerm &term : alertTerms(alert))
        words.append(term.word);
    return words;
}

} // namespace

class TestAlertTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutPlacesAndNumbers()
    {
        Alert alert;
        alert.name = u"QueueTooLong"_s;
        alert.labels = { { u"pod"_s, u"worker-5d4b-9qk2z"_s }, { u"namespace"_s, u"team-blue"_s }, { u"queue_kind"_s, u"fast"_s } };
        alert.annotations = { { u"summary"_s, u"Jobs wait in team-blue/worker-5d4b-9qk2z for 1h 12m (93.4%)"_s },
                              { u"runbook_url"_s, u"https://example.com/elephant"_s } };
        const QStringList words = termWordsOf(alert);
        for (const QString &word : { u"queue"_s, u"long"_s, u"jobs"_s, u"wait"_s, u"kind"_s })
            QVERIFY2(words.contains(word), qPrintable(word));
        for (const QString &word : { u"worker"_s, u"9qk2z"_s, u"team"_s, u"blue"_s, u"12m"_s, u"93"_s, u"elephant"_s, u"in"_s })
            QVERIFY2(!words.contains(word), qPrintable(word));
    }

    void aLabelsNameSpeaksForItsSubject()
    {
        Alert alert;
        alert.name = u"Full"_s;
        alert.labels = { { u"persistentvolumeclaim"_s, u"data-0"_s }, { u"mountpoint"_s, u"/data"_s } };
        const QStringList words = termWordsOf(alert);
        for (const QString &word : { u"volume"_s, u"filesystem"_s, u"disk"_s, u"persistentvolumeclaim"_s })
            QVERIFY2(words.contains(word), qPrintable(word));
    }

    void keepsAWordThatIsAlsoALabelsValue()
    {
        Alert alert;
        alert.labels = { { u"component"_s, u"kubelet"_s } };
        alert.annotations = { { u"summary"_s, u"The kubelet is gone"_s } };
        QVERIFY(termWordsOf(alert).contains(u"kubelet"_s));
    }

    void countsTheNameForMost()
    {
        Alert alert;
        alert.name = u"DiskFull"_s;
        alert.annotations = { { u"description"_s, u"A disk has no room"_s } };
        double disk = 0;
        double room = 0;
        for (const AlertTerm &term : alertTerms(alert)) {
            disk = term.word == u"disk" ? term.weight : disk;
            room = term.word == u"room" ? term.weight : room;
        }
        QVERIFY(disk > room);
        QVERIFY(room > 0);
    }

    void holdsItsLimits()
    {
        Alert alert;
        QString log;
        for (int i = 0; i < 100'000; ++i)
            log += u"word%1 "_s.arg(QChar(u'a' + i % 26)) + QString(3, QChar(u'a' + i / 26 % 26)) + u' ';
        alert.annotations = { { u"description"_s, log } };
        QVERIFY(alertTerms(alert).size() <= 64);
        alert.annotations = { { u"description"_s, QString(1'000'000, u'x') } };
        QVERIFY(alertTerms(alert).size() <= 1);
    }

    void findsNamesInText()
    {
        Alert alert;
        alert.annotations = { { u"summary"_s, u"QueueTooLongWarning: GitHub jobs wait"_s } };
        QCOMPARE(alertNames(alert), QStringList { u"QueueTooLongWarning"_s });
    }

    void findsTheNameInASentence()
    {
        Alert alert;
        alert.name = u"ParcelQueueTooLong: 7 % of parcels wait"_s;
        QCOMPARE(alertNames(alert), (QStringList { alert.name, u"ParcelQueueTooLong"_s }));
        alert.name = u"Disk is full"_s;
        QCOMPARE(alertNames(alert), QStringList { alert.name });
    }

    void readsServices()
    {
        Alert alert;
        alert.service = u"checkout"_s;
        alert.labels = { { u"app"_s, u"checkout"_s }, { u"component"_s, u"ledger"_s }, { u"pod"_s, u"x-1"_s } };
        QCOMPARE(serviceLabels(alert),
                 QList<Labels::Pair>({ { u"app"_s, u"checkout"_s }, { u"component"_s, u"ledger"_s } }));
        alert.service = u"told by another field"_s;
        QCOMPARE(serviceLabels(alert).first(), (Labels::Pair { QString(), alert.service }));
    }
};

QTEST_GUILESS_MAIN(TestAlertTerms)
#include "tst_alertterms.moc"
