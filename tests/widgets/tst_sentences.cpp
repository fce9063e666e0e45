// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workbench.h"
#include "support/testing.h"
#include "widgets/common/sentences.h"

#include <QDateTime>
#include <QTimeZone>

#include <ctime>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestSentences : public QObject
{
    Q_OBJECT

    QByteArray m_zone;

private Q_SLOTS:
    void initTestCase() { m_zone = qgetenv("TZ"); }

    void cleanup()
    {
        qputenv("TZ", m_zone);
        tzset();
    }

    void aTimeNamesItsZoneOnce_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("said");
        QTest::newRow("UTC") << QByteArray("UTC") << u"02:16 UTC"_s;
        QTest::newRow("Paris") << QByteArray("Europe/Paris") << u"03:16 CET (02:16 UTC)"_s;
        QTest::newRow("London in winter") << QByteArray("Europe/London") << u"02:16 GMT (02:16 UTC)"_s;
    }

    void aTimeNamesItsZoneOnce()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, said);
        qputenv("TZ", zone);
        tzset();
        const QDateTime at(QDate(2026, 11, 24), QTime(2, 16), QTimeZone::utc());
        QCOMPARE(dayAndTimeWithUtc(at, at.addSecs(60)), said);
    }

    void theIndexSaysThatWatchingIsLimited()
    {
        IndexState state;
        state.runbooks = 2;
        QCOMPARE(indexSentence(state), u"Index ready: 2 runbooks"_s);
        state.unwatched = 1;
        QCOMPARE(indexSentence(state), u"Index ready: 2 runbooks. Watching limited: rescans every minute"_s);
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
