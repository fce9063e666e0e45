// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/attachmentfolder.h"
#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** Files beside the incidents. */
class TestAttachmentFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsThereOnceAndPrivate()
    {
        QTemporaryDir home;
        const AttachmentFolder folder(home.path());
        const auto kept = folder.keep("hello\n", u"../../hello.txt"_s);
        QVERIFY(kept);
        QCOMPARE(kept->name, u"hello.txt"_s);
        QCOMPARE(kept->size, 6);
        QCOMPARE(kept->mediaType, u"text/plain"_s);
        const QString path = folder.pathOf(kept->sha256);
        QCOMPARE(QFileInfo(path).fileName(), QString::fromLatin1(kept->sha256));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOwner;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(folder.keep("hello\n", u"again"_s));
        QCOMPARE(QDir(home.filePath(u"attachments"_s)).entryList(QDir::Files).size(), 1);
        QVERIFY(QFile::remove(path));
        QVERIFY(folder.pathOf(kept->sha256).isEmpty()); // gone, and said so
    }

    void aFileIsCopied()
    {
        QTemporaryDir home;
        QFile file(home.filePath(u"graph.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x89PNG\r\n\x1a\n");
        file.close();
        const auto kept = AttachmentFolder(home.path()).keepFile(file.fileName());
        QVERIFY(kept);
        QCOMPARE(kept->name, u"graph.png"_s);
        QCOMPARE(kept->mediaType, u"image/png"_s);
        QVERIFY(!AttachmentFolder(home.path()).keepFile(home.path()));
        QVERIFY(!AttachmentFolder(home.path()).keepFile(home.filePath(u"none"_s)));
    }

    void whatIsTooLargeIsNotKept()
    {
        QTemporaryDir home;
        const auto kept = AttachmentFolder(home.path()).keep(QByteArray(AttachmentFolder::mostBytes + 1, 'x'), u"big"_s);
        QVERIFY(!kept);
        QVERIFY(kept.problem().text.contains(u"25 MB"_s));
        QVERIFY(!QFileInfo::exists(home.filePath(u"attachments"_s)));
        QVERIFY(!AttachmentFolder().keep("x", u"nowhere"_s));
    }

    void onlyAHashNamesAFile()
    {
        QTemporaryDir home;
        const AttachmentFolder folder(home.path());
        QVERIFY(folder.keep("x", u"x"_s));
        QVERIFY(folder.pathOf("../attachments").isEmpty());
        QVERIFY(folder.pathOf({}).isEmpty());
    }

    void namesAreMadeHarmless_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"log.txt"_s << u"log.txt"_s;
        QTest::newRow("path") << u"/etc/passwd"_s << u"passwd"_s;
        QTest::newRow("other path") << uR"(C:\temp\a.txt)"_s << u"a.txt"_s;
        QTest::newRow("hidden") << u"..bashrc"_s << u"bashrc"_s;
        QTest::newRow("bidi") << QString(u"photo"_s + QChar(0x202e) + u"gnp.exe"_s) << u"photognp.exe"_s;
        QTest::newRow("control") << u"a\x1b[31m\nb"_s << u"a[31mb"_s;
        QTest::newRow("nothing") << u"///"_s << u"file"_s;
        QTest::newRow("long") << QString(500, u'a') + u".log"_s << QString(60, u'a') + u'…' + QString(55, u'a') + u".log"_s;
    }

    void namesAreMadeHarmless()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, expected);
        QCOMPARE(harmlessName(name), expected);
    }

    void onlyPicturesTextAndPdfAreShown()
    {
        QVERIFY(isOnlyShown(u"image/png"_s));
        QVERIFY(isOnlyShown(u"text/plain"_s));
        QVERIFY(!isOnlyShown(u"image/svg+xml"_s));
        QVERIFY(!isOnlyShown(u"text/html"_s));
        QVERIFY(!isOnlyShown(u"application/x-shellscript"_s));
    }
};

QTEST_GUILESS_MAIN(TestAttachmentFolder)
#include "tst_attachmentfolder.moc"
