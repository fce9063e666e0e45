// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/incidentspage.h"

#include "incident/entries.h"
#include "session/workbench.h"
#include "store/incidentstore.h"
#include "store/libraryfolder.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimeZone>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** All incidents on their page, over a real log. */
class TestIncidentsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        add(u"Checkout fails"_s, u"checkout"_s, u"the queue is stuck"_s, true);
        add(u"Disk is full"_s, u"api"_s, u"logs were not rotated"_s, true);
        add(u"Search is slow"_s, u"search"_s, u"a stuck reindex"_s, false);
    }

    void init()
    {
        m_page = std::make_unique<IncidentsPage>(m_workbench);
        m_page->resize(960, 600);
        m_page->show();
        m_page->refresh();
        QTRY_COMPARE(titles().size(), 3);
    }

    void cleanup()
    {
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone(); // What was asked still reads the index.
    }

    void openAndResolvedOnesByTimeOrService()
    {
        QCOMPARE(titles(), (QStringList { u"Search is slow"_s, u"Disk is full"_s, u"Checkout fails"_s }));
        QCOMPARE(count(), u"3 incidents"_s);
        press("incidentState.1");
        QTRY_COMPARE(titles(), QStringList { u"Search is slow"_s });
        QCOMPARE(count(), u"1 incident"_s);
        press("incidentState.2");
        QTRY_COMPARE(titles().size(), 2);
        press("incidentState.0");
        press("incidentOrder.1");
        QTRY_COMPARE(titles(), (QStringList { u"Disk is full"_s, u"Checkout fails"_s, u"Search is slow"_s }));
    }

    void findsWhatWasWrittenDownAndOpensIt()
    {
        m_page->focusSearch();
        auto *search = m_page->findChild<QLineEdit *>(u"incidentSearch"_s);
        QTest::keyClicks(search, u"stuck queue"_s);
        QTRY_COMPARE(titles(), QStringList { u"Checkout fails"_s });
        QTest::keyClick(search, Qt::Key_Return);
        QSignalSpy chosen(m_page.get(), &IncidentsPage::incidentChosen);
        auto *list = m_page->findChild<QListView *>(u"allIncidents"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"Checkout fails"_s);
        search->setText(u"nobody wrote this"_s);
        QTRY_COMPARE(count(), u"No incident says that"_s);
        QVERIFY(titles().isEmpty());
    }

private:
    void add(const QString &title, const QString &service, const QString &note, bool isResolved)
    {
        m_clock.advance(60'000);
        const EntryContext context { title, u"ada"_s, m_clock.now() };
        QVERIFY(m_log->append(startedEntry(context, title, service, u"high"_s, {}, {})).result());
        QVERIFY(m_log->append(noteEntry(context, NoteKind::Note, note)).result());
        if (isResolved)
            QVERIFY(m_log->append(plainEntry(context, TimelineEntry::Kind::Resolved)).result());
    }

    QStringList titles() const
    {
        const QAbstractItemModel *model = m_page->findChild<QListView *>(u"allIncidents"_s)->model();
        QStringList titles;
        for (int row = 0; row < model->rowCount(); ++row)
            titles.append(model->index(row, 0).data().toString());
        return titles;
    }

    QString count() const { return m_page->findChild<QLabel *>(u"incidentCount"_s)->text(); }
    void press(const char *name) const { QTest::mouseClick(m_page->findChild<QAbstractButton *>(QString::fromLatin1(name)), Qt::LeftButton); }

    QTemporaryDir m_home;
    LibraryFolder m_library;
    RunbookIndexStore m_index { m_library.index() };
    FixedClock m_clock { QDateTime({ 2026, 3, 1 }, { 12, 0 }, QTimeZone::utc()) };
    std::shared_ptr<IncidentStore> m_log = *IncidentStore::open(m_home.filePath(u"data"_s), m_clock);
    Settings m_settings { m_home.filePath(u"handrail.ini"_s) };
    Workbench m_workbench { m_index, *m_log, m_settings, m_clock };
    std::unique_ptr<IncidentsPage> m_page;
};

QTEST_MAIN(TestIncidentsPage)
#include "tst_incidentspage.moc"
