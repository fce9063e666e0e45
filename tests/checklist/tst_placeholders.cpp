// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/placeholders.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

using Origin = ParameterValue::Origin;

class TestPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNames_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *name, const QString &command, const QStringList &names) {
            QTest::newRow(name) << command << names;
        };
        row("angles", u"kubectl -n <namespace> logs <pod-name>"_s, { u"namespace"_s, u"pod-name"_s });
        row("variables", u"kubectl -n $NAMESPACE logs ${POD}"_s, { u"NAMESPACE"_s, u"POD"_s });
        row("braces", u"ping {{ host }}"_s, { u"host"_s });
        row("brackets", u"git checkout [BRANCH-NAME]"_s, { u"BRANCH-NAME"_s });
        row("one name twice", u"a <pod> b $POD"_s, { u"pod"_s });
        row("set in the block", u"NS=x\nkubectl -n $NS get pod"_s, {});
        row("exported", u"export NS=\"$(kubectl get ns)\"\necho $NS"_s, {});
        row("loop", u"for p in a b; do echo $p; done"_s, {});
        row("read", u"while read -r a b; do echo $a $b; done"_s, {});
        row("shell's own", u"echo $HOME $1 $@ $? ${PATH} $$"_s, {});
        row("in single quotes", u"awk '{print $NF}' | jq '.items[$i]'"_s, {});
        row("in double quotes", u"echo \"it's $POD\""_s, { u"POD"_s });
        row("escaped", u"echo \\$POD"_s, {});
        row("default", u"echo ${POD:-web-0}"_s, {});
        row("go template", u"kubectl get pod -o go-template='{{range .items}}{{.metadata.name}}{{end}}'"_s, {});
        row("output", u"IP <none> <unknown> <nil>"_s, {});
        row("here-document", u"cat <<EOF > file\nx\nEOF"_s, {});
        row("redirections", u"sort <in >out"_s, {});
        row("array", u"echo ${a[INDEX]} [A-Z]"_s, {});
        row("quoted class", u"grep '[ERROR]' log"_s, {});
    }

    void findsNames()
    {
        QFETCH(const QString, command);
        QFETCH(const QStringList, names);
        QStringList found;
        for (const Placeholder &placeholder : placeholdersOf(command, u"sh"_s))
            found.append(placeholder.name);
        QCOMPARE(found, names);
    }

    void aQueryLeavesToItsSystemWhatItFills()
    {
        KnownValues known;
        known.labels = { { u"namespace"_s, u"shop"_s }, { u"job"_s, u"web"_s } };
        const QString query = u"sum(rate(x{namespace=\"$namespace\", job='$job'}[$__rate_interval])) > 5 # {{ $labels.pod }}, $value"_s;
        QCOMPARE(fill(query, u"promql"_s, known).text,
                 u"sum(rate(x{namespace=\"shop\", job='web'}[$__rate_interval])) > 5 # {{ $labels.pod }}, $value"_s);
        QVERIFY(fill(query, u"PromQL"_s, known).isComplete());
        QVERIFY(!fill(query, u"promql"_s, {}).isComplete());
    }

    void fillsFromLabels_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("filled");
        QTest::newRow("same name") << u"get <pod>"_s << u"pod"_s << u"web-0"_s << u"get web-0"_s;
        QTest::newRow("other writing") << u"get $POD_NAME"_s << u"pod_name"_s << u"web-0"_s << u"get web-0"_s;
        QTest::newRow("synonym") << u"get <pod-name>"_s << u"pod"_s << u"web-0"_s << u"get web-0"_s;
        QTest::newRow("yours") << u"-n <your-namespace>"_s << u"namespace"_s << u"shop"_s << u"-n shop"_s;
        QTest::newRow("short") << u"-n ${NS}"_s << u"namespace"_s << u"shop"_s << u"-n shop"_s;
        QTest::newRow("scraped job is no job")
            << u"<job-name>"_s << u"job"_s << u"kube-state-metrics"_s << u"<job-name>"_s;
        QTest::newRow("address") << u"curl <instance>"_s << u"instance"_s << u"10.0.0.1:9100"_s
                                 << u"curl 10.0.0.1:9100"_s;
        QTest::newRow("no such label") << u"get <pod>"_s << u"node"_s << u"n1"_s << u"get <pod>"_s;
        QTest::newRow("would be an option") << u"rm -<pod>"_s << u"pod"_s << u"rf"_s << u"rm -<pod>"_s;
        QTest::newRow("value of an option") << u"get --pod=<pod>"_s << u"pod"_s << u"web-0"_s << u"get --pod=web-0"_s;
    }

    void fillsFromLabels()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, label);
        QFETCH(const QString, value);
        QFETCH(const QString, filled);
        const FilledCommand result = fill(command, u"sh"_s, { { { label, value } }, {} });
        QCOMPARE(result.text, filled);
        for (const TextSpan span : result.filled)
            QCOMPARE(result.text.mid(span.start, span.length), value);
        QCOMPARE(result.isComplete(), filled != command);
    }

    void refusesUnsafeValues_data()
    {
        QTest::addColumn<QString>("value");
        const QStringList values = { u"$(touch ~/pwned)"_s,
                                     u"`touch x`"_s,
                                     u"'; touch x; '"_s,
                                     u"\"; touch x; \""_s,
                                     u"a\nrm -rf ~"_s,
                                     u"-rf /"_s,
                                     u"--kubeconfig=~/evil"_s,
                                     u"${IFS}"_s,
                                     u"$HOME"_s,
                                     u"*"_s,
                                     u"~root"_s,
                                     u"!!"_s,
                                     u"%s%n"_s,
                                     u"a\\b"_s,
                                     u"a b"_s,
                                     u"a;b"_s,
                                     u"a|b"_s,
                                     u"a&b"_s,
                                     u"a>b"_s,
                                     u"é"_s,
                                     u"a\u202eb"_s,
                                     u"a\u00a0b"_s,
                                     u"а"_s,
                                     QString(254, u'a'),
                                     u"../x"_s,
                                     u".hidden"_s,
                                     u"/etc/passwd"_s,
                                     u"a#b"_s,
                                     u"a=b"_s,
                                     u"a,b"_s,
                                     u"a{b"_s,
                                     u"a\rb"_s,
                                     u"１"_s };
        for (const QString &value : values)
            QTest::newRow(qPrintable(value.left(20))) << value;
    }

    void refusesUnsafeValues()
    {
        QFETCH(const QString, value);
        QVERIFY(!isSafeValue(value));
        const FilledCommand result = fill(u"get <pod>"_s, u"sh"_s, { { { u"pod"_s, value } }, {} });
        QCOMPARE(result.text, u"get <pod>"_s);
        QCOMPARE(result.parameters, (QList<ParameterValue>{ { u"pod"_s, value, Origin::Refused, u"pod"_s } }));
        QVERIFY(!result.isComplete());
    }

    void knowsSafeValues()
    {
        for (const QString &value : { u"web-0"_s, u"10.0.0.1:9100"_s, u"a/b@c_D.9"_s, u"1"_s, QString(253, u'a') })
            QVERIFY(isSafeValue(value));
        QVERIFY(!isSafeValue(QString()));
    }

    void typedValuesWin()
    {
        const KnownValues known{ { { u"pod"_s, u"web-0"_s } },
                                 { { u"pod"_s, u"web-1"_s }, { u"reason"_s, u"-rf"_s } } };
        const FilledCommand result = fill(u"get $POD <reason>"_s, u"sh"_s, known);
        QCOMPARE(result.text, u"get web-1 <reason>"_s);
        QCOMPARE(result.parameters.first().origin, Origin::Typed);
        QCOMPARE(result.parameters.last().origin, Origin::Missing);
        QCOMPARE(result.open, (QList<TextSpan>{ { 10, 8 } }));
    }

    /** A filled value is never read again: it cannot bring in another placeholder. */
    void valuesAreNotExpandedAgain()
    {
        const FilledCommand result =
            fill(u"<one> <two>"_s, u"sh"_s, { {}, { { u"one"_s, u"<two>"_s }, { u"two"_s, u"x"_s } } });
        QCOMPARE(result.text, u"<two> x"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
