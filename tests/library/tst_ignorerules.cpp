// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ignorerules.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    IgnoreRules rules;
    QStringList paths; ///< "- ignored" and "+ kept", a folder with "/" at its end
};

/** Ignore files after "@ name", the deeper later, then paths: what `git check-ignore --no-index` says of each. */
Fixture readFixture(const QString &name)
{
    Fixture result;
    QString file;
    QByteArray text;
    const QByteArray bytes = Testing::fixture(name);
    for (const QByteArray &line : (bytes + "\n@ end").split('\n')) {
        if (!line.startsWith("@ ")) {
            text += line + '\n';
            continue;
        }
        if (file == u"paths")
            result.paths = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
        else if (!file.isEmpty())
            result.rules.add(file, text);
        file = QString::fromUtf8(line.sliced(2).trimmed());
        text.clear();
    }
    return result;
}

/** As a walk finds it: nothing below an ignored folder is looked at. */
QString whyNotReached(const IgnoreRules &rules, const QString &path)
{
    const bool isFolder = path.endsWith(u'/');
    const QString name = isFolder ? path.chopped(1) : path;
    for (qsizetype at = name.indexOf(u'/'); at > 0; at = name.indexOf(u'/', at + 1)) {
        if (const QString why = rules.whyIgnored(name.first(at), true); !why.isEmpty())
            return why;
    }
    return rules.whyIgnored(name, isFolder);
}

} // namespace

class TestIgnoreRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ignoresWhatGitIgnores_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : Testing::fixtures(u"library/ignore"_s, { u".rules"_s }))
            QTest::newRow(qPrintable(name)) << name;
    }

    void ignoresWhatGitIgnores()
    {
        QFETCH(const QString, name);
        const Fixture fixture = readFixture(name);
        QVERIFY(!fixture.paths.isEmpty());
        QStringList wrong;
        for (const QString &line : fixture.paths) {
            const bool isIgnored = !whyNotReached(fixture.rules, line.sliced(2)).isEmpty();
            if (isIgnored != line.startsWith(u'-'))
                wrong.append(line);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void saysWhichLine()
    {
        IgnoreRules rules;
        rules.add(u".gitignore"_s, "\n*.md\n");
        rules.add(u"docs/.gitignore"_s, "# mine\n\ndraft*\n");
        QCOMPARE(rules.whyIgnored(u"a.md"_s, false), u"ignored by .gitignore line 2"_s);
        QCOMPARE(rules.whyIgnored(u"docs/draft1.md"_s, false), u"ignored by docs/.gitignore line 3"_s);
    }

    void takesOneStepPerLetter()
    {
        IgnoreRules rules;
        rules.add(u".gitignore"_s, "*a*a*a*a*a*a*a*a*a*a*a*a*b\n**/a/**/a/**/a/**/a/**/b\n" + QByteArray(100'000, '*'));
        const QString name(255, u'a');
        QVERIFY(rules.whyIgnored(name, false).isEmpty());
        QVERIFY(rules.whyIgnored(u"a/"_s.repeated(1000) + u'c', false).isEmpty());
    }

    void readsAnyBytes()
    {
        IgnoreRules rules;
        rules.add(u".gitignore"_s, QByteArray("\xef\xbb\xbfx.md\n\0\n[\n[!\n[a-\n\\\n\xff\xfe\n!/\n", 27));
        QVERIFY(!rules.whyIgnored(u"x.md"_s, false).isEmpty());
        QVERIFY(rules.whyIgnored(u"y.md"_s, false).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestIgnoreRules)
#include "tst_ignorerules.moc"
