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

    static void textAndSecret()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("kind");
    }

    static void row(const char *name, const QString &before, const QString &secret, const QString &after = {},
                    const QString &kind = u"password"_s)
    {
        QTest::newRow(name) << QString(before + secret + after) << secret << kind;
    }

    static void checkMasked()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, secret);
        QFETCH(const QString, kind);
        const QString once = masked(text);
        QVERIFY2(!once.contains(secret), qPrintable(once));
        QVERIFY2(once.contains(u"[hidden: %1, %2 chars]"_s.arg(kind).arg(secret.size())), qPrintable(once));
        QCOMPARE(masked(once), once);
        const QString written = MarkdownText::line(text); // what leaves is masked once more
        QCOMPARE(masked(written), written);
    }

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
        textAndSecret();
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

    void masks() { checkMasked(); }

    void masksWhatMarkdownEmphasises_data()
    {
        textAndSecret();
        row("bold name", u"**Password:** "_s, u"hunter2hunter2"_s);
        row("bold name, escaped", u"\\*\\*Password:\\*\\* "_s, u"hunter2hunter2"_s);
        row("colon after bold", u"**Password**: "_s, u"hunter2hunter2"_s);
        row("code", u"- `password`: `"_s, u"UQjryreGqw"_s, u"`"_s);
        row("code, escaped", u"- \\`password\\`: \\`"_s, u"UQjryreGqw"_s, u"\\`"_s);
        row("all in code", u"with `password="_s, u"hunter2"_s, u"`."_s);
        row("bold value", u"password: **"_s, u"hunter2"_s, u"**, ok"_s);
        row("html", u"<b>Password:</b> "_s, u"hunter2"_s);
        row("bold token", u"**Token:** "_s, u"abcdefgh"_s, {}, u"token"_s);
    }

    void masksWhatMarkdownEmphasises() { checkMasked(); }

    void masksOptionsOfCommands_data()
    {
        textAndSecret();
        row("docker", u"docker login -u me -p "_s, u"X"_s, u" registry"_s);
        row("docker in code", u"`docker login -u me -p "_s, u"hunter2"_s, u"`"_s);
        row("helm", u"helm registry login -u me -p '"_s, u"two words"_s, u"' x"_s);
        row("redis", u"redis-cli -h cache -a "_s, u"hunter2"_s, u" ping"_s);
        row("mysql", u"mysql -u root -p"_s, u"hunter2"_s, u" shop"_s);
        row("mysql in quotes", u"mysql -u root -p'"_s, u"two words"_s, u"'"_s);
        row("sshpass", u"sshpass -p "_s, u"hunter2"_s, u" ssh x"_s);
        row("mongosh", u"mongosh -u a -p "_s, u"hunter2"_s);
        row("ldap", u"ldapsearch -D cn=x -w "_s, u"hunter2"_s);
        row("sqlcmd", u"sqlcmd -U sa -P "_s, u"hunter2"_s);
        row("smbclient", u"smbclient //x/y -U me%"_s, u"hunter2"_s);
        row("openssl", u"openssl rsa -passin pass:"_s, u"hunter2"_s, u" -in k"_s);
        row("keytool", u"keytool -list -storepass "_s, u"hunter2"_s);
        row("curl, options together", u"curl -su me:"_s, u"hunter2"_s, u" https://x"_s);
        row("curl in quotes", u"curl --user \"me:"_s, u"two words"_s, u"\" https://x"_s);
        row("piped", u"echo '"_s, u"hunter2"_s, u"' | docker login -u me --password-stdin"_s);
        row("redis.conf", u"requirepass "_s, u"hunter2"_s);
    }

    void masksOptionsOfCommands() { checkMasked(); }

    void masksWhatFilesAndStatementsHold_data()
    {
        textAndSecret();
        row("postgres", u"ALTER USER x WITH PASSWORD '"_s, u"hunter"_s, u"';"_s);
        row("role", u"create role x with login password '"_s, u"it''s"_s, u"';"_s);
        row("identified", u"IDENTIFIED BY '"_s, u"hunter"_s, u"'"_s);
        row("mysql user", u"CREATE USER 'x'@'%' IDENTIFIED WITH mysql_native_password BY '"_s, u"hunter"_s, u"'"_s);
        row("oracle", u"create user x identified by "_s, u"tiger"_s);
        row("set", u"SET PASSWORD FOR 'x'@'%' = PASSWORD('"_s, u"hunter"_s, u"')"_s);
        row("element", u"<password>"_s, u"hunter"_s, u"</password>"_s);
        row("element, escaped", u"\\<password>"_s, u"hunter"_s, u"\\</password>"_s);
        row("cdata", u"<db.password><![CDATA["_s, u"hunter"_s, u"]]></db.password>"_s);
        row("property", u"<property name=\"password\" value=\""_s, u"hunter"_s, u"\"/>"_s);
        row("kubernetes", u"- name: DB_PASSWORD\n  value: "_s, u"hunter"_s);
        row("ecs", u"{\"name\":\"DB_PASSWORD\",\"value\":\""_s, u"hunter"_s, u"\"}"_s);
        row("netrc", u"machine x login me password "_s, u"hunter"_s);
        row("netrc in lines", u"machine x\n  login me\n  password "_s, u"hunter"_s, u"\n"_s);
        row("netrc default", u"default login me password "_s, u"hunter"_s);
        row("go", u"app:"_s, u"hunter"_s, u"@tcp(db:3306)/x"_s);
        row("go with signs", u"dsn=\"app:"_s, u"hu@nt:er"_s, u"@tcp(db:3306)/x\""_s);
    }

    void masksWhatFilesAndStatementsHold() { checkMasked(); }

    void masksWhatPeopleSay_data()
    {
        textAndSecret();
        row("pass", u"pass: "_s, u"X1y2z3"_s);
        row("pass in json", u"\"pass\": \""_s, u"X1y2z3"_s, u"\""_s);
        row("german", u"Passwort: "_s, u"hunter"_s);
        row("is", u"the password is "_s, u"X9f8aa"_s, u", try it"_s);
        row("digits", u"the password is "_s, u"48291734"_s, u"."_s);
        row("code", u"The password is now `"_s, u"X9f8aa"_s, u"`."_s);
        row("odd sign", u"the password is "_s, u"p@ssword"_s);
        row("mixed case", u"the password is "_s, u"UQjryreGqw"_s);
        row("changed", u"the password was changed to "_s, u"hunter2"_s);
        row("arrow", u"Password for prod → "_s, u"X9f8aa"_s);
        row("ascii arrow", u"Password for prod -> "_s, u"X9f8aa"_s);
        row("for", u"password for db.prod.example: "_s, u"X9f8aa"_s);
        row("bold for", u"**Password for prod:** `"_s, u"X9f8aa"_s, u"`"_s);
        row("parentheses", u"password (prod): "_s, u"X9f8aa"_s);
        row("table", u"| password | "_s, u"X9f8aa"_s, u" |"_s);
        row("blank", u"user admin password "_s, u"X9f8aaQ1"_s);
        row("token", u"the token is "_s, u"abcdef0123456789"_s, {}, u"token"_s);
    }

    void masksWhatPeopleSay() { checkMasked(); }

    void masksTokensWithAShape_data()
    {
        textAndSecret();
        const QString alnum = u"aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hJ3lM6oR9uX2"_s;
        const QString hex = u"0123456789abcdef0123456789abcdef"_s;
        row("hugging face", u"HF "_s, u"hf_"_s + alnum.first(34), u","_s, u"Hugging Face token"_s);
        row("linear", u"key "_s, u"lin_api_"_s + alnum.first(40), {}, u"Linear key"_s);
        row("doppler", {}, u"dp.pt."_s + alnum + u"a"_s, {}, u"Doppler token"_s);
        row("doppler service", {}, u"dp.st.prd."_s + alnum.first(40), {}, u"Doppler token"_s);
        row("terraform", {}, alnum.first(14) + u".atlasv1."_s + alnum + alnum.first(25), {}, u"Terraform token"_s);
        row("planetscale password", {}, u"pscale_pw_"_s + alnum, {}, u"PlanetScale token"_s);
        row("planetscale token", {}, u"pscale_tkn_"_s + alnum, {}, u"PlanetScale token"_s);
        row("square", {}, u"sq0atp-"_s + alnum.first(22), {}, u"Square token"_s);
        row("fly", u"FlyV1 "_s, u"fm2_"_s + alnum.repeated(9) + u"=="_s, u",x"_s, u"Fly.io token"_s);
        row("google refresh", {}, u"1//0"_s + alnum + u"-_a"_s, {}, u"Google token"_s);
        row("facebook", {}, u"EAA"_s + alnum.repeated(4), {}, u"Facebook token"_s);
        row("pagerduty", u"Token token="_s, u"u+"_s + alnum.first(18), u" x"_s, u"PagerDuty key"_s);
        row("aws signature", u"X-Amz-Signature="_s, hex + hex, u" x"_s, u"signature"_s);
        row("google signature", u"https://x/y?X-Goog-Signature="_s, hex, u"&a=b"_s, u"signature"_s);
        row("aws security token", u"https://x/y?X-Amz-Security-Token="_s, alnum.repeated(20) + u"%2F"_s, u"&a=b"_s, u"signature"_s);
        const QString salted = u"saltsalt$"_s + alnum;
        row("shadow", u"root:"_s, u"$6$"_s + salted + u"/."_s + alnum, u":19000:0:99999:7:::"_s, u"hashed password"_s);
        row("shadow with rounds", u"root:"_s, u"$6$rounds=5000$"_s + salted + alnum, u":19000"_s, u"hashed password"_s);
        row("yescrypt", u"root:"_s, u"$y$j9T$"_s + salted, u":19000"_s, u"hashed password"_s);
        row("bcrypt", u"me:"_s, u"$2b$12$"_s + alnum + u"./abcdefghi"_s, {}, u"hashed password"_s);
        row("htpasswd", u"me:"_s, u"$apr1$saltsalt$"_s + alnum.first(22), {}, u"hashed password"_s);
        row("ldap", u"me:{SSHA}"_s, alnum.first(31) + u'=', {}, u"hashed password"_s);
    }

    void masksTokensWithAShape() { checkMasked(); }

    /** Only the secret: what stands around it can still be read. */
    void whatIsAroundStays()
    {
        QCOMPARE(masked(u"**Password:** **hunter2**, ok"_s), u"**Password:** **[hidden: password, 7 chars]**, ok"_s);
        QCOMPARE(masked(u"\\`password\\`: \\`hunter2\\`"_s), u"\\`password\\`: \\`[hidden: password, 7 chars]\\`"_s);
        QCOMPARE(masked(u"`docker login -p hunter2` x"_s), u"`docker login -p [hidden: password, 7 chars]` x"_s);
        QCOMPARE(masked(u"\\<password>hunter\\</password>"_s), u"\\<password>[hidden: password, 6 chars]\\</password>"_s);
        QCOMPARE(masked(u"SET PASSWORD = PASSWORD('hunter');"_s), u"SET PASSWORD = PASSWORD('[hidden: password, 6 chars]');"_s);
        QCOMPARE(masked(u"the password is `X9f8aa`."_s), u"the password is `[hidden: password, 6 chars]`."_s);
        QCOMPARE(masked(u"https://x/?api-token=abcdefgh&page=2"_s), u"https://x/?api-token=[hidden: token, 8 chars]&page=2"_s);
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
        const QStringList sentences {
            u"the password is wrong"_s, u"The password is *wrong*!"_s, u"reset your password today"_s, u"pass: the build passed"_s,
            u"--- PASS: TestLogin2 (0.00s)"_s, u"pass: 120000 requests"_s, u"pass: v1.2.34 is out"_s, u"token count: 5"_s,
            u"password for prod expired"_s, u"password for prod: 2026-10-05 it expired"_s, u"password for db1 expired at 12:30"_s,
            u"password for prod: https://vault.example/v1/db1"_s, u"password for prod → /secret/db1/x"_s,
            u"password for prod is in Vault: OPS-1234"_s, u"the password is Base64-encoded"_s, u"the password is PagerDuty's"_s,
            u"the password is stored in 1Password"_s, u"the password is 16-character"_s, u"a user forgot the password 'again'"_s,
            u"| Password | in 1Password vault |"_s, u"the secret is checkout-db-credentials-v2"_s, u"**Password:** <your password>"_s,
            u"`password`: `<password>`"_s, u"\\*\\*Password:\\*\\*"_s,
            u"see </password> and <b>more</b>"_s,
        };
        for (const QString &sentence : sentences)
            QTest::newRow(qPrintable(sentence)) << sentence;
        const QStringList commands {
            u"mysql -u root -p -h db1"_s, u"mysql -u <user> -p <password> -h <host>"_s, u"docker login -u me -p \"$PASS\" x"_s,
            u"docker login -p ${PASS}"_s, u"docker run -p 8080:80 nginx"_s, u"docker login x && mkdir -p /var/lib/x1"_s,
            u"redis-cli -h cache1 ping"_s, u"echo $TOKEN | docker login --password-stdin"_s, u"echo hello | grep x"_s,
            u"awk '{print $1$2}'"_s, u"SELECT password FROM users WHERE id = 1"_s, u"ALTER USER x WITH LOGIN;"_s,
            u"docker login registry.example.com -p 5000"_s, u"ssh login host-3 -p 2222"_s, u"After user login the page shows -prod"_s,
            u"admin login rate at -p99"_s, u"kubectl -n mongo exec -it mongo-0 -- ps -p 1"_s, u"Redis requirepass was removed"_s,
            u"The missing GRANT was identified as the root cause"_s, u"Failure to create user accounts was identified by Bob"_s,
            u"pods are identified by 'app=checkout'"_s, u"login with password authentication"_s, u"q=u+what+is+kubernetes"_s,
            u"hf_hub_download(x)"_s,
        };
        for (const QString &command : commands)
            QTest::newRow(qPrintable(command)) << command;
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
        QTest::newRow("emphasis") << u"password *`*`: **`"_s;
        QTest::newRow("element") << u"<password "_s;
        QTest::newRow("options") << u"docker login mysql -"_s;
        QTest::newRow("sql") << u"create user set password for x identified by "_s;
        QTest::newRow("netrc") << u"default machine x login x password "_s;
        QTest::newRow("said") << u"password is aaAaaAaaAaa.a@a.1-"_s;
        QTest::newRow("said for") << u"password for a token for "_s;
        QTest::newRow("go") << u"a:@tcp"_s;
        QTest::newRow("hashes") << u"$6$aaaa$"_s;
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
