// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogreader.h"
#include "session/workbench.h"
#include "store/libraryfolder.h"
#include "support/memorylog.h"
#include "widgets/library/librarypage.h"
#include "widgets/library/servicepage.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QThreadPool>
#include <QTimeZone>
#include <QTreeView>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** The library and a service as their pages show them, over a real index. */
class TestLibraryPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library.write(u"checkout/PaymentsFailing.md"_s,
                        "# PaymentsFailing\nRestart. See [the queue](queue.md), [the board](https://grafana.example.com/d/a/b).\n");
        m_library.write(u"ops/disk.md"_s, "---\nowner: platform\nlast_reviewed_on: 2024-01-01\nreview_in: 1 year\n---\n# Disk\nRestart.\n");
        m_library.write(u"ops/notes.md"_s, "# Notes\nNothing.\n");
        QCOMPARE(m_library.read().runbooks, 3);
        Catalog catalog;
        readCatalogFile(m_library.root(), u"handrail.yaml"_s,
                        "services:\n  - name: checkout\n    owner: payments\n    dashboards:\n"
                        "      - title: Overview\n        url: https://grafana.example.com/d/c?from={from}\n", catalog);
        readCatalogFile(m_library.root(), u"checkout/catalog-info.yaml"_s,
                        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: checkout\nspec:\n  owner: storefront\n", catalog);
        m_workbench.addLibrary(m_library.root());
        m_workbench.setCatalog(catalog);
    }

    void cleanup()
    {
        m_servicePage.reset();
        m_libraryPage.reset();
        QThreadPool::globalInstance()->waitForDone(); // What was asked still reads the index.
    }

    void aServiceShowsWhatItsSourcesSay()
    {
        ServicePage &page = openServicePage();
        page.showService(u"checkout"_s);
        QCOMPARE(label(page, "serviceOwner")->text(), u"payments"_s);
        const QString contradictions = label(page, "serviceContradictions")->text();
        QVERIFY2(contradictions.contains(u"payments, says handrail.yaml line 3"_s), qPrintable(contradictions));
        QVERIFY2(contradictions.contains(u"storefront, says checkout/catalog-info.yaml line 6"_s), qPrintable(contradictions));
        QTRY_COMPARE(label(page, "serviceAlerts")->text().remove(QChar(0x200b)), u"PaymentsFailing"_s);

        QSignalSpy pressed(&page, &ServicePage::linkPressed);
        const auto button = [&page](const QString &start) -> QPushButton * {
            for (QPushButton *each : page.findChildren<QPushButton *>()) {
                if (each->text().startsWith(start))
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(button(u"the board"_s));
        QVERIFY(!button(u"Overview"_s)->isEnabled()); // its address is filled from an alert
        QVERIFY(button(u"the board"_s)->toolTip().contains(u"Linked in checkout/PaymentsFailing.md line 2"_s));
        QTest::mouseClick(button(u"the board"_s), Qt::LeftButton);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed.first().first().toString(), u"https://grafana.example.com/d/a/b"_s);
    }

    void aServiceWithoutAContradictionHasNoSuchCard()
    {
        ServicePage &page = openServicePage();
        page.showService(u"unheard of"_s);
        QVERIFY(!page.findChild<QWidget *>(u"serviceContradictionCard"_s)->isVisible());
    }

    void chipsShowOnlyWhatTheySay_data()
    {
        QTest::addColumn<QString>("chip");
        QTest::addColumn<int>("count");
        QTest::newRow("no owner") << u"No owner"_s << 1;
        QTest::newRow("no service") << u"No service"_s << 2;
        QTest::newRow("review due") << u"Review due"_s << 1;
        QTest::newRow("no alert") << u"No alert"_s << 2;
        QTest::newRow("broken links") << u"Broken links"_s << 1;
    }

    void chipsShowOnlyWhatTheySay()
    {
        QFETCH(const QString, chip);
        QFETCH(const int, count);
        LibraryPage *page = openLibraryPage();
        QVERIFY(page);
        QPushButton *button = nullptr;
        for (QPushButton *each : page->findChildren<QPushButton *>(u"libraryFilter"_s)) {
            if (each->text() == u"%1  %2"_s.arg(chip).arg(count))
                button = each;
        }
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(runbooksIn(*page->findChild<QTreeView *>(u"libraryTree"_s)->model()), count);
    }

    void aRunbookShowsWhoseItIsAndWhichLinksAreBroken()
    {
        LibraryPage *page = openLibraryPage();
        QVERIFY(page);
        page->showRunbook({ m_library.root(), u"checkout/PaymentsFailing.md"_s }, {});
        QTRY_VERIFY(label(*page, "readingFacts")->isVisible());
        QTRY_VERIFY(label(*page, "readingFacts")->text().contains(u"owner payments"_s));
        QVERIFY(!label(*page, "readingNoOwner")->isVisible());
        QVERIFY(label(*page, "readingBrokenLinks")->text().remove(QChar(0x200b)).endsWith(u"checkout/queue.md"_s));
        page->showRunbook({ m_library.root(), u"ops/notes.md"_s }, {});
        QTRY_VERIFY(label(*page, "readingNoOwner")->isVisible());
        QVERIFY(!label(*page, "readingBrokenLinks")->isVisible());
    }

    void aSearchIsNarrowedByAFilter()
    {
        LibraryPage *page = openLibraryPage();
        QVERIFY(page);
        auto *search = page->findChild<QLineEdit *>(u"librarySearch"_s);
        QTest::keyClicks(search, u"restart owner:payments"_s);
        const QAbstractItemModel *hits = page->findChild<QListView *>(u"libraryHits"_s)->model();
        QTRY_COMPARE(hits->rowCount(), 1);
        QTest::keyClicks(search, u"x"_s);
        QTRY_COMPARE(hits->rowCount(), 0);
    }

private:
    static QLabel *label(const QWidget &page, const char *name) { return page.findChild<QLabel *>(QString::fromLatin1(name)); }

    static int runbooksIn(const QAbstractItemModel &model, const QModelIndex &parent = {})
    {
        int count = 0;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            count += model.hasChildren(index) ? runbooksIn(model, index) : 1;
        }
        return count;
    }

    ServicePage &openServicePage()
    {
        m_servicePage = std::make_unique<ServicePage>(m_workbench, &m_action);
        m_servicePage->show();
        return *m_servicePage;
    }

    LibraryPage *openLibraryPage()
    {
        m_libraryPage = std::make_unique<LibraryPage>(m_workbench, &m_action, &m_action, &m_action, &m_action);
        m_libraryPage->resize(1280, 800);
        m_libraryPage->show();
        IndexState state;
        state.reading = true;
        m_workbench.setIndexState(state);
        state.reading = false;
        m_workbench.setIndexState(state);
        const QAbstractItemModel *tree = m_libraryPage->findChild<QTreeView *>(u"libraryTree"_s)->model();
        return QTest::qWaitFor([tree] { return runbooksIn(*tree) == 3; }) ? m_libraryPage.get() : nullptr;
    }

    LibraryFolder m_library;
    QTemporaryDir m_home;
    RunbookIndexStore m_index { m_library.index() };
    MemoryLog m_log;
    Settings m_settings { m_home.filePath(u"handrail.ini"_s) };
    FixedClock m_clock { QDateTime({ 2026, 3, 1 }, { 12, 0 }, QTimeZone::utc()) };
    Workbench m_workbench { m_index, m_log, m_settings, m_clock };
    QAction m_action;
    std::unique_ptr<ServicePage> m_servicePage;
    std::unique_ptr<LibraryPage> m_libraryPage;
};

QTEST_MAIN(TestLibraryPages)
#include "tst_librarypages.moc"
