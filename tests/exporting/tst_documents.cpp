// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/documenttemplate.h"
#include "exporting/htmlreport.h"
#include "exporting/incidentfields.h"
#include "exporting/incidentpeople.h"
#include "exporting/leavingdocument.h"
#include "incident/entries.h"
#include "incident/incidentmeasures.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** From an incident to the documents people write of it: compared with tests/data/exporting. */
class TestDocuments : public QObject
{
    Q_OBJECT

    const QDateTime m_start = QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()).toUTC();

    EntryContext at(int seconds, const QString &who = u"ada"_s) const { return { u"i1"_s, who, m_start.addSecs(seconds) }; }

    /** With an id, so that a step that was taken back can be told from one that stands. */
    TimelineEntry step(int seconds, const QString &id, int number, const QString &title, const QString &state, const QString &reason = {}) const
    {
        TimelineEntry entry = stepEntry(at(seconds), id, number, title, state, reason);
        entry.id = u"e%1"_s.arg(seconds);
        return entry;
    }

    TimelineEntry note(int seconds, NoteKind kind, const QString &text, const QString &who = u"ada"_s, int happened = 0) const
    {
        TimelineEntry entry = noteEntry(at(seconds, who), kind, text);
        entry.id = u"n%1"_s.arg(seconds);
        entry.recordedAt = entry.happenedAt;
        if (happened != 0)
            entry.happenedAt = m_start.addSecs(happened);
        return entry;
    }

    QList<TimelineEntry> entries() const
    {
        const QJsonObject alert = {
            { u"name"_s, u"CheckoutErrorRate"_s },
            { u"startsAt"_s, u"2026-11-23T02:04:00.000Z"_s },
            { u"annotations"_s, QJsonObject { { u"summary"_s, u"7 % of the requests fail"_s } } },
            { u"links"_s, QJsonArray { u"https://grafana.example/d/1"_s } },
        };
        OpenedRunbook runbook;
        runbook.root = u"/ops"_s;
        runbook.path = u"checkout/errors.md"_s;
        runbook.title = u"High error rate"_s;
        runbook.sha256 = "ab";
        runbook.stepCount = 4;
        const RunbookJudgement wrong { u"/ops"_s, u"old.md"_s, {}, u"Old page"_s, false, m_start };
        const RunbookJudgement right { u"/ops"_s, u"checkout/errors.md"_s, {}, u"High error rate"_s, true, m_start };
        return {
            startedEntry(at(0), u"Checkout error rate"_s, u"checkout"_s, u"critical"_s, alert, u"pasted"_s),
            runbookJudgedEntry(at(1), wrong),
            runbookOpenedEntry(at(20), runbook),
            roleTakenEntry(at(30), u"lead"_s),
            step(80, u"s1"_s, 1, u"Look at the error rate"_s, u"done"_s),
            note(95, NoteKind::Finding, u"Only POST /pay fails."_s, u"grace"_s),
            note(100, NoteKind::Note, u"Shops could not take cards #impact"_s),
            note(110, NoteKind::Finding, u"Two pods fell"_s, u"ada"_s, -60),
            valueTypedEntry(at(121), u"namespace"_s, u"shop"_s),
            note(130, NoteKind::Decision, u"No rollback before we know the cause"_s),
            outputKeptEntry(at(140), u"s2"_s, 2, u"Look at the pods"_s, u"not-as-expected"_s, u"0 of 3 ready"_s),
            step(200, u"s2"_s, 2, u"Look at the pods"_s, u"failed"_s, u"no rights"_s),
            step(300, u"s3"_s, 3, u"Page the owner"_s, u"skipped"_s),
            step(310, u"s3"_s, 3, u"Page the owner"_s, u"todo"_s),
            severityChangedEntry(at(320), u"warning"_s, u"critical"_s),
            note(330, NoteKind::Question, u"Who may roll back at night?"_s, u"grace"_s),
            note(340, NoteKind::Action, u"Move the backup @lin"_s),
            note(341, NoteKind::Action, u"Alert on memory #done"_s),
            note(350, NoteKind::Note, u"The ledger backup runs at two #surprise"_s),
            note(360, NoteKind::Note, u"Errors on the payments board #watch"_s),
            runbookJudgedEntry(at(380), right),
            noteCorrectedEntry(at(390), u"n95"_s, NoteKind::Finding, u"Only POST /pay and /refund fail."_s),
            plainEntry(at(2280), TimelineEntry::Kind::Resolved),
        };
    }

    static Ownership ownership()
    {
        Ownership ownership;
        ownership.owner = u"payments"_s;
        ownership.contact = u"#payments"_s;
        ownership.onCall.person = u"R. Ito"_s;
        return ownership;
    }

    QString draft(const QString &id) const
    {
        const QList<DocumentTemplate> all = builtInTemplates();
        const auto chosen = std::find_if(all.begin(), all.end(), [&id](const DocumentTemplate &each) { return each.id == id; });
        return filled(chosen->text, incidentFields(foldIncident(entries()), ownership(), m_start.addDays(1)));
    }

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Asia/Kathmandu"); } // what is local time must not come through

    void everyTemplateReadsAsItShould_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : { u"short"_s, u"detailed"_s, u"review"_s, u"handoff"_s, u"record"_s })
            QTest::newRow(qPrintable(id)) << id;
    }

    void everyTemplateReadsAsItShould()
    {
        QFETCH(QString, id);
        const LeavingDocument leaving = leavingDocument(draft(id), {});
        QVERIFY(Testing::equalsFixture(leaving.markdown.toUtf8(), u"exporting/document-%1.md"_s.arg(id)));
        QVERIFY(!leaving.markdown.contains(u"{{"_s));
        QVERIFY(!leaving.markdown.contains(u"<!--"_s));
    }

    void everyFieldOfATemplateIsKnown()
    {
        const QHash<QString, QString> fields = incidentFields(foldIncident(entries()), ownership(), m_start);
        static const QRegularExpression field(u"\\{\\{([a-z-]+)\\}\\}"_s);
        int asked = 0;
        const QList<DocumentTemplate> all = builtInTemplates();
        for (const DocumentTemplate &each : all) {
            auto matches = field.globalMatch(each.text);
            for (; matches.hasNext(); ++asked) {
                const QString name = matches.next().captured(1);
                QVERIFY2(fields.contains(name), qPrintable(each.id + u": "_s + name));
            }
        }
        QVERIFY(asked > 40);
    }

    void anEmptyIncidentHasAllFieldsToo()
    {
        const QHash<QString, QString> fields = incidentFields({}, {}, m_start);
        QCOMPARE(fields.value(u"timeline"_s), QString());
        QCOMPARE(fields.value(u"title"_s), u"Incident"_s);
    }

    void whatIsEmptyLeavesNoTrace()
    {
        const QHash<QString, QString> fields { { u"a"_s, u"1"_s }, { u"b"_s, {} } };
        QCOMPARE(filled(u"{{a}} · {{b}} · {{ a }}"_s, fields), u"1 · 1"_s);
        QCOMPARE(filled(u"- **B:** {{b}}\n- **A:** {{a}}{{b}}"_s, fields), u"- **A:** 1"_s);
        QCOMPARE(filled(u"{{unknown}} {x} {{}}\n\nplain"_s, fields), u"{{unknown}} {x} {{}}\n\nplain"_s);
        QCOMPARE(filled(u"{{a}}"_s, { { u"a"_s, u"{{a}}"_s } }), u"{{a}}"_s); // what a note says asks for nothing
    }

    void emptyPartsAndQuestionsStayHome()
    {
        const LeavingDocument leaving = leavingDocument(u"# T\n\n<!-- why? -->\n\n## Empty\n\n<!-- who? -->\n\n## Full\n\n### Empty too\n\n"
                                                        "### Kept\n\ntext\n\n```\n<!-- typed -->\n## no heading\n```\n\n## Last\n"_s,
                                                        {});
        QCOMPARE(leaving.markdown, u"# T\n\n## Full\n\n### Kept\n\ntext\n\n```\n<!-- typed -->\n## no heading\n```\n"_s);
        QCOMPARE(leaving.leftOut, QStringList({ u"Empty"_s, u"Empty too"_s, u"Last"_s }));
    }

    void anAnswerBesideItsQuestionLeaves()
    {
        const LeavingDocument leaving = leavingDocument(u"# T\n\n## A\n\n<!-- q? --> My answer\n\n## B\n\n<!-- q? -->\n"_s, {});
        QCOMPARE(leaving.markdown, u"# T\n\n## A\n\nMy answer\n"_s);
        QCOMPARE(leaving.leftOut, QStringList(u"B"_s));
    }

    void whatIsHiddenIsListedWithItsPlace()
    {
        const QString key = u"AKIA"_s + u"IOSFODNN7QQQQQQQ"_s; // in two, so that no scanner takes it for one
        const LeavingDocument leaving = leavingDocument(u"# T\n\nkey "_s + key + u"\n\n## Output\n\n    key "_s + key
                                                            + u"\n\n- \\[hidden: bearer token, 40 chars\\]\n"_s,
                                                        {});
        QVERIFY(!leaving.markdown.contains(key));
        QCOMPARE(leaving.hidden.size(), 3);
        QCOMPARE(leaving.hidden[0], (HiddenPlace { leaving.hidden[0].kind, 20, u"T"_s, 3 }));
        QCOMPARE(leaving.hidden[1].part, u"Output"_s);
        QCOMPARE(leaving.hidden[1].line, 7);
        QCOMPARE(leaving.hidden[2], (HiddenPlace { u"bearer token"_s, 40, u"Output"_s, 9 }));
    }

    void whatIsHiddenCanBeSeenByItsOwner()
    {
        const QString key = u"AKIA"_s + u"IOSFODNN7QQQQQQQ"_s;
        const QString typed = u"AKIA"_s + u"IOSFODNN7WWWWWWW"_s;
        QList<TimelineEntry> all = entries();
        all.append(outputKeptEntry(at(150), u"s2"_s, 2, u"Look"_s, u"cannot-tell"_s, u"id "_s + key));
        const Incident incident = foldIncident(all);
        const QString draft = filled(u"{{record}}"_s, incidentFields(incident, {}, m_start)) + u"\n"_s + typed;
        const LeavingDocument leaving = leavingDocument(draft, {});
        QCOMPARE(leaving.hidden.size(), 2);
        QCOMPARE(hiddenTexts(leaving.hidden[0], incident, draft), QStringList({ typed, key }));
        QCOMPARE(hiddenTexts({ u"JWT"_s, 20, {}, 0 }, incident, draft), QStringList());
    }

    void ofVeryManyTheFirstAndTheLastAreTold()
    {
        QList<TimelineEntry> all = entries();
        for (int i = 0; i < 30'000; ++i)
            all.append(note(3000, NoteKind::Note, u"row %1"_s.arg(i)));
        const QHash<QString, QString> fields = incidentFields(foldIncident(all), {}, m_start);
        QVERIFY(fields.value(u"timeline"_s).count(u'\n') < 1100);
        QVERIFY(fields.value(u"timeline"_s).contains(u"row 29999"_s));
        QVERIFY(fields.value(u"timeline"_s).contains(u"more, which an export as JSON Lines has"_s));
        QVERIFY(fields.value(u"record"_s).contains(u"- … 10009 more, which"_s));
    }

    void namesBecomeRoles()
    {
        const Incident incident = foldIncident(entries());
        const QHash<QString, QString> roles = roleNamesOf(incident);
        QCOMPARE(roles, (QHash<QString, QString> { { u"ada"_s, u"the lead"_s }, { u"grace"_s, u"responder 1"_s }, { u"@lin"_s, u"colleague 1"_s } }));
        QCOMPARE(withRoles(u"Ada asked @lin, not Adam; grace_b is no grace."_s, roles),
                 u"the lead asked colleague 1, not Adam; grace_b is no responder 1."_s);
        QCOMPARE(withRoles(u"\\_mo left, _mo too"_s, { { u"_mo"_s, u"X"_s } }).count(u'X'), 2);
        QCOMPARE(withRoles(u"text"_s, {}), u"text"_s);
        QCOMPARE(withRoles(u"kubectl get all; @all look"_s, { { u"@all"_s, u"colleague 1"_s } }), u"kubectl get all; colleague 1 look"_s);
        QCOMPARE(withRoles(u"Noor Okafor and noor.okafor, Noor"_s, { { u"Noor Okafor"_s, u"responder 1"_s } }), u"responder 1 and noor.okafor, Noor"_s);
        const QHash<QString, QString> odd { { u"Ada"_s, u"A"_s }, { u"Pat O'Brien-Lee"_s, u"B"_s } };
        QCOMPARE(withRoles(u"Ada's pods, ada-based; Pat O'Brien-Lee, O'Brien"_s, odd), u"A's pods, A-based; B, O'Brien"_s);
        QHash<QString, QString> many;
        for (int i = 0; i < 5000; ++i)
            many.insert(u"person.surname%1"_s.arg(i), u"responder %1"_s.arg(i));
        QCOMPARE(withRoles(u"@person.surname4321."_s, many), u"responder 4321."_s);
        for (const QString &id : { u"short"_s, u"detailed"_s, u"review"_s, u"handoff"_s, u"record"_s }) {
            const QString leaving = leavingDocument(draft(id), roles).markdown;
            static const QRegularExpression anyName(u"\\b(ada|grace|lin)\\b"_s, QRegularExpression::CaseInsensitiveOption);
            QVERIFY2(!leaving.contains(anyName), qPrintable(leaving));
        }
    }

    void measuresTellWhereOneWaited()
    {
        const IncidentMeasures measures = measuresOf(foldIncident(entries()));
        QCOMPARE(measures.alertToStart, qint64(751'000));
        QCOMPARE(measures.startToOwner, qint64(0));
        QCOMPARE(measures.startToFirstStep, qint64(80'000));
        QCOMPARE(measures.steps, 4);
        QCOMPARE(measures.done, 1);
        QCOMPARE(measures.failed, 1);
        QCOMPARE(measures.skipped, 0); // taken back
        QVERIFY(measuresOf({}) == IncidentMeasures());
    }

    void anOwnTemplateIsReadAndABadOneSaid()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write(u"Our way.md"_s, "# {{title}}"));
        QVERIFY(write(u"broken.md"_s, "\xff\xfe"));
        QVERIFY(write(u"large.md"_s, QByteArray(300 * 1024, 'a')));
        QList<Problem> problems;
        const QList<DocumentTemplate> all = documentTemplates(folder.path(), problems);
        QCOMPARE(all.size(), builtInTemplates().size() + 1);
        QCOMPARE(all.last().title, u"Our way"_s);
        QCOMPARE(problems.size(), 2);
    }

    void aPageOfItHasNoScript()
    {
        const QString page = htmlDocument(u"<b>"_s, u"# T\n\n<script>x</script>\n\n[a](javascript:b)\n"_s);
        QVERIFY(!page.contains(u"<script"_s));
        QVERIFY(!page.contains(u"javascript:"_s));
        QVERIFY(page.contains(u"<title>&lt;b&gt;</title>"_s));
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
