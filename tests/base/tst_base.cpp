// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"
#include "base/uuid7.h"
#include "support/testing.h"

#include <QTemporaryDir>
#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsSortByTimeAndAreVersionSeven()
    {
        const QDateTime early = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, QTimeZone::utc()).toUTC();
        const QString first = newUuid7(early);
        const QString second = newUuid7(early.addMSecs(1));
        QCOMPARE(first.size(), 36);
        QCOMPARE(first.at(14), u'7');
        QVERIFY(QStringView(u"89ab").contains(first.at(19)));
        QVERIFY(first < second);
        QVERIFY(newUuid7(early) != first);
    }

    void settingsKeepWhatWasSetAndElseTheirDefault()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"handrail.ini"_s);
        Settings(file).setValue(Settings::Key::Teams, QStringList { u"payments"_s, u"search"_s });
        const Settings again(file);
        QCOMPARE(again.value(Settings::Key::Teams).toStringList(), QStringList({ u"payments"_s, u"search"_s }));
        QCOMPARE(again.value(Settings::Key::Appearance).toString(), u"system"_s);
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
