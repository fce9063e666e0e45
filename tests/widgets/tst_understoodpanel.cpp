// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/understoodpanel.h"

#include "alerts/alertreader.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestUnderstoodPanel : public QObject {
    Q_OBJECT

private:
    AlertReader m_reader;
    const QDateTime m_now = QDateTime(QDate(2026, 11, 24), QTime(2, 31), QTimeZone::utc()).toUTC();
    const QString m_text = u"Alert: DiskFull\nSeverity: critical\nStarted: 2026-11-24T02:00:00Z\n"
                           u"token: ghp_abcdefghijklmnopqrstuvwxyz0123456789\nhello there"_s;
    std::unique_ptr<UnderstoodPanel> m_panel;

    template <typename T>
    T *find(const char *name) const
    {
        return m_panel->findChild<T *>(QLatin1String(name));
    }

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    /** Whether a label that can be seen has this text, wherever it may be broken. */
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text().remove(QChar(0x200b)) == text;
        });
    }

    /** What asks for most room, for the failure's message. */
    static QString widest(const QWidget *page)
    {
        QString found;
        int most = 0;
        for (const QWidget *child : page->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (child->isVisible() && child->minimumSizeHint().width() > most) {
                most = child->minimumSizeHint().width();
                found = u"%1 %2: %3"_s.arg(QLatin1String(child->metaObject()->className()), child->objectName()).arg(most);
            }
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<UnderstoodPanel>();
        m_panel->setFormats(m_reader.formats());
        m_panel->resize(360, 900);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        const ParsedAlerts parsed = m_reader.read(m_text);
        m_panel->setParsed(parsed, m_now);
        m_panel->setReview(reviewOf(m_panel->alertAsRead(), m_text));
    }

    void everyFieldSaysWhereItIsFrom()
    {
        QCOMPARE(find<QComboBox>("alertFormat")->currentData().toString(), u"text"_s);
        QVERIFY(button(u"Guessed from Alert, line 1"_s));
        QVERIFY(button(u"Guessed from Severity, line 2"_s));
        QVERIFY(button(u"Guessed from Started, line 3"_s));
        QCOMPARE(find<QLineEdit>("alertSince")->text(), u"2026-11-24 02:00:00 UTC"_s);
    }

    void aServiceThatTheTextDoesNotNameSaysWhy()
    {
        ParsedAlerts parsed = m_reader.read(m_text);
        parsed.alerts.first().service = u"shop"_s;
        parsed.alerts.first().serviceReason = u"its summary mentions shop"_s;
        m_panel->setParsed(parsed, m_now);
        m_panel->setReview(reviewOf(m_panel->alertAsRead(), m_text));
        QVERIFY(says(u"Because its summary mentions shop"_s));
    }

    void aPressShowsThePlace()
    {
        QTest::mouseClick(button(u"Guessed from Severity, line 2"_s), Qt::LeftButton);
        auto *text = find<QPlainTextEdit>("pastedText");
        QVERIFY(text->isVisible());
        QCOMPARE(text->textCursor().blockNumber(), 1);
        QVERIFY(text->extraSelections().size() >= 4); // name, severity, start, secret
        QTest::mouseClick(find<QPushButton>("backToFields"), Qt::LeftButton);
        QVERIFY(find<QLineEdit>("alertName")->isVisible());
    }

    void secretsAreSaidAtOnce()
    {
        QVERIFY(find<QLabel>("secretsInPaste")->isVisible());
        QVERIFY(find<QLabel>("secretsInPaste")->text().contains(u"GitHub token"_s));
        m_panel->setParsed(m_reader.read(u"Alert: DiskFull\nSeverity: high"_s), m_now);
        QVERIFY(!find<QLabel>("secretsInPaste")->isVisible()); // not the last paste's
    }

    void whatIsTypedWins()
    {
        QSignalSpy corrected(m_panel.get(), &UnderstoodPanel::alertCorrected);
        auto *name = find<QLineEdit>("alertName");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"DiskSlow"_s);
        QVERIFY(corrected.wait());
        QCOMPARE(m_panel->alert().name, u"DiskSlow"_s);
        QCOMPARE(m_panel->alertAsRead().name, u"DiskFull"_s);
        QVERIFY(says(u"Corrected by you"_s));
        QVERIFY(!button(u"Guessed from Alert, line 1"_s)); // no longer

        auto *since = find<QLineEdit>("alertSince");
        since->selectAll();
        QTest::keyClicks(since, u"2026-11-24 01:30 UTC"_s);
        QCOMPARE(m_panel->alert().startsAt.toString(Qt::ISODate), u"2026-11-24T01:30:00Z"_s);
        since->selectAll();
        QTest::keyClicks(since, u"yesterday"_s);
        QVERIFY(!m_panel->alert().startsAt.isValid());
    }

    void labelsAndLinksAreEditedAsLines()
    {
        QSignalSpy corrected(m_panel.get(), &UnderstoodPanel::alertCorrected);
        auto *section = find<QWidget>("alertLabels");
        auto *edit = section->findChild<QPushButton *>();
        QTest::mouseClick(edit, Qt::LeftButton);
        auto *lines = section->findChild<QPlainTextEdit *>();
        QVERIFY(lines->isVisible());
        lines->selectAll();
        QTest::keyClicks(lines, u"pod = db-0"_s);
        QTest::keyClick(lines, Qt::Key_Return);
        QTest::keyClicks(lines, u"expr=a=b"_s);
        QTest::mouseClick(edit, Qt::LeftButton);
        QCOMPARE(corrected.size(), 1);
        QCOMPARE(m_panel->alert().labels, (Labels{ { u"pod"_s, u"db-0"_s }, { u"expr"_s, u"a=b"_s } }));
        QVERIFY(!lines->isVisible());

        QSignalSpy pressed(m_panel.get(), &UnderstoodPanel::linkPressed);
        section = find<QWidget>("alertLinks");
        QTest::mouseClick(section->findChild<QPushButton *>(), Qt::LeftButton);
        QTest::keyClicks(section->findChild<QPlainTextEdit *>(), u"https://grafana.example.com/d/x?orgId=1"_s);
        QTest::mouseClick(section->findChild<QPushButton *>(), Qt::LeftButton);
        QTest::mouseClick(button(u"grafana.example.com/d/x"_s), Qt::LeftButton);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed.first().first().toString(), u"https://grafana.example.com/d/x?orgId=1"_s);
    }

    void nothingIsCutInANarrowPane()
    {
        m_panel->setParsed(m_reader.read(u"[FIRING:1] ParcelApiErrorRatioVeryMuchTooHighForEverybody (parcel-api critical)\n"
                                         u"a_rather_long_label_name_of_somebody = and_its_value_which_never_ends_either_at_all"_s),
                           m_now);
        m_panel->resize(240, 600);
        const auto areas = m_panel->findChildren<QScrollArea *>();
        for (const QScrollArea *area : areas)
            QVERIFY2(area->widget()->minimumSizeHint().width() <= 226, qPrintable(widest(area->widget())));
    }

    void aPersonChoosesTheFormat()
    {
        QSignalSpy chosen(m_panel.get(), &UnderstoodPanel::formatChosen);
        auto *formats = find<QComboBox>("alertFormat");
        formats->setFocus();
        QTest::keyClick(formats, Qt::Key_Home);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), m_reader.formats().first().name);
    }
};

QTEST_MAIN(TestUnderstoodPanel)
#include "tst_understoodpanel.moc"
