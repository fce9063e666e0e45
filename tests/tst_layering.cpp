// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/**
 * Holds the walls between the folders. Linking alone does not: distributions keep all Qt headers under one directory, so
 * <QtWidgets/QWidget> compiles in a target that links only Qt6::Core, and our folders share one include root.
 */
class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folderStaysInItsLane_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("exceptBelow");
        QTest::addColumn<QString>("forbidden");

        const auto row = [](const char *name, const char *folder, const char *exceptBelow, const QString &forbidden) {
            QTest::newRow(name) << QString::fromLatin1(folder) << QString::fromLatin1(exceptBelow) << forbidden;
        };
        const auto mayNotInclude = [](const QString &folders) { return u"#include \"("_s + folders + u")/"_s; };

        row("models know no widgets", "models", "",
            u"#include\\s*[<\"](QtWidgets|QtGui|QWidget|QColor|QIcon|QFont|QPixmap|QImage|QGuiApplication|QApplication|widgets/)"_s);
        row("only the store speaks SQL", "models", "models/store",
            u"#include\\s*[<\"](QtSql|QSql)|\\b(SELECT \\w|INSERT INTO|CREATE TABLE|DELETE FROM)\\b"_s);
        row("widgets never touch the store", "widgets", "", u"#include\\s*[<\"](QtSql|QSql|store/)"_s);
        row("the command line knows no window", "app/cli", "", u"#include\\s*[<\"](QtWidgets|QtGui|QWidget|widgets/|itemmodels/)"_s);
        row("only markdown knows cmark", "models", "models/markdown", u"#include\\s*[<\"]cmark"_s);
        row("only the library knows git", "models", "models/library", u"#include\\s*[<\"]git2"_s);
        row("no process is started", "models", "", u"QProcess"_s);
        row("widgets do not know cmark", "widgets", "", u"#include\\s*[<\"]cmark"_s);
        row("no network", "models", "", u"#include\\s*[<\"](QtNetwork|QNetwork|QTcp|QSsl|QUdp)"_s);
        row("no network in the window", "widgets", "", u"#include\\s*[<\"](QtNetwork|QNetwork|QTcp|QSsl|QUdp)"_s);
        row("time comes from Clock", "models", "models/base", u"QDateTime::currentDateTime|QDateTime::currentMSecs|QTime::currentTime"_s);
        row("time comes from Clock in the window", "widgets", "", u"QDateTime::currentDateTime|QDateTime::currentMSecs"_s);
        row("nothing guesses rich text", "widgets", "",
            u"setHtml\\(|setMarkdown\\(|Qt::AutoText|Qt::RichText|mightBeRichText|insertHtml\\(|appendHtml\\("_s);
        row("no nested event loop", "widgets", "", u"processEvents|QEventLoop|\\.exec\\(\\)"_s);

        const QString right = u"store|session|itemmodels|widgets"_s;
        row("base stands alone", "models/base", "",
            mayNotInclude(u"markdown|library|alerts|catalog|search|checklist|incident|lint|matching|exporting|insights|"_s + right));
        row("markdown knows base", "models/markdown", "",
            mayNotInclude(u"library|alerts|catalog|search|checklist|incident|lint|matching|exporting|insights|"_s + right));
        row("library knows markdown", "models/library", "",
            mayNotInclude(u"alerts|catalog|search|checklist|incident|lint|matching|exporting|insights|"_s + right));
        const QStringList siblings = { u"alerts"_s, u"catalog"_s, u"search"_s, u"checklist"_s, u"incident"_s, u"lint"_s };
        for (const QString &folder : siblings) {
            QStringList others = siblings;
            others.removeAll(folder);
            QTest::addRow("%s does not know its siblings", qPrintable(folder))
                << u"models/"_s + folder << QString() << mayNotInclude(others.join(u'|') + u"|matching|exporting|insights|"_s + right);
        }
        for (const QString &folder : { u"matching"_s, u"exporting"_s }) {
            QTest::addRow("%s is the core's last stage", qPrintable(folder))
                << u"models/"_s + folder << QString()
                << mayNotInclude((folder == u"matching" ? u"exporting|insights|"_s : u"matching|insights|"_s) + right);
        }
        row("the session sees only abstract stores", "models/session", "", mayNotInclude(u"store|itemmodels|widgets"_s));
        row("item models hold values", "models/itemmodels", "", mayNotInclude(u"store|session|widgets"_s));
    }

    void folderStaysInItsLane()
    {
        QFETCH(const QString, folder);
        QFETCH(const QString, exceptBelow);
        QFETCH(const QString, forbidden);

        const QDir root(QStringLiteral(TEST_DATA) + u"/../.."_s);
        const QRegularExpression pattern(forbidden);
        QVERIFY2(pattern.isValid(), qPrintable(pattern.errorString()));
        QStringList offenders;
        int filesRead = 0;
        QDirIterator files(root.filePath(folder), { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = root.relativeFilePath(files.next());
            if (!exceptBelow.isEmpty() && path.contains(exceptBelow + u'/'))
                continue;
            QFile file(root.filePath(path));
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++filesRead;
            int number = 0;
            while (!file.atEnd()) {
                ++number;
                if (pattern.match(QString::fromUtf8(file.readLine())).hasMatch())
                    offenders.append(u"%1:%2"_s.arg(path).arg(number));
            }
        }
        if (!folder.endsWith(u"lint"))
            QVERIFY2(filesRead > 0, "The wall guards an empty folder: was it renamed?");
        QVERIFY2(offenders.isEmpty(), qPrintable(offenders.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
