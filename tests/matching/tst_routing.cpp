// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matcher.h"

#include "alerts/alertjson.h"
#include "store/libraryfolder.h"
#include "support/testing.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

/**
 * Whether an alert leads to its service's folder when only its name, a label or its summary says which that is: 603 alerts of an
 * invented company with 40 services, some of them called like everyday words or like the beginning of another. A few of them cannot be
 * told by names at all: what counts is the share.
 */
class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsToTheServicesFolder()
    {
        const LibraryFolder library;
        const QString source = u"" TEST_DATA "/matching/routing/library/"_s;
        QDirIterator files(source, { u"*.md"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next().sliced(source.size());
            library.write(path, fixture(u"matching/routing/library/"_s + path));
        }
        library.read();
        const RunbookIndexStore store(library.index());
        const Matcher matcher(store, {}, {});
        int all = 0;
        int first = 0;
        int firstThree = 0;
        int surelyWrong = 0;
        QStringList misses;
        for (const QByteArray &line : fixture(u"matching/routing/cases.jsonl"_s).split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonObject wanted = QJsonDocument::fromJson(line).object();
            const auto result = matcher.match(alertFromJson(wanted.value(u"alert").toObject()), 3);
            QVERIFY(result);
            const auto isRight = [folders = wanted.value(u"folders").toArray()](const Match &match) {
                return folders.contains(match.runbook.ref.path.section(u'/', 0, 1));
            };
            ++all;
            firstThree += std::any_of(result->matches.begin(), result->matches.end(), isRight) ? 1 : 0;
            if (!result->matches.isEmpty() && isRight(result->matches.first())) {
                ++first;
                continue;
            }
            surelyWrong += result->verdict == MatchResult::Verdict::Confident ? 1 : 0;
            misses.append(wanted.value(u"id").toString() + u' ' + wanted.value(u"way").toString());
        }
        qInfo("%d of %d first, %d in the first three, %d surely wrong", first, all, firstThree, surelyWrong);
        const QByteArray missed = misses.join(u'\n').toUtf8();
        QCOMPARE(all, 603);
        QVERIFY2(first >= all * 96 / 100, missed.constData());
        QVERIFY2(firstThree >= all * 98 / 100, missed.constData());
        QVERIFY(surelyWrong <= 3); // a file of another service is called just like the alert, which says nothing else
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
