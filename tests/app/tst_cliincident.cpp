// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"
#include "base/settings.h"
#include "incident/entries.h"
#include "store/incidentstore.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QThread>

#include <vector>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Handrail;
using namespace Qt::StringLiterals;

/** handrail-cli incident: list, show, note, export, also while the window has the file. */
class TestCliIncident : public QObject
{
    Q_OBJECT

    const QString m_id = u"019e0a00-0000-7000-8000-000000000001"_s;
    std::unique_ptr<Testing::Terminal> m_terminal;

    Testing::Terminal::Answer incident(const QStringList &arguments, const QByteArray &typed = {})
    {
        return m_terminal->run(QStringList { u"incident"_s } + arguments, typed);
    }

    /** As incident(), for @p user and with the @p patience of a test. */
    Testing::Terminal::Answer incidentOf(const QString &user, int patience, const QStringList &arguments) const
    {
        QBuffer in;
        QBuffer out;
        QBuffer err;
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        const Workplace workplace { m_terminal->path("handrail.ini"), m_terminal->path("cache"), m_terminal->path("data"), user,
                                    m_terminal->clock, patience };
        const int code = runCommandLine(QStringList { u"incident"_s } + arguments, { in, out, err }, workplace);
        return { code, QString::fromUtf8(out.data()), QString::fromUtf8(err.data()) };
    }

    QString lastText() { return opened()->entries(m_id).result()->last().payload.value("text"_L1).toString(); }

    std::shared_ptr<IncidentStore> opened() { return *IncidentStore::open(m_terminal->path("data"), m_terminal->clock); }

