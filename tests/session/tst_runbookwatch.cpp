// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookfile.h"
#include "session/runbookwatch.h"
#include "support/testing.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestRunbookWatch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"a.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void saysWhenTheFileChangesVanishesAndComesBack()
    {
        write("# One\n");
        const RunbookRef ref { m_folder.path(), u"a.md"_s };
        const Result<Runbook> opened = readRunbook(ref);
        QVERIFY(opened.ok());

        RunbookWatch watch;
        QSignalSpy changed(&watch, &RunbookWatch::changedOnDisk);
        QSignalSpy gone(&watch, &RunbookWatch::goneFromDisk);
        QSignalSpy back(&watch, &RunbookWatch::asOpened);
        watch.watch(ref, opened->sha256);

        write("# Two\n");
        watch.look();
        QTRY_COMPARE(changed.size(), 1);
        QFile::remove(ref.filePath());
        watch.look();
        QTRY_COMPARE(gone.size(), 1); // a quick answer may come before anybody waits
        write("# One\n");
        watch.look();
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunbookWatch)
#include "tst_runbookwatch.moc"
