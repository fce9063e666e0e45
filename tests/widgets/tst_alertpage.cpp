// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** What the window shows for a pasted alert, and what may be done with it at each moment. */
class TestAlertPage : public WindowTest
{
    Q_OBJECT

private:
    static void pasteAlert(const QString &name, const QString &summary)
    {
        QGuiApplication::clipboard()->setText(
            u"{\"labels\": {\"alertname\": \"%1\"}, \"annotations\": {\"summary\": \"%2\"}}"_s.arg(name, summary));
        pasteOnHome();
    }

private Q_SLOTS:
    void whatIsShownForAnAlertFollowsTheLibrary()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &text) { writeFile(folder.filePath(name), text); };
        write(u"elsewhere.md"_s, "# Something else\n");
        open({ folder.path() });
        QTRY_VERIFY(isShown("pasteEdit"));
        QGuiApplication::clipboard()->setText(
            u"{\"labels\": {\"alertname\": \"KilnTooHot\", \"service\": \"kiln\"}, \"annotations\": {\"summary\": \"The kiln is too hot\"}}"_s);
        pasteOnHome();
        QTRY_VERIFY(isShown("alertName"));
        const auto *list = find<QListView>("matchList");
        const auto *start = find<QPushButton>("startRunbook");
        QTRY_VERIFY(find<QLabel>("noMatch")->isVisible());
        QTRY_VERIFY(!list->isVisible());

        auto *name = find<QLineEdit>("alertName");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"Something else"_s);
        QTRY_VERIFY(list->isVisible());
        QVERIFY(name->hasFocus()); // whoever types goes on typing
        name->selectAll();
        QTest::keyClicks(name, u"KilnTooHot"_s);
        QTRY_VERIFY(!list->isVisible());

        write(u"kiln-heat.md"_s, "# Heat of the kiln\nWhen the kiln is hot, open its door.\n");
        QTRY_VERIFY(list->isVisible()); // possible: nothing is chosen
        QVERIFY(!list->currentIndex().isValid());
        QVERIFY(name->hasFocus());
        find<QListView>("matchList")->setFocus();
        QVERIFY(list->hasFocus() && !list->currentIndex().isValid());
        QVERIFY(!start->isEnabled());
        find<QListView>("matchList")->setCurrentIndex(list->model()->index(0, 0));
        QTRY_VERIFY(start->isEnabled());

        write(u"KilnTooHot.md"_s, "# KilnTooHot\n\n1. Open the door.\n");
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->currentIndex().row(), 1); // what was chosen stays so, below what fits better
        QTRY_VERIFY(start->isEnabled());

        write(u"handrail.yaml"_s, "services:\n  - name: kiln\n    owner: potters\n");
        QTRY_VERIFY(find<QWidget>("verdictBand")->accessibleName().contains(u"potters"_s));
        QVERIFY(find<QComboBox>("alertService")->findText(u"kiln"_s) >= 0);
    }

    void aDamagedIndexIsMadeAnew()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"KilnTooHot.md"_s), "# KilnTooHot\n\n1. Open the door.\n");
        open({ folder.path() });
        QTRY_VERIFY(find<QLabel>("indexState")->text().startsWith(u"Index ready: 1 runbook,"_s));
        QFile index(m_home->filePath(u"cache/"_s + RunbookIndexStore::fileName()));
        QVERIFY(index.open(QIODevice::ReadWrite));
        const qint64 size = index.size();
        QVERIFY(index.seek(4096) && index.write(QByteArray(size - 4096, '\xff')) == size - 4096); // all but its first page
        index.close();

        pasteAlert(u"KilnTooHot"_s, u"Look"_s);
        QTRY_VERIFY(isShown("alertName"));
        QTRY_VERIFY(find<QAction>("startRunbook")->isEnabled());
        QCOMPARE(find<QListView>("matchList")->model()->rowCount(), 1);
    }

    void onlyWhatIsCurrentCanBeStartedOrCalledWrong()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"disk.md"_s), "# Disk full\n\nThe disk is full.\n\n1. Look.\n");
        writeFile(folder.filePath(u"room.md"_s), "# Room for files\n\nWhen a disk is full there is none.\n\n1. Look.\n");
        open({ folder.path() });
        QTRY_VERIFY(isShown("pasteEdit"));
        QGuiApplication::clipboard()->setText(u"disk on db1 is full"_s);
        pasteOnHome();
        auto *list = find<QListView>("matchList");
        QTRY_VERIFY(list->isVisible());
        QTRY_COMPARE(list->model()->rowCount(), 2);
        const auto *start = find<QAction>("startRunbook");
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(!start->isEnabled());
        QTRY_VERIFY(start->isEnabled());
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(!start->isEnabled()); // the first is not started any more, and the second not yet read
        find<QPushButton>("wrongRunbook")->click(); // nor is the first one called wrong
        QCOMPARE(list->model()->rowCount(), 2);
        list->setCurrentIndex(list->model()->index(0, 0)); // before the second is read
        QTRY_VERIFY(start->isEnabled());

        const QString first = list->model()->index(0, 0).data().toString();
        find<QPushButton>("wrongRunbook")->click();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(1, 0).data().toString(), first); // without a name it is known by its text
    }

    void nothingOfAnAlertStaysForTheNext()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"KilnTooHot.md"_s), "# KilnTooHot\n\n1. Open the door.\n");
        writeFile(folder.filePath(u"PondTooLow.md"_s), "# PondTooLow\n\n1. Look at the sluice.\n");
        open({ folder.path() });
        QTRY_VERIFY(isShown("pasteEdit"));
        const auto *start = find<QAction>("startRunbook");
        pasteAlert(u"KilnTooHot"_s, u"Look"_s);
        QTRY_VERIFY(start->isEnabled());
        find<QAction>("Home")->trigger();
        QTRY_VERIFY(isShown("pasteEdit"));

        QStringList seen; // what the band said each time that the list of runbooks changed
        bool couldStart = false;
        connect(find<QListView>("matchList")->model(), &QAbstractItemModel::modelReset, this, [this, &seen, &couldStart, start] {
            seen.append(find<QWidget>("verdictBand")->accessibleName());
            couldStart = couldStart || (seen.size() > 1 && start->isEnabled());
        });
        pasteAlert(u"PondTooLow"_s, u"Look"_s);
        QTRY_COMPARE(seen.size(), 2);
        QVERIFY(seen.first().startsWith(u"Looking for"_s));
        QVERIFY(seen.last() != seen.first());
        QVERIFY(!couldStart);
        QTRY_VERIFY(start->isEnabled());
    }

    void whoIsOnItFollowsACorrectedName()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"elsewhere.md"_s), "# Something else\n");
        open({ folder.path() });
        const auto paste = [](const QString &name) {
            pasteAlert(name, u"Of the kiln"_s);
            QTRY_VERIFY(isShown("startWithout"));
        };
        QTRY_VERIFY(isShown("pasteEdit"));
        paste(u"KilnTooHot"_s);
        QTRY_VERIFY(find<QLabel>("noMatch")->isVisible());
        QTest::mouseClick(find<QPushButton>("startWithout"), Qt::LeftButton);
        QTRY_VERIFY(isShown("noteEdit"));
        find<QAction>("Home")->trigger();
        QTRY_VERIFY(isShown("pasteEdit"));
        paste(u"KilnTooCold"_s);
        QTRY_VERIFY(find<QLabel>("noMatch")->isVisible());
        QVERIFY(!isShown("openIncident"));
        auto *name = find<QLineEdit>("alertName");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"KilnTooHot"_s); // finds as few runbooks as before
        QTRY_VERIFY(isShown("openIncident"));
    }

    void whatIsNoAlertIsKeptAndNoneIsChosen()
    {
        openWithSamples();
        copyAlert(u"6-something-odd.txt"_s);
        pasteOnHome();
        QTRY_VERIFY(isShown("startWithout"));
        QVERIFY(!find<QPushButton>("startRunbook")->isEnabled());
        QVERIFY(!find<QPlainTextEdit>("pastedText")->toPlainText().isEmpty());
        QTest::mouseClick(find<QPushButton>("startWithout"), Qt::LeftButton);
        QTRY_VERIFY(isShown("noteEdit"));
    }
};

QTEST_MAIN(TestAlertPage)
#include "tst_alertpage.moc"
