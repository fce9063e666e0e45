// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/runbookdraft.h"

#include "library/procedure.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestRunbookDraft : public QObject
{
    Q_OBJECT

    static Ownership payments()
    {
        Ownership ownership;
        ownership.service = u"checkout"_s;
        ownership.owner = u"payments"_s;
        ownership.contact = u"#payments"_s;
        return ownership;
    }

private Q_SLOTS:
    void isReadAsWhatItSays()
    {
        Alert alert;
        alert.name = u"PaymentsFailing"_s;
        alert.annotations.insert(u"summary"_s, u"Payments do not go through"_s);
        alert.links = { u"https://grafana.example.com/d/a"_s };
        const Runbook runbook = runbookFromBytes({ u"/l"_s, u"a.md"_s }, runbookDraft(alert, payments()).toUtf8(), {});
        QCOMPARE(runbook.title, u"PaymentsFailing"_s);
        QCOMPARE(runbook.alerts, QStringList { u"PaymentsFailing"_s });
        QCOMPARE(runbook.services, QStringList { u"checkout"_s });
        QCOMPARE(runbook.owners, QStringList { u"payments"_s });
        QVERIFY(runbook.document.problems.isEmpty());
        const Procedure procedure = readProcedure(runbook, {});
        QCOMPARE(procedure.stepCount(), 4); // the link, what to look at, what to do, whom to ask
        QVERIFY(runbook.text.contains(u"Payments do not go through"_s));
        QVERIFY(runbook.text.contains(u"Ask payments"_s));
    }

    void nothingInAnAlertBreaksItsForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("front matter's end") << u"a\n---\n# b"_s;
        QTest::newRow("quotes") << u"\"a\": {b} # c"_s;
        QTest::newRow("html") << u"<script>alert(1)</script>"_s;
        QTest::newRow("other direction") << u"a\u202Eb"_s;
        QTest::newRow("long") << u"x"_s.repeated(10'000);
        QTest::newRow("nothing") << QString();
    }

    void nothingInAnAlertBreaksItsForm()
    {
        QFETCH(const QString, text);
        Alert alert;
        alert.name = text;
        alert.annotations.insert(u"summary"_s, text);
        Ownership ownership = payments();
        ownership.owner = text;
        const Runbook runbook = runbookFromBytes({ u"/l"_s, u"a.md"_s }, runbookDraft(alert, ownership).toUtf8(), {});
        QCOMPARE(runbook.sections.size(), 6); // the title and its five parts
        QCOMPARE(runbook.services, QStringList { u"checkout"_s });
        QVERIFY(!runbook.text.contains(u"<script>"_s) || runbook.text.indexOf(u"<script>"_s) < runbook.text.indexOf(u"\n---\n"_s, 4));
    }

    void itsFileNameIsNoPath_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("alert's name") << u"PaymentsFailing"_s << u"PaymentsFailing.md"_s;
        QTest::newRow("words") << u"Payments fail: now!"_s << u"Payments-fail-now.md"_s;
        QTest::newRow("a way out") << u"../../etc/passwd"_s << u"etc-passwd.md"_s;
        QTest::newRow("nothing but signs") << u"///"_s << u"new-runbook.md"_s;
        QTest::newRow("nothing") << QString() << u"new-runbook.md"_s;
    }

    void itsFileNameIsNoPath()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, file);
        Alert alert;
        alert.name = name;
        QCOMPARE(runbookDraftFileName(alert), file);
    }
};

QTEST_GUILESS_MAIN(TestRunbookDraft)
#include "tst_runbookdraft.moc"
