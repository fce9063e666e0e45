// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/htmlreport.h"

#include "incident/entries.h"
#include "support/testing.h"

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestHtmlReport : public QObject
{
    Q_OBJECT

    static Incident with(const QString &text)
    {
        const EntryContext at { u"i1"_s, u"ada"_s, QDateTime(QDate(2026, 11, 26), QTime(3, 4), QTimeZone::utc()) };
        const QJsonObject alert { { u"name"_s, text }, { u"annotations"_s, QJsonObject { { u"summary"_s, text } } } };
        return foldIncident({ startedEntry(at, text, u"queue"_s, u"critical"_s, alert, text), noteEntry(at, NoteKind::Question, text) });
    }

private Q_SLOTS:
    void isOnePage()
    {
        const QString html = htmlReport(with(u"Queue is stuck"_s));
        QVERIFY(html.startsWith(u"<!DOCTYPE html>"_s));
        QVERIFY(html.contains(u"<title>Queue is stuck</title>"_s));
        QVERIFY(html.contains(u"2026-11-26 03:04:00 UTC"_s));
        QVERIFY(html.endsWith(u"</html>\n"_s));
        for (const QString &fetched : { u"<script"_s, u"<img"_s, u"<link"_s, u"@import"_s, u"url("_s })
            QVERIFY2(!html.contains(fetched, Qt::CaseInsensitive), qPrintable(fetched));
    }

    void nothingWrittenBecomesMarkup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("script") << u"<script>alert(1)</script>"_s;
        QTest::newRow("attribute") << u"\" onmouseover=\"alert(1)"_s;
        QTest::newRow("image") << u"![x](https://x.test/a.png) <img src=x onerror=alert(1)>"_s;
        QTest::newRow("link that runs") << u"[x](javascript:alert(1)) <javascript:alert(1)>"_s;
        QTest::newRow("end of the title") << u"</title><script>alert(1)</script>"_s;
        QTest::newRow("end of code") << u"```\n</code></pre><script>alert(1)</script>"_s;
    }

    void nothingWrittenBecomesMarkup()
    {
        QFETCH(const QString, text);
        const QString html = htmlReport(with(text));
        for (const QString &markup : { u"<script"_s, u"<img"_s, u"javascript:alert(1)\""_s, u"<a "_s })
            QVERIFY2(!html.contains(markup, Qt::CaseInsensitive), qPrintable(html));
    }

    void secretsAreMasked()
    {
        const QString html = htmlReport(with(u"password=hunter2hunter2"_s));
        QVERIFY(!html.contains(u"hunter2hunter2"_s));
        QVERIFY(html.contains(u"[hidden: password, 14 chars]"_s));
    }
};

QTEST_GUILESS_MAIN(TestHtmlReport)
#include "tst_htmlreport.moc"
