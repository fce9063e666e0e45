// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/librarytreemodel.h"
#include "support/windowtest.h"
#include "widgets/common/focusring.h"
#include "widgets/common/foldingpanes.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/** What of the window is to be seen, at which size, and where the focus is. */
class TestWindowLayout : public WindowTest
{
    Q_OBJECT

    /** Where Tab goes from @p name until it is there again. */
    static QStringList reachedFrom(const char *name, Qt::KeyboardModifiers modifiers = {})
    {
        constexpr int most = 100;
        find<QWidget>(name)->setFocus();
        QStringList names;
        do {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, modifiers);
            names.append(QApplication::focusWidget()->objectName());
        } while (names.last() != QLatin1StringView(name) && names.size() < most);
        return names;
    }

    static bool isInOrder(const QStringList &names, const QStringList &wanted)
    {
        qsizetype at = -1;
        return std::all_of(wanted.begin(), wanted.end(), [&](const QString &name) { return (at = names.indexOf(name, at + 1)) >= 0; });
    }

private Q_SLOTS:
    void keysOfThePageWorkInATextFieldToo()
    {
        openWithSamples();
        startFirstIncident();
        QWidget *filter = find<QWidget>("timelineFilterText");
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(isShown("palette"));
        auto *field = find<QLineEdit>("paletteEdit");
        QSignalSpy chosen(window()->findChildren<QAction *>(u"severity"_s).at(1), &QAction::triggered);
        QTest::keyClicks(field, u"severity high"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 1); // of a menu in a menu
        filter->setFocus();
        QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier); // on X11 the field would say that it takes it
        asked.accept();
        QApplication::sendEvent(filter, &asked);
        QVERIFY(!asked.isAccepted());
        QTest::keyClick(filter, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(isShown("draftEdit"));
    }

    void tabGoesWhereTheEyeGoes()
    {
        openWithSamples();
        startFirstIncident();
        const QStringList incident { u"stepTitle"_s,  u"copyButton"_s,   u"seenEdit"_s, u"doneButton"_s,
                                     u"skipButton"_s, u"timelineView"_s, u"noteEdit"_s };
        QStringList reached = reachedFrom("stepList");
        QVERIFY2(isInOrder(reached, incident), qPrintable(reached.join(u' ')));
        QTest::keyClick(window(), Qt::Key_Return, Qt::ControlModifier); // the next step is made anew
        QTRY_VERIFY(find<QLabel>("stepTitle")->text().contains(u"Look at the pods"_s));
        reached = reachedFrom("stepList");
        QVERIFY2(isInOrder(reached, incident), qPrintable(reached.join(u' ')));

        find<QAction>("Settings")->trigger();
        const QStringList settings { u"removeLibrary.0"_s, u"settingsAddFolder"_s, u"settingsName"_s, u"settingsChooseData"_s };
        reached = reachedFrom("railSettings");
        QVERIFY2(isInOrder(reached, settings), qPrintable(reached.join(u' ')));
        const QStringList back(settings.rbegin(), settings.rend());
        QVERIFY(isInOrder(reachedFrom("railSettings", Qt::ShiftModifier), back));
    }

    void whatIsAskedForComesForwardWhenPanesAreTabs()
    {
        openWithSamples();
        startFirstIncident();
        window()->resize(720, 480);
        QTRY_VERIFY(find<FoldingPanes>("incidentPanes")->isFolded());
        QTest::keyClick(window(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(isShown("noteEdit"));
        QVERIFY(!isShown("stepTitle"));
        QVERIFY(!isShown("stepList"));
        QTest::keyClick(window(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(find<QLineEdit>("reasonEdit")->hasFocus());
        QVERIFY(isShown("stepTitle"));
        QTest::keyClick(window(), Qt::Key_F6);
        QTRY_VERIFY(isShown("noteEdit"));
        QTest::keyClick(window(), Qt::Key_F6, Qt::ShiftModifier);
        QTRY_VERIFY(isShown("stepTitle"));
    }

    void aLargeFontFoldsThePanes()
    {
        openWithSamples();
        startFirstIncident();
        window()->resize(960, 600);
        QTRY_VERIFY(!find<FoldingPanes>("incidentPanes")->isFolded());
        for (int i = 0; i < 7; ++i)
            find<QAction>("zoomIn")->trigger();
        QTRY_VERIFY(find<FoldingPanes>("incidentPanes")->isFolded());
        QVERIFY(isShown("stepTitle"));
        find<QAction>("zoomReset")->trigger();
        QTRY_VERIFY(!find<FoldingPanes>("incidentPanes")->isFolded());
    }

    void theNextStartLooksAsTheLastOneDid()
    {
        openWithSamples();
        const QFont usual = QApplication::font();
        find<QAction>("zoomIn")->trigger();
        find<QAction>("Library")->trigger();
        QTest::mouseClick(find<QToolButton>("libraryGrouping.2"), Qt::LeftButton);
        const auto isByOwner = [] {
            const QModelIndex first = find<QTreeView>("libraryTree")->model()->index(0, 0);
            return first.data(LibraryTreeModel::KindRole).value<LibraryTreeModel::NodeKind>() == LibraryTreeModel::NodeKind::Owner;
        };
        QTRY_VERIFY(isByOwner());

        m_desktop.reset();
        QApplication::setFont(usual); // as a new process finds it
        open();
        QVERIFY(QApplication::font().pointSizeF() > usual.pointSizeF());
        find<QAction>("zoomReset")->trigger();
        QCOMPARE(QApplication::font().pointSizeF(), usual.pointSizeF());
        find<QAction>("Library")->trigger();
        QVERIFY(find<QToolButton>("libraryGrouping.2")->isChecked());
        QTRY_VERIFY(isByOwner());
    }

    void hitsFoldThePanesWhenThereIsNoRoom()
    {
        openWithSamples();
        window()->resize(720, 480);
        QTest::keyClick(window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *search = find<QLineEdit>("librarySearch");
        QTRY_VERIFY(search->hasFocus());
        QVERIFY(!find<FoldingPanes>("libraryPanes")->isFolded());
        QTest::keyClicks(search, u"disk"_s);
        QTRY_VERIFY(isShown("libraryHits"));
        QVERIFY(find<FoldingPanes>("libraryPanes")->isFolded());
        search->clear();
        QVERIFY(!find<FoldingPanes>("libraryPanes")->isFolded());
    }

    void theFocusRingIsAroundTheButton()
    {
        open();
        auto *samples = find<QPushButton>("useSamplesButton");
        samples->setFocus(Qt::TabFocusReason);
        const auto *ring = window()->findChild<FocusRing *>();
        QTRY_VERIFY(ring->isVisible());
        window()->resize(900, 700);
        const auto around = [](const QWidget *widget) { return QRect(widget->mapTo(window(), QPoint()), widget->size()); };
        QTRY_COMPARE(around(ring), around(samples).adjusted(-4, -4, 4, 4));
    }

    void theFocusRingOutlivesTheStepItWasIn()
    {
        openWithSamples();
        startFirstIncident();
        for (int i = 0; i < 3 && !isShown("copyButton"); ++i) {
            const QString title = find<QLabel>("stepTitle")->text();
            QTest::keyClick(window(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(find<QLabel>("stepTitle")->text() != title);
        }
        const QString title = find<QLabel>("stepTitle")->text();
        find<QPushButton>("copyButton")->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(window()->findChild<FocusRing *>()->isVisible());
        QTest::keyClick(window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(find<QLabel>("stepTitle")->text() != title);
        find<QPushButton>("failedButton")->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(window()->findChild<FocusRing *>() && window()->findChild<FocusRing *>()->isVisible());
    }

    void aNarrowWindowShowsSavedOnEveryTab()
    {
        openWithSamples();
        startFirstIncident();
        window()->resize(720, 480);
        auto *panes = find<FoldingPanes>("incidentPanes");
        QTRY_VERIFY(panes->isFolded());
        for (const char *pane : { "stepsPane", "stepView", "timelinePane" }) {
            QWidget *shown = find<QWidget>(pane);
            panes->showPane(qstrcmp(pane, "stepView") == 0 ? shown->parentWidget() : shown);
            QTRY_VERIFY(shown->isVisible());
            QVERIFY(isShown("savedBesideTabs"));
            QVERIFY(find<QLabel>("savedBesideTabs")->text().contains(u"Saved"));
        }
        QVERIFY(isShown("incidentMenuButton"));
        QVERIFY(find<QWidget>("incidentTopBar")->height() < 60);
        QVERIFY(isShown("stepOfLabel"));
        QVERIFY(isShown("elapsedLabel"));
    }
};

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