    void makeIncidents()
    {
        const auto store = opened();
        const auto context = [&] { return EntryContext { m_id, u"ada"_s, m_terminal->clock.now() }; };
        (void)store->append(startedEntry(context(), u"Checkout error rate"_s, u"checkout"_s, u"critical"_s, {}, u"pasted"_s));
        m_terminal->clock.advance(20'000);
        OpenedRunbook runbook;
        runbook.path = u"checkout/errors.md"_s;
        runbook.title = u"Checkout error rate"_s;
        runbook.stepCount = 3;
        (void)store->append(runbookOpenedEntry(context(), runbook));
        m_terminal->clock.advance(60'000);
        (void)store->append(stepEntry(context(), u"s1"_s, 1, u"Look at the pods"_s, u"failed"_s, u"no \x1b[31mrights"_s));
        EntryContext other = context();
        other.incidentId = u"019e0b00-0000-7000-8000-000000000002"_s;
        (void)store->append(startedEntry(other, u"Mail queue grows"_s, u"mail"_s, {}, {}, {}));
        (void)store->append(plainEntry(other, TimelineEntry::Kind::Resolved)).result();
    }

private Q_SLOTS:
    void init() { m_terminal = std::make_unique<Testing::Terminal>(); }

    void withoutAFileThereIsNone()
    {
        const auto answer = incident({ u"list"_s });
        QCOMPARE(answer.code, ExitCode::done);
        QCOMPARE(answer.out, u"No incidents.\n"_s);
        QVERIFY(!QFileInfo::exists(m_terminal->path("data")));
    }

    void list()
    {
        makeIncidents();
        QVERIFY(Testing::equalsFixture(incident({ u"list"_s }).out.toUtf8(), u"app/incident-list.txt"_s));
        const QJsonArray all = incident({ u"list"_s, u"--json"_s }).json().value("incidents"_L1).toArray();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().toObject().value("startedAt"_L1).toString(), u"2026-11-23T02:16:31.000Z"_s);
        QCOMPARE(incident({ u"list"_s, u"--open"_s, u"--json"_s }).json().value("incidents"_L1).toArray().size(), 1);
    }

    void show()
    {
        makeIncidents();
        const auto answer = incident({ u"show"_s, u"019e0a"_s });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY(Testing::equalsFixture(answer.out.toUtf8(), u"app/incident-show.txt"_s));
        QCOMPARE(incident({ u"show"_s, m_id, u"--json"_s }).json().value("entries"_L1).toArray().size(), 3);
    }

    void idsHaveToBeClear()
    {
        makeIncidents();
        const auto two = incident({ u"show"_s, u"019e"_s });
        QCOMPARE(two.code, ExitCode::findings);
        QCOMPARE(two.err, u"2 incidents begin with 019e. Type more of the id.\n"_s);
        const auto none = incident({ u"show"_s, u"zzz"_s });
        QCOMPARE(none.code, ExitCode::findings);
        QCOMPARE(none.err, u"There is no incident zzz. 'handrail-cli incident list' shows them.\n"_s);
        QVERIFY(incident({ u"show"_s, u"last"_s }).out.startsWith(u"Mail queue grows\n"));
    }

    void noteIsOnTheDisk()
    {
        makeIncidents();
        const auto answer = incident({ u"note"_s, u"019e0a"_s, u"It was the deploy."_s, u"--kind"_s, u"finding"_s });
        QCOMPARE(answer.code, ExitCode::done);
        QCOMPARE(answer.out, u"Saved 2026-11-23 02:17:51 UTC\n"_s);
        Settings(m_terminal->path("handrail.ini")).setValue(Settings::Key::PersonName, u"grace"_s);
        QCOMPARE(incident({ u"note"_s, m_id, u"-"_s }, "typed\n").code, ExitCode::done);

        const auto entries = opened()->entries(m_id).result();
        QCOMPARE(entries->at(3).actor, u"ada"_s);
        QCOMPARE(entries->at(3).payload.value("kind"_L1).toString(), u"finding"_s);
        QCOMPARE(entries->at(4).actor, u"grace"_s);
        QCOMPARE(entries->at(4).payload.value("text"_L1).toString(), u"typed"_s);
    }

    void oddNotesAreRefused()
    {
        makeIncidents();
        QCOMPARE(incident({ u"note"_s, m_id, u"-"_s }, " \n").code, ExitCode::wrongUse);
        const auto kind = incident({ u"note"_s, m_id, u"x"_s, u"--kind"_s, u"poem"_s });
        QCOMPARE(kind.code, ExitCode::wrongUse);
        QCOMPARE(kind.err, u"A note is a note, finding, decision, action or question, not a poem.\n"_s);
        QCOMPARE(opened()->entries(m_id).result()->size(), 3);
    }

    void windowHasTheFile()
    {
        makeIncidents();
        const auto window = opened();
        QCOMPARE(incident({ u"list"_s }).code, ExitCode::done);
        QCOMPARE(incident({ u"show"_s, m_id }).code, ExitCode::done);
        const auto note = incidentOf(u"ada"_s, 100, { u"note"_s, m_id, u"x"_s });
        QCOMPARE(note.code, ExitCode::noAccess);
        QCOMPARE(note.err, u"In use by another Handrail. Close its window, or try again.\nThe note was not saved.\n"_s);
    }

    void notesOfManyCommandsAtOnceAreAllSaved()
    {
        makeIncidents();
        constexpr int count = 8;
        std::vector<int> codes(count, -1);
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < count; ++i) {
            threads.emplace_back(QThread::create([this, i, &codes] {
                codes[size_t(i)] = incidentOf(u"ada"_s, 60'000, { u"note"_s, m_id, QString::number(i) }).code;
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        QCOMPARE(codes, std::vector<int>(count, ExitCode::done));
        QCOMPARE(opened()->entries(m_id).result()->size(), 3 + count);
    }

    void aNoteMayBeginWithADash_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes ago") << QStringList { u"-5m dashed"_s } << u"dashed"_s;
        QTest::newRow("bullet") << QStringList { u"- hello bullet"_s } << u"- hello bullet"_s;
        QTest::newRow("no option") << QStringList { u"-20m pods restarted"_s } << u"pods restarted"_s;
        QTest::newRow("one word") << QStringList { u"-verbose"_s } << u"-verbose"_s;
        QTest::newRow("two dashes") << QStringList { u"--force was what did it"_s } << u"--force was what did it"_s;
        QTest::newRow("options after it") << QStringList { u"-x"_s, u"--kind"_s, u"finding"_s, u"--json"_s } << u"-x"_s;
        QTest::newRow("options before it") << QStringList { u"--kind=finding"_s, u"-x"_s } << u"-x"_s;
        QTest::newRow("behind two dashes") << QStringList { u"--kind"_s, u"finding"_s, u"--"_s, u"--json"_s } << u"--json"_s;
        QTest::newRow("from the input") << QStringList { u"-"_s } << u"typed"_s;
        QTest::newRow("from the input, behind two dashes") << QStringList { u"--"_s, u"-"_s } << u"typed"_s;
    }

    void aNoteMayBeginWithADash()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, text);
        makeIncidents();
        const auto answer = incident(QStringList { u"note"_s, m_id } + arguments, "typed\n");
        QVERIFY2(answer.code == ExitCode::done, qPrintable(answer.err));
        QCOMPARE(lastText(), text);
    }

    void aNoteMayTellOfMinutesAgo()
    {
        makeIncidents();
        QCOMPARE(incident({ u"note"_s, m_id, u"-5m the pods restarted"_s }).code, ExitCode::done);
        const TimelineEntry note = opened()->entries(m_id).result()->last();
        QCOMPARE(note.happenedAt.secsTo(note.recordedAt), 300);
    }

    void optionsOfANoteStayOptions()
    {
        makeIncidents();
        QVERIFY(incident({ u"note"_s, m_id, u"-x"_s, u"--help"_s }).out.startsWith(u"Usage: "_s));
        QVERIFY(incident({ u"note"_s, m_id, u"-h"_s }).out.startsWith(u"Usage: "_s));
        const auto missing = incident({ u"note"_s, m_id, u"-x"_s, u"--kind"_s });
        QCOMPARE(missing.code, ExitCode::wrongUse);
        QVERIFY2(missing.err.contains(u"--kind"_s), qPrintable(missing.err));
        QCOMPARE(incident({ u"note"_s, m_id, u"-x"_s, u"y"_s }).code, ExitCode::wrongUse);
        QCOMPARE(incident({ u"show"_s, u"-x"_s }).code, ExitCode::wrongUse);
        QCOMPARE(opened()->entries(m_id).result()->size(), 3);
    }

    void aWriterWithoutANameIsCalledAfterTheHome()
    {
        makeIncidents();
        QCOMPARE(incidentOf({}, 100, { u"note"_s, m_id, u"x"_s }).code, ExitCode::done);
        QCOMPARE(opened()->entries(m_id).result()->last().actor, QDir::home().dirName());
    }

    void backupsAreMadeCheckedAndRestored()
    {
        makeIncidents();
        const auto made = incident({ u"backup"_s });
        QCOMPARE(made.code, ExitCode::done);
        const auto sound = incident({ u"check"_s });
        QCOMPARE(sound.code, ExitCode::done);
        QVERIFY2(sound.out.contains(u"is sound."_s) && sound.out.contains(made.out.trimmed()), qPrintable(sound.out));
        QCOMPARE(incident({ u"restore"_s }).code, ExitCode::wrongUse);
        const auto restored = incident({ u"restore"_s, u"last"_s });
        QCOMPARE(restored.code, ExitCode::done);
        QVERIFY(restored.out.startsWith(u"Restored from"_s));
        QCOMPARE(incident({ u"show"_s, m_id }).code, ExitCode::done);
        QCOMPARE(incident({ u"check"_s, u"/nowhere"_s }).code, ExitCode::findings);
        QCOMPARE(incident({ u"restore"_s, u"/nowhere"_s }).code, ExitCode::noAccess);
    }

    void theLastBackupIsTheNewestSoundOne()
    {
        makeIncidents();
        const QString sound = incident({ u"backup"_s }).out.trimmed();
        QVERIFY(sound.endsWith(u".sqlite"));
        const QString folder = m_terminal->path("data") + u"/backups/"_s;
        QFile bad(folder + u"incidents-20991231T000000Z.sqlite"_s);
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("no backup");
        bad.close();
        const auto restored = incident({ u"restore"_s, u"last"_s });
        QCOMPARE(restored.code, ExitCode::done);
        QVERIFY2(!restored.out.contains(u"2099"), qPrintable(restored.out));
        QCOMPARE(incident({ u"show"_s, m_id }).code, ExitCode::done);
    }

    void exportWritesTheReport()
    {
        makeIncidents();
        const auto answer = incident({ u"export"_s, m_id });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY(answer.out.startsWith(u"# Checkout error rate\n"));
        const auto toFolder = incident({ u"export"_s, m_id, u"--output"_s, m_terminal->home.path() });
        const QString path = m_terminal->path("2026-11-23-checkout-error-rate.md");
        QCOMPARE(toFolder.out, path + u'\n');
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), answer.out);
        QVERIFY(!(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(incident({ u"export"_s, m_id, u"--output"_s, u"/nowhere/a.md"_s }).code, ExitCode::noAccess);
        const auto page = incident({ u"export"_s, m_id, u"--format"_s, u"html"_s });
        QCOMPARE(page.code, ExitCode::done);
        QVERIFY(page.out.startsWith(u"<!DOCTYPE html>"_s));
        QCOMPARE(incident({ u"export"_s, m_id, u"--format"_s, u"poem"_s }).code, ExitCode::wrongUse);
    }

    void exportFillsATemplate()
    {
        makeIncidents();
        const auto handoff = incident({ u"export"_s, m_id, u"--template"_s, u"handoff"_s });
        QCOMPARE(handoff.code, ExitCode::done);
        QVERIFY2(handoff.out.startsWith(u"# Handoff: Checkout error rate\n"_s), qPrintable(handoff.out));
        QVERIFY(handoff.out.contains(u"## Whom to ask"_s));
        QFile own(m_terminal->path("own.md"));
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.write("# {{title}} by {{people}}\n\npassword=sommer-Regen-71\n");
        own.close();
        const auto answer = incident({ u"export"_s, m_id, u"--template"_s, own.fileName(), u"--roles"_s });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY2(answer.out.startsWith(u"# Checkout error rate by - responder 1"_s), qPrintable(answer.out));
        QVERIFY(!answer.out.contains(u"Regen"_s));
        QCOMPARE(answer.err, u"Hidden: password, 15 characters, line 3.\n"_s);
        const QJsonObject json = incident({ u"export"_s, m_id, u"--template"_s, own.fileName(), u"--json"_s }).json();
        QCOMPARE(json.value("hidden"_L1).toArray().first().toObject().value("line"_L1).toInt(), 3);
        QCOMPARE(incident({ u"export"_s, m_id, u"--template"_s, u"nowhere"_s }).code, ExitCode::noAccess);
    }

    void aTemplateThatCannotBeReadIsSaid()
    {
        makeIncidents();
        QVERIFY(QDir().mkpath(m_terminal->path("data/templates")));
        QFile bad(m_terminal->path("data/templates/bad.md"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("caf\xe9 {{title}}\n");
        bad.close();
        const auto answer = incident({ u"export"_s, m_id, u"--template"_s, u"bad"_s });
        QCOMPARE(answer.code, ExitCode::noAccess);
        QCOMPARE(answer.err, u"bad.md: The template is not UTF-8 text.\n"_s);
    }

#ifdef Q_OS_UNIX
    void aPipeStaysAPipe()
    {
        makeIncidents();
        const QString pipe = m_terminal->path("pipe");
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString &path : { pipe, u"/dev/null"_s }) {
            const auto answer = incident({ u"export"_s, m_id, u"--output"_s, path });
            QCOMPARE(answer.code, ExitCode::noAccess);
            QCOMPARE(answer.err, u"%1 cannot be written: it is no regular file.\n"_s.arg(path));
            QVERIFY(QFileInfo::exists(path) && !QFileInfo(path).isFile());
        }
    }
#endif

    void filesThatAreNotExportedAreSaid()
    {
        makeIncidents();
        const QString said = u"Attached files are not in it: copy the data folder's \"attachments\" along.\n"_s;
        QVERIFY(!incident({ u"export"_s, m_id, u"--format"_s, u"jsonl"_s }).err.contains(said));
        Attachment attachment;
        attachment.name = u"graph.png"_s;
        QVERIFY(opened()->append(fileAttachedEntry({ m_id, u"ada"_s, m_terminal->clock.now() }, attachment)).result());
        QVERIFY(incident({ u"export"_s, m_id, u"--format"_s, u"jsonl"_s }).err.endsWith(said));
        QVERIFY(incident({ u"export"_s, u"--all"_s, u"--format"_s, u"jsonl"_s }).err.endsWith(said));
        QVERIFY(!incident({ u"export"_s, m_id }).err.contains(said));
    }

    void aNoteMaySayWhenItHappened()
    {
        makeIncidents();
        QCOMPARE(incident({ u"note"_s, m_id, u"@2026-11-22 23:50 it began"_s }).code, ExitCode::done);
        const auto shown = incident({ u"show"_s, m_id, u"--json"_s });
        QVERIFY2(shown.out.contains(u"\"it began\""_s), qPrintable(shown.out));
        const QString text = incident({ u"show"_s, m_id }).out;
        QVERIFY2(text.contains(u"2026-11-22 18:05:00  ada  note     it began (written 2026-11-23 02:17:51)\n"_s), qPrintable(text));
        QCOMPARE(text.count(u"(written"_s), 1);
        QCOMPARE(incident({ u"note"_s, m_id, u"@2026-11-22 23:50"_s }).code, ExitCode::wrongUse);
    }

    void everythingIsExportedAndImportedElsewhere()
    {
        makeIncidents();
        const QString file = m_terminal->path("all.jsonl");
        const auto exported = incident({ u"export"_s, u"--all"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, file });
        QCOMPARE(exported.code, ExitCode::done);
        QCOMPARE(exported.out, file + u'\n');
        QVERIFY(exported.err.contains(u"not for sharing"_s));
        QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        const QString elsewhere = m_terminal->path("elsewhere");
        const auto imported = incident({ u"import"_s, file, u"--data"_s, elsewhere });
        QCOMPARE(imported.code, ExitCode::done);
        QVERIFY2(imported.out.endsWith(u"5 entries were added.\n"_s), qPrintable(imported.out));
        QCOMPARE(incident({ u"show"_s, m_id, u"--data"_s, elsewhere }).out, incident({ u"show"_s, m_id }).out);

        const QJsonObject again = incident({ u"import"_s, file, u"--data"_s, elsewhere, u"--json"_s }).json();
        QCOMPARE(again.value("skipped"_L1).toArray().size(), 2);
        QCOMPARE(again.value("entries"_L1).toInt(), 0);
        QVERIFY(again.value("imported"_L1).toArray().isEmpty());
        (void)incident({ u"note"_s, m_id, u"only there"_s, u"--data"_s, elsewhere });
        QCOMPARE(incident({ u"import"_s, file, u"--data"_s, elsewhere, u"--json"_s }).json().value("skipped"_L1).toArray().size(), 2);
        (void)incident({ u"note"_s, m_id, u"only here"_s });
        (void)incident({ u"export"_s, u"--all"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, file });
        const QJsonObject continued = incident({ u"import"_s, file, u"--data"_s, elsewhere, u"--json"_s }).json();
        QCOMPARE(continued.value("entries"_L1).toInt(), 1);
        QCOMPARE(continued.value("continued"_L1).toArray().first().toObject().value("id"_L1).toString(), m_id);

        QFile changed(file);
        QVERIFY(changed.open(QIODevice::ReadWrite));
        const QByteArray lines = changed.readAll().replace("only here", "only hers");
        QVERIFY(changed.seek(0) && changed.write(lines) == lines.size());
        changed.close();
        const auto refused = incident({ u"import"_s, file, u"--data"_s, elsewhere, u"--json"_s });
        QCOMPARE(refused.code, ExitCode::findings);
        QCOMPARE(refused.json().value("refused"_L1).toArray().first().toObject().value("id"_L1).toString(), m_id);

        const auto one = incident({ u"export"_s, m_id, u"--format"_s, u"jsonl"_s });
        QCOMPARE(one.out.count(u'\n'), 5);
        QCOMPARE(incident({ u"export"_s, u"--all"_s }).code, ExitCode::wrongUse);
        QCOMPARE(incident({ u"export"_s, m_id, u"--all"_s, u"--format"_s, u"jsonl"_s }).code, ExitCode::wrongUse);
    }

    void aWrongLineImportsNothing()
    {
        QFile file(m_terminal->path("bad.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(Testing::fixture(u"incident/two-incidents.jsonl"_s).replace("02:20:00.000Z", "yesterday"));
        file.close();
        const auto answer = incident({ u"import"_s, file.fileName() });
        QCOMPARE(answer.code, ExitCode::noAccess);
        QVERIFY2(answer.err.startsWith(u"line 6: error: A time is UTC"_s), qPrintable(answer.err));
        QVERIFY(answer.err.endsWith(u"Nothing was imported.\n"_s));
        QCOMPARE(incident({ u"list"_s }).out, u"No incidents.\n"_s);
        QCOMPARE(incident({ u"import"_s, u"/nowhere"_s }).code, ExitCode::noAccess);
        QCOMPARE(incident({ u"import"_s }).code, ExitCode::wrongUse);
    }

    void whatIsReadableIsSalvaged()
    {
        makeIncidents();
        const QString damaged = m_terminal->path("data/incidents.sqlite");
        QFile file(damaged);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, '\0')); // SQLite takes it for no database
        file.close();
        QCOMPARE(incident({ u"list"_s }).code, ExitCode::noAccess);
        const QString out = m_terminal->path("rescued.jsonl");
        const auto answer = incident({ u"salvage"_s, damaged, u"--to"_s, out });
        QCOMPARE(answer.code, ExitCode::done);
        QVERIFY2(answer.out.startsWith(u"Saved 5 entries of 2 incidents to "_s), qPrintable(answer.out));
        const QString elsewhere = m_terminal->path("elsewhere");
        QCOMPARE(incident({ u"import"_s, out, u"--data"_s, elsewhere, u"--json"_s }).json().value("entries"_L1).toInt(), 5);
        QCOMPARE(incident({ u"salvage"_s, damaged, u"--to"_s, damaged }).code, ExitCode::wrongUse);
        QCOMPARE(incident({ u"salvage"_s, damaged }).code, ExitCode::wrongUse);
        QCOMPARE(incident({ u"salvage"_s, u"/nowhere"_s, u"--to"_s, out }).code, ExitCode::noAccess);
    }

    void whatIsNewerThanTheBackupIsTakenIn()
    {
        makeIncidents();
        const QString path = m_terminal->path("data/incidents.sqlite");
        const QString note = QString(300, u'n');
        for (int i = 0; i < 30; ++i)
            (void)opened()->append(noteEntry({ m_id, u"ada"_s, m_terminal->clock.now() }, NoteKind::Note, note)).result();
        QCOMPARE(incident({ u"backup"_s }).code, ExitCode::done);
        for (int i = 0; i < 30; ++i)
            (void)opened()->append(noteEntry({ m_id, u"ada"_s, m_terminal->clock.now() }, NoteKind::Note, u"newer"_s)).result();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 page = file.readAll().indexOf(note.toUtf8()) / 4096;
        QVERIFY(page > 1 && file.seek(page * 4096) && file.write(QByteArray(4096, '\0')) == 4096);
        file.close();
        const QString out = m_terminal->path("rescued.jsonl");
        QCOMPARE(incident({ u"salvage"_s, path, u"--to"_s, out }).code, ExitCode::findings);
        QCOMPARE(incident({ u"restore"_s, u"last"_s }).code, ExitCode::done);
        const auto imported = incident({ u"import"_s, out, u"--json"_s });
        QCOMPARE(imported.code, ExitCode::done);
        QCOMPARE(imported.json().value("entries"_L1).toInt(), 30);
        QCOMPARE(opened()->entries(m_id).result()->size(), 3 + 60);
    }

    void damagedFileIsSaid()
    {
        QVERIFY(QDir().mkpath(m_terminal->path("data")));
        QFile file(m_terminal->path("data/incidents.sqlite"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database at all\n").repeated(100));
        file.close();
        const auto answer = incident({ u"list"_s });
        QCOMPARE(answer.code, ExitCode::noAccess);
        QVERIFY2(answer.err.startsWith(u"The incident file is damaged. "), qPrintable(answer.err));
    }
};

QTEST_GUILESS_MAIN(TestCliIncident)
#include "tst_cliincident.moc"
