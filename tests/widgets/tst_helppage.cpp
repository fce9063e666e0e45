// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertreader.h"
#include "base/linkpolicy.h"
#include "markdown/markdowndocument.h"
#include "widgets/common/markdownview.h"
#include "widgets/settings/helppage.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** The pages inside the program, and how one gets from one to the next. */
class TestHelpPage : public QObject {
    Q_OBJECT

private:
    static QStringList pagesIn(const QString &folder)
    {
        QStringList pages;
        QDirIterator files(folder, { u"*.md"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            pages.append(QDir(folder).relativeFilePath(files.next()));
        pages.sort();
        return pages;
    }

    static QString textOf(const QString &page)
    {
        QFile file(u":/help/"_s + page);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static QStringList headingsOf(const QString &page)
    {
        QStringList headings;
        const QList<Block> blocks = readMarkdown(textOf(page)).root.children;
        for (const Block &block : blocks) {
            if (block.kind == Block::Kind::Heading)
                headings.append(plainText(block.inlines));
        }
        return headings;
    }

    static QStringList linksOf(const QString &page)
    {
        static const QRegularExpression link(u"\\]\\(([^)]+)\\)"_s);
        QStringList links;
        const QString text = textOf(page);
        for (auto matches = link.globalMatch(text); matches.hasNext();)
            links.append(matches.next().captured(1));
        return links;
    }

    static QString shown(const HelpPage &help)
    {
        return help.findChild<MarkdownView *>(u"helpView"_s)->toPlainText().section(u'\n', 0, 0);
    }

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(help); }

    void everyPageIsInTheProgram()
    {
        QCOMPARE(pagesIn(u":/help"_s), pagesIn(QStringLiteral(TEST_DATA) + u"/../../resources/help"_s));
    }

    void everyFormatHasAHeadingOnOnePage()
    {
        QStringList headings;
        for (const QString &page : pagesIn(u":/help/alerts"_s))
            headings += headingsOf(u"alerts/"_s + page);
        for (const AlertReader::FormatName &format : AlertReader().formats())
            QVERIFY2(headings.count(format.title) == 1, qPrintable(format.name));
    }

    void everyPageBelowIsLinked()
    {
        const QStringList links = linksOf(u"alerts.md"_s);
        for (const QString &page : pagesIn(u":/help/alerts"_s))
            QVERIFY2(links.contains(u"alerts/"_s + page), qPrintable(page));
    }

    void everyLinkLeadsSomewhere()
    {
        for (const QString &page : pagesIn(u":/help"_s)) {
            for (const QString &link : linksOf(page)) {
                const LinkVerdict verdict = judgeLink(link);
                if (verdict.kind != LinkVerdict::Kind::Relative && verdict.kind != LinkVerdict::Kind::Anchor)
                    continue;
                const QString target = verdict.path.isEmpty()
                    ? page
                    : QDir::cleanPath(page + u"/../"_s + verdict.path);
                QStringList anchors;
                for (QString heading : headingsOf(target))
                    anchors.append(anchorOf(heading));
                QVERIFY2(!anchors.isEmpty(), qPrintable(page + u": "_s + link));
                QVERIFY2(verdict.anchor.isEmpty() || anchors.contains(verdict.anchor), qPrintable(page + u": "_s + link));
            }
        }
    }

    void pagesBelowAreReachedByLinksAndNotListed()
    {
        HelpPage help;
        auto *list = help.findChild<QListWidget *>(u"helpPages"_s);
        auto *view = help.findChild<MarkdownView *>(u"helpView"_s);
        QCOMPARE(list->count(), 7);

        help.showPage(u"alerts"_s);
        QCOMPARE(shown(help), u"What you can paste"_s);
        Q_EMIT view->linkPressed(u"alerts/grafana.md"_s);
        QCOMPARE(shown(help), u"Grafana"_s);
        QCOMPARE(list->currentItem()->text(), u"What you can paste"_s);
        Q_EMIT view->linkPressed(u"alertmanager.md#alertmanager-message"_s);
        QCOMPARE(shown(help), u"Alertmanager"_s);
        Q_EMIT view->linkPressed(u"../alerts.md"_s);
        QCOMPARE(shown(help), u"What you can paste"_s);
        Q_EMIT view->linkPressed(u"runbooks.md#placeholders"_s);
        QCOMPARE(list->currentItem()->text(), u"How Handrail reads runbooks"_s);
    }

    void theListLeadsBackFromAPageBelow()
    {
        HelpPage help;
        auto *list = help.findChild<QListWidget *>(u"helpPages"_s);
        help.showPage(u"alerts/zabbix"_s);
        QCOMPARE(shown(help), u"Zabbix"_s);
        Q_EMIT list->itemClicked(list->currentItem());
        QCOMPARE(shown(help), u"What you can paste"_s);
    }

    void linksOutAreOnlyReported()
    {
        HelpPage help;
        QSignalSpy out(&help, &HelpPage::linkPressed);
        Q_EMIT help.findChild<MarkdownView *>(u"helpView"_s)->linkPressed(u"https://shop.example.com/"_s);
        QCOMPARE(out.count(), 1);
    }
};

QTEST_MAIN(TestHelpPage)
#include "tst_helppage.moc"
