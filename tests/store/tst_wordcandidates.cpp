// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runbookindexstore.h"

#include "store/libraryfolder.h"

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

class TestWordCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray rare = "alpaca bison caribou dingo ermine ferret gazelle hyena\n";
        for (int i = 0; i < 12; ++i)
            m_library.write(u"notes/%1.md"_s.arg(i), "# Note\n" + rare.repeated(1 + i));
        for (int i = 0; i < 80; ++i)
            m_library.write(u"pages/%1.md"_s.arg(i), "# Page\nA service has a component.\n");
        m_library.write(u"wanted.md"_s, "# Service component\nIt is about an alpaca, and about much else that nobody asks for.\n");
        m_library.read();
    }

    void halfAreTheBestByTheRarerWords()
    {
        const QStringList paths = found(m_animals, 4);
        QCOMPARE(paths.size(), 4);
        QVERIFY(std::all_of(paths.begin(), paths.end(), [](const QString &path) { return path.startsWith(u"notes/"); }));
    }

    void theOthersAreThoseWhoseTitlesSayMost()
    {
        const QStringList paths = found(m_animals + QStringList { u"service"_s, u"components"_s }, 4);
        QCOMPARE(paths.size(), 4);
        QVERIFY(paths.contains(u"wanted.md"_s));
        QCOMPARE(paths.filter(u"notes/"_s).size(), 3);
    }

    void wordsThatNobodyWroteFindNothing()
    {
        QCOMPARE(found({ u"quagga"_s, u"\"OR\" NEAR("_s, u"*"_s }, 4), QStringList());
        QCOMPARE(found({}, 4), QStringList());
    }

private:
    QStringList found(const QStringList &words, int limit) const
    {
        CandidateQuery query;
        query.words = words;
        const auto records = RunbookIndexStore(m_library.index()).candidates(query, limit);
        QStringList paths;
        for (const SectionRecord &record : records ? *records : QList<SectionRecord>())
            paths.append(record.runbook.ref.path);
        return paths;
    }

    LibraryFolder m_library;
    const QStringList m_animals { u"alpaca"_s, u"bison"_s, u"caribou"_s, u"dingo"_s, u"ermine"_s, u"ferret"_s, u"gazelle"_s, u"hyena"_s };
};

QTEST_GUILESS_MAIN(TestWordCandidates)
#include "tst_wordcandidates.moc"
