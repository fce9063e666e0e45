// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/oddcharacters.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

class TestOddCharacters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsHidden_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("visible");

        QTest::newRow("override") << u"rm \u202e ok"_s << u"U+202E right-to-left override"_s << u"rm ⟦RLO⟧ ok"_s;
        QTest::newRow("zero width space") << u"a\u200bb"_s << u"U+200B zero width space"_s << u"a⟦ZWSP⟧b"_s;
        QTest::newRow("carriage return") << u"rm -rf ~\r echo hi"_s << u"U+000D carriage return"_s << u"rm -rf ~␍ echo hi"_s;
        QTest::newRow("escape") << u"\u001b[2J"_s << u"U+001B escape"_s << u"␛[2J"_s;
        QTest::newRow("tag characters") << QString::fromUcs4(U"a\U000E0041b") << u"U+E0041 control character"_s << u"a⟦U+E0041⟧b"_s;
    }

    void namesWhatIsHidden()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, name);
        QFETCH(const QString, visible);
        const QList<OddCharacter> odd = oddCharacters(text);
        QCOMPARE(odd.size(), 1);
        QCOMPARE(odd.first().kind, OddCharacter::Kind::Hidden);
        QCOMPARE(odd.first().name, name);
        QCOMPARE(madeVisible(text), visible);
    }

    void namesLookAlikes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("position");

        QTest::newRow("en dash") << u"kubectl get pods –n shop"_s << qsizetype(17);
        QTest::newRow("curly quote") << u"echo “hi"_s << qsizetype(5);
        QTest::newRow("no-break space") << u"rm\u00a0-rf"_s << qsizetype(2);
        QTest::newRow("cyrillic es in curl") << u"\u0441url x"_s << qsizetype(0);
    }

    void namesLookAlikes()
    {
        QFETCH(const QString, text);
        QFETCH(const qsizetype, position);
        const QList<OddCharacter> odd = oddCharacters(text);
        QCOMPARE(odd.size(), 1);
        QCOMPARE(odd.first().kind, OddCharacter::Kind::LookAlike);
        QCOMPARE(odd.first().position, position);
    }

    void leavesOrdinaryTextAlone()
    {
        QVERIFY(oddCharacters(u"kubectl get pods \\\n\t--namespace shop # café, проверка, 日本"_s).isEmpty());
    }

    void copiesWithoutControlsAndTrailingNewlines()
    {
        QCOMPARE(copyable(u"echo \u001b]52;c;cm0=\u0007a\u009b31m\n\tb\n\n"), u"echo ]52;c;cm0=a31m\n\tb"_s);
    }
};

QTEST_GUILESS_MAIN(TestOddCharacters)
#include "tst_oddcharacters.moc"
