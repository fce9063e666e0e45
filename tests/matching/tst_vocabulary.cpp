// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/vocabulary.h"

#include "matching/alertterms.h"
#include "search/searchwords.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestVocabulary : public QObject
{
    Q_OBJECT

private:
    static bool means(const QString &text, const QString &word)
    {
        const QList<MeantWord> meant = meantWords(text);
        return std::any_of(meant.begin(), meant.end(), [&word](const MeantWord &one) { return one.word == word; });
    }

private Q_SLOTS:
    void knowsWhatIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("isMeant");
        QTest::newRow("as in the table") << u"disk full"_s << u"filesystem"_s << true;
        QTest::newRow("in other forms") << u"The DISKS are nearly full!"_s << u"filesystem"_s << true;
        QTest::newRow("with an apostrophe") << u"the worker isn’t running"_s << u"halted"_s << true;
        QTest::newRow("a later occurrence") << u"disk a b c d e f g, disk is full"_s << u"filesystem"_s << true;
        QTest::newRow("the other way round") << u"full disk"_s << u"filesystem"_s << false;
        QTest::newRow("too far apart") << u"disk one two three four five full"_s << u"filesystem"_s << false;
        QTest::newRow("half of it") << u"disk"_s << u"filesystem"_s << false;
        QTest::newRow("nothing") << QString() << u"filesystem"_s << false;
    }

    void knowsWhatIsMeant()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, word);
        QFETCH(const bool, isMeant);
        QCOMPARE(means(text, word), isMeant);
    }

    void everyPhraseOfTheTableIsFound()
    {
        QFile table(u":/matching/vocabulary.txt"_s);
        meantWords({}); // links the resource
        QVERIFY(table.open(QIODevice::ReadOnly));
        int lines = 0;
        for (const QString &line : QString::fromUtf8(table.readAll()).split(u'\n')) {
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            ++lines;
            QCOMPARE(line.count(u'='), 1);
            const QStringList words = line.section(u'=', 1).split(u' ', Qt::SkipEmptyParts);
            QVERIFY2(!words.isEmpty(), qPrintable(line));
            for (const QString &phrase : line.section(u'=', 0, 0).split(u','))
                QVERIFY2(!phrase.trimmed().isEmpty() && means(phrase, words.first()), qPrintable(phrase));
        }
        QVERIFY(lines > 40);
    }

    void onlyTypedTextIsReadBetweenTheLines()
    {
        const auto has = [](const Alert &alert, const QString &stem) {
            const QList<AlertTerm> terms = alertTerms(alert);
            return std::any_of(terms.begin(), terms.end(), [&stem](const AlertTerm &term) { return term.stem == stem; });
        };
        Alert alert;
        alert.annotations = { { u"description"_s, u"server time is off"_s } };
        QVERIFY(has(alert, stemOf(u"clock")));
        alert.name = u"TimeIsOff"_s;
        QVERIFY(!has(alert, stemOf(u"clock")));
    }
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
