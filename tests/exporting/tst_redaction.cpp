// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/markdowntext.h"
#include "exporting/redaction.h"
#include "exporting/secretrules.h"
#include "support/testing.h"

#include <QElapsedTimer>

using namespace Handrail;
using namespace Qt::StringLiterals;

/**
 * Secrets are found and masked, once and in linear time. The planted ones are put together from pieces, so that nobody's scanner
 * takes this file for a leak.
 */
class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPatternIsOne()
    {
        QVERIFY(secretRules().size() >= 40);
        for (const SecretRule &rule : secretRules()) {
            QVERIFY2(rule.pattern.isValid(), qPrintable(rule.kind + u": "_s + rule.pattern.errorString()));
            QVERIFY2(!rule.keywords.isEmpty() && !rule.keywords.contains(QString()), qPrintable(rule.kind));
            for (const QString &keyword : rule.keywords)
                QCOMPARE(keyword, keyword.toLower());
        }
    }

    void masks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const QString &before, const QString &secret, const QString &after,
                            const QString &kind) {
            QTest::newRow(name) << QString(before + secret + after) << secret << kind;
        };
        const QString alnum = u"aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hJ3lM6oR9uX2"_s;
        const QString hex = u"0123456789abcdef0123456789abcdef"_s;

        row("aws key", u"id "_s, u"AKIA"_s + u"IOSFODNN7EXAMPLE"_s, u", ok"_s, u"AWS key"_s);
        row("aws secret", u"aws_secret_access_key = "_s, alnum.first(40), u"\n"_s, u"AWS secret"_s);
        row("google", u"key="_s, u"AIza"_s + alnum.first(35), u"&x=1"_s, u"Google API key"_s);
        row("github", u""_s, u"ghp_"_s + alnum.first(36), u""_s, u"GitHub token"_s);
        row("gitlab", u"token "_s, u"glpat-"_s + alnum.first(20), u"."_s, u"GitLab token"_s);
        row("slack", u"("_s, u"xoxb-"_s + u"123456789012-abcdefghij"_s, u")"_s, u"Slack token"_s);
        row("slack webhook", u"https://hooks.slack.com/services/"_s, u"T0000/B0000/abcdefgh"_s, u" x"_s, u"Slack webhook"_s);
        row("stripe", u""_s, u"sk_live_"_s + alnum.first(24), u""_s, u"Stripe key"_s);
        row("jwt", u"jwt "_s, u"eyJ"_s + u"hbGciOiJIUzI1NiJ9.eyJ"_s + u"zdWIiOiIxMjM0In0.c2lnbmF0dXJl"_s, u" end"_s, u"JWT"_s);
        row("pem", u"a\n"_s,
            u"-----BEGIN RSA "_s + u"PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----"_s, u"\nb"_s, u"private key"_s);
        row("basic", u"Authorization: Basic "_s, u"dXNlcjpwYXNzd29yZA=="_s, u"\n"_s, u"authorization"_s);
        row("authorization with odd signs", u"-H 'Authorization: Bearer "_s, u"abc_DEF*123.456-xyz789"_s, u"' x"_s, u"authorization"_s);
        row("bearer alone", u"sent bearer "_s, u"abcdef0123456789"_s, u"\n"_s, u"token"_s);
        row("bearer", u"Authorization: Bearer "_s, u"abcdef0123456789"_s, u"\n"_s, u"authorization"_s);
        row("url", u"postgres://app:"_s, u"s3cr3t!"_s, u"@db/prod"_s, u"URL password"_s);
        row("password", u"password="_s, u"hunter2"_s, u" next"_s, u"password"_s);
        row("quoted", u"\"password\": \""_s, u"correct horse"_s, u"\","_s, u"password"_s);
        row("flag", u"mysqldump --password "_s, u"hunter2"_s, u" db"_s, u"password"_s);
        row("environment", u"export DB_PASSWORD='"_s, u"hunter2"_s, u"'"_s, u"password"_s);
        row("kubeconfig", u"client-key-data: "_s, u"LS0tLS1CRUdJTi"_s, u"\n"_s, u"kubeconfig key"_s);
        row("pagerduty", u"routing_key: "_s, hex, u""_s, u"PagerDuty key"_s);
        row("sns", u"https://sns.example/?Action=Confirm&Token="_s, hex + hex + hex, u"&x"_s, u"SNS token"_s);
        row("grafana", u""_s, u"glsa_"_s + alnum.first(32), u""_s, u"Grafana token"_s);
        row("curl", u"curl -s -u admin:"_s, u"hunter2"_s, u" https://x"_s, u"password"_s);
        row("lined up", u"DB_PASSWORD:               "_s, u"hunter2secret"_s, u"\n"_s, u"password"_s);
        row("long", u"client-key-data: "_s, alnum.repeated(60), u"\n"_s, u"kubeconfig key"_s);
        row("semicolon", u"PASSWORD="_s, u"abc;def&ghi,jkl"_s, u" x"_s, u"password"_s);
        row("escaped quote", u"{\"password\":\""_s, u"abc\\\"defTAIL"_s, u"\"}"_s, u"password"_s);
        row("curly quotes", u"password: “"_s, u"two words"_s, u"”"_s, u"password"_s);
        row("map", u"password[prod]="_s, u"hunter2"_s, u" x"_s, u"password"_s);
        row("rails", u"SECRET_KEY_BASE="_s, u"0123456789abcdef"_s, u" x"_s, u"secret"_s);
        row("url with a slash", u"redis://:"_s, u"pass/word"_s, u"@host:6379"_s, u"URL password"_s);
        row("url with an at", u"postgres://u:"_s, u"p@ss/w0rd"_s, u"@host/db"_s, u"URL password"_s);
        row("escaped json", u"{\"m\":\"{\\\"password\\\":\\\""_s, u"hunter2"_s, u"\\\"}\"}"_s, u"password"_s);
    }

    void masks()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, secret);
        QFETCH(const QString, kind);
        const QString once = masked(text);
        QVERIFY2(!once.contains(secret), qPrintable(once));
        QVERIFY2(once.contains(u"[hidden: "_s + kind + u", "_s), qPrintable(once));
        QCOMPARE(masked(once), once);
    }

    void kindAndLengthAreSaid()
    {
        QCOMPARE(masked(u"use AKIA"_s + u"IOSFODNN7EXAMPLE here"_s), u"use [hidden: AWS key, 20 chars] here"_s);
    }

    void plainTextStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << u"The password was wrong, ask for the token."_s;
        QTest::newRow("time") << u"02:16:31 pod/checkout-7d9f: key not found"_s;
        QTest::newRow("port") << u"http://host:8080/users/a@b.example and http://host:8080/x"_s;
        QTest::newRow("placeholder") << u"--password <your password>"_s;
        QTest::newRow("link") << u"https://grafana.example/d/abc?from=now-1h:now@x"_s;
        QTest::newRow("hash") << u"sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s;
    }

    void plainTextStays()
    {
        QFETCH(const QString, text);
        QCOMPARE(masked(text), text);
    }

    /** What leaves is masked once more after it was written as Markdown: that must find nothing new. */
    void maskedTwiceWithMarkdownBetween()
    {
        for (const QString &text : { u"password=\"it's\" x"_s, u"curl -u admin:s3cr3tXYZ https://x"_s, u"mysql -pab\"cd x"_s, u"password=hunter2"_s,
                                     u"Authorization: Bearer abcdef0123456789"_s, u"redis://:secret@host"_s, u"cookie: a=bcdefgh"_s }) {
            const QString once = MarkdownText::line(text);
            QCOMPARE(masked(once), once);
        }
    }

    void nameOfAValueTells()
    {
        QCOMPARE(maskedValue(u"password"_s, u"p\"ss\nw0rd"_s), u"[hidden: password, 9 chars]"_s);
        QCOMPARE(maskedValue(u"password"_s, QString()), QString());
        QCOMPARE(maskedValue(u"db_password"_s, u"hunter2"_s), u"[hidden: password, 7 chars]"_s);
        QCOMPARE(maskedValue(u"pod"_s, u"hunter2"_s), u"hunter2"_s);
        QCOMPARE(maskedValue(u"text"_s, u"password=hunter2"_s), u"password=[hidden: password, 7 chars]"_s);
    }

    void timeIsLinear_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("begin") << u"-----BEGIN PRIVATE KEY-----"_s;
        QTest::newRow("url") << u"a://b:"_s;
        QTest::newRow("jwt") << u"eyJaaaaaaaaaaaa.eyJ"_s;
        QTest::newRow("password") << u"password\": "_s;
        QTest::newRow("curl") << u"curl mysql bearer token key secret aws "_s;
        QTest::newRow("letters") << u"key-token"_s;
    }

    void timeIsLinear()
    {
        QFETCH(const QString, piece);
        QElapsedTimer timer;
        timer.start();
        (void)masked(piece.repeated(300'000 / piece.size()));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()) + u" ms"_s));
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
