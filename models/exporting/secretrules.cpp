// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/secretrules.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

SecretRule rule(const QString &kind, const QString &keywords, const QString &pattern)
{
    return { kind, keywords.split(u' '), QRegularExpression(pattern) };
}

/** What a mask begins with, as written or escaped for Markdown: it is never masked again. */
constexpr auto alreadyMasked = "\\\\?\\[hidden:"_L1;
/** Emphasis or backticks that end after a name, also escaped: **Password:** x and `password`: x. */
constexpr auto emphasis = "(?:\\\\?[*_`])"_L1;

/**
 * name = value, "name": "value" (also escaped inside other JSON), --name value, <name>value</name> and what lists names beside
 * values (name: DB_PASSWORD, value: x); a quoted value may hold blanks. What is masked already stays.
 */
SecretRule assignment(const QString &kind, const QString &keywords, const QString &names, int shortest)
{
    const QString blanks = u"[\\s\\x{a0}]{0,64}+"_s; // columns are lined up with blanks
    const QString listed = u"(?:,\\s{0,64}|\\n\\s{0,64}|(?<=[\"'])\\s{1,8})[\"']?\\bvalue[\"']?\\s{0,4}[=:]"_s;
    const QString between = u"(?:"_s + blanks + u"(?>=>|[=:])|"_s + listed + u")(?:(?:"_s + emphasis + u"{1,3}+|\\\\?</[a-z]{1,10}>)(?=\\s|$))?+"_s + blanks;
    const QString head = u"(?:--(?:%1)[= ]{1,3}|(?:%1)(?:\\[[^\\]\\s]{1,40}\\])?\\\\{0,2}[\"']?"_s.arg(names) + emphasis + u"{0,4}+"_s
            + between + u')';
    const QString value = u"(?|\\\\{1,2}\"(?!%2)([^\"\\\\\\n]{%1,}+)|\"(?!%2)((?:[^\"\\\\\\n]|\\\\.){%1,}+)|'(?!%2)([^'\\n]{%1,}+)"
                          "|\\x{201c}(?!%2)([^\\x{201d}\\n]{%1,}+)"
                          "|\\\\?`{1,2}(?!%2|\\\\?<)((?:[^`\\\\\\n]|\\\\(?!`)){%1,}+)(?=\\\\?`)"
                          "|(?:\\\\?[*]){1,3}(?!%2|\\\\?<)([^\\s*\\\\]{%1,}+)(?=(?:\\\\?[*]){1,3}(?:[\\s.,;)|]|$))"
                          "|(?![\\x{201c}`*\\\\]{0,8}(?:\\[hidden:|<)|password\\()"
                          "((?:[^\\s\"'\\\\`]|\\\\(?![nrt\"\\\\`])|`(?![\\s.,;)|]|$)){%1,}+))"_s.arg(QString::number(shortest), alreadyMasked);
    const QString inQuery = u"(?<=[?&])[\\w.-]{0,40}?(?:%2)=(?!%3)([^\\s\"'&<>\\\\]{%1,}+)"_s.arg(QString::number(shortest), names, alreadyMasked);
    const QString element = u"<[\\w.:-]{0,40}?(?:%2)(?:\\s[^<>\\n]{0,100}+)?>(?:<!\\[CDATA\\[)?+(?!%3)"
                            "((?:[^<\\n\\\\\\]]|\\\\(?!<)|\\](?!\\]>)){%1,}+)(?=\\\\?</|\\]\\]>)"_s.arg(QString::number(shortest), names, alreadyMasked);
    return rule(kind, keywords, u"(?i)(?|"_s + inQuery + u'|' + element + u'|' + head + value + u')');
}

/** The value of a command's option. A variable of the shell or a <placeholder> is no secret. */
QString optionValue()
{
    const QString variable = u"\\$(?:[{(]|(?:[A-Z_][A-Z0-9_]{0,60}|[a-z_]{1,60})(?![^\\s\"'`\\\\]))"_s;
    return u"(?|'(?!%1)([^'\\n]{1,256}+)|\"(?!%1|%2)([^\"\\n]{1,256}+)"
           "|(?!%1|%2|\\\\?<|-)((?:[^\\s\"'`\\\\]|\\\\(?!`)){1,256}+))"_s.arg(alreadyMasked, variable);
}

/** tool … -p value, as the tools' manuals have it, and not what another command says after a pipe or a semicolon. */
SecretRule option(const QString &keywords, const QString &command, const QString &options)
{
    return rule(u"password"_s, keywords, u"(?<![\\w.-])(?:%1)(?![\\w.-])[^\\n|;&]{0,200}?\\s(?:%2)[ =]{0,3}+(?![0-9]{1,5}(?:\\s|$))"_s.arg(command, options) + optionValue());
}

/**
 * What people write after "the password is": no plain word, but something with a digit, with an odd sign inside, or in mixed case
 * that is no name like PagerDuty. Dates, versions, tickets, addresses and encodings have digits and are no secrets.
 */
QString oddWord(int shortest)
{
    const QStringList harmless {
        u"\\\\?[\\[<]|[<{%]|\\$[{(A-Z_]"_s,                                      // a mask, a placeholder, a variable
        u"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}:[0-9]{2}"_s,                    // a time
        u"v?[0-9]{1,9}(?:\\.[0-9]{1,9}){1,5}+(?![\\w-])"_s,                     // a version, an address
        u"[0-9]{1,4}-[a-z]{1,20}+(?![\\w-])|[A-Z]{2,10}-[0-9]{1,9}+(?!\\w)"_s,  // 16-character, OPS-1234
        u"[Tt]est"_s,                                                           // PASS: TestLogin2
        u"(?i:base|sha|md|aes|utf|rsa|oauth|ed)-?[0-9]|1Password"_s,
        u"[a-z]{2,20}://|[/~][\\w.-]{1,60}/"_s,                                 // where it is kept
        u"[\\w.+-]{1,64}@[\\w.-]{1,100}\\.[a-z]{2,10}(?!\\w)"_s,                // who knows it
        u"[a-z0-9-]{1,60}+(?:\\.[a-z0-9-]{1,60}){0,6}\\.[a-z]{2,10}(?![\\w-])"_s, // a host, a file
    };
    const QString odd = u"(?=\\S{0,64}?[0-9]|\\S{0,64}?[A-Za-z0-9](?:[!#$%^*~]|@(?!\\S{0,64}?\\.[a-z]))[A-Za-z0-9]"
                        "|(?!(?:[A-Z]?[a-z]{2,64}+){1,8}+[A-Z]{0,6}(?![A-Za-z]))\\S{0,64}?[a-z][A-Z])"_s;
    return u"(?!"_s + harmless.join(u'|') + u')' + odd + u"((?:[^\\s\"`<]|<(?!/)){%1,255}[^\\s\"'`<>.,;:*|)}\\]\\\\\\x{2019}\\x{201d}])"_s.arg(shortest - 1);
}

/** The prose: "the password is x", "password for prod → x", "password (prod): x", "| password | x |". */
SecretRule said(const QString &kind, const QString &keywords, const QString &names, const QString &word)
{
    const QString arrow = u"(?:\\x{2192}|[-=]>|\\\\?\\|)"_s;
    const QString ofWhat = u"(?:\\s(?:for|of|on|at)\\b|\\s?\\()[^\\n:=|\\[\\x{2192}]{1,60}?(?:"_s + arrow + u"|[:=]|\\bis\\b)"_s;
    const QString verb = u"(?:now|is|was|has been|changed|reset|set|rotated|to|ist|lautet):?"_s + emphasis + u"{0,3}+\\s"_s;
    const QString link = u"(?:\\s{1,3}(?:"_s + verb + u"){1,4}|\\s{0,3}"_s + arrow + u'|' + ofWhat + u')';
    return rule(kind, keywords,
                u"(?i:\\b(?:%1)"_s.arg(names) + emphasis + u"{0,4}+"_s + link + u')' + emphasis + u"{0,3}+\\s{0,8}+(?:\\\\?[\"'*_`\\x{201c}(]){0,4}+"_s
                        + word);
}

QList<SecretRule> tokensWithAShape()
{
    return {
        rule(u"private key"_s, u"private"_s,
             u"(?s)-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----|\\z)"_s),
        rule(u"AWS key"_s, u"akia asia abia acca"_s, u"\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b"_s),
        rule(u"Google API key"_s, u"aiza"_s, u"\\bAIza[A-Za-z0-9_-]{35}"_s),
        rule(u"Google client secret"_s, u"gocspx-"_s, u"\\bGOCSPX-[A-Za-z0-9_-]{20,64}"_s),
        rule(u"Google token"_s, u"ya29."_s, u"\\bya29\\.[A-Za-z0-9_-]{20,1024}+"_s),
        rule(u"GitHub token"_s, u"ghp_ gho_ ghu_ ghs_ ghr_"_s, u"\\bgh[pousr]_[A-Za-z0-9]{36,255}+"_s),
        rule(u"GitHub token"_s, u"github_pat_"_s, u"\\bgithub_pat_[A-Za-z0-9_]{22,255}+"_s),
        rule(u"GitLab token"_s, u"glpat- glrt- gldt- glptt- glcbt-"_s, u"\\bgl(?:pat|rt|dt|ptt|cbt)-[A-Za-z0-9_-]{20,255}+"_s),
        rule(u"Slack token"_s, u"xox xapp-"_s, u"\\bx(?:ox[abeoprs]|app)-[A-Za-z0-9-]{10,255}+"_s),
        rule(u"Slack webhook"_s, u"hooks.slack.com"_s, u"hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Za-z0-9/_-]{10,255}+)"_s),
        rule(u"Discord webhook"_s, u"/api/webhooks/"_s, u"/api/webhooks/([0-9]{10,25}/[A-Za-z0-9_-]{30,128}+)"_s),
        rule(u"Teams webhook"_s, u"webhook.office.com"_s, u"webhook\\.office\\.com/([A-Za-z0-9@/_-]{20,400}+)"_s),
        rule(u"Stripe key"_s, u"sk_live_ sk_test_ rk_live_ rk_test_"_s, u"\\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,255}+"_s),
        rule(u"webhook secret"_s, u"whsec_"_s, u"\\bwhsec_[A-Za-z0-9+/=]{16,255}+"_s),
        rule(u"JWT"_s, u"eyj"_s, u"\\beyJ[A-Za-z0-9_-]{8,4096}+\\.eyJ[A-Za-z0-9_-]{4,8192}+\\.[A-Za-z0-9_-]{0,4096}+"_s),
        rule(u"SendGrid key"_s, u"sg."_s, u"\\bSG\\.[A-Za-z0-9_-]{16,32}+\\.[A-Za-z0-9_-]{32,64}+"_s),
        rule(u"Mailgun key"_s, u"key-"_s, u"\\bkey-[0-9a-f]{32}\\b"_s),
        rule(u"Twilio key"_s, u"sk"_s, u"\\bSK[0-9a-f]{32}\\b"_s),
        rule(u"npm token"_s, u"npm_"_s, u"\\bnpm_[A-Za-z0-9]{36}"_s),
        rule(u"PyPI token"_s, u"pypi-"_s, u"\\bpypi-[A-Za-z0-9_-]{50,1024}+"_s),
        rule(u"Docker token"_s, u"dckr_pat_"_s, u"\\bdckr_pat_[A-Za-z0-9_-]{20,128}+"_s),
        rule(u"DigitalOcean token"_s, u"dop_v1_ doo_v1_"_s, u"\\bdo[op]_v1_[0-9a-f]{64}"_s),
        rule(u"Databricks token"_s, u"dapi"_s, u"\\bdapi[0-9a-f]{32}\\b"_s),
        rule(u"Grafana token"_s, u"glsa_ glc_"_s, u"\\bgl(?:sa|c)_[A-Za-z0-9_=+/]{20,512}+"_s),
        rule(u"New Relic key"_s, u"nrak- nral"_s, u"\\bNRA[KL]-?[A-Z0-9]{20,40}\\b"_s),
        rule(u"Vault token"_s, u"hvs. hvb. hvr."_s, u"\\bhv[sbr]\\.[A-Za-z0-9_-]{20,300}+"_s),
        rule(u"Shopify token"_s, u"shpat_ shpss_ shpca_"_s, u"\\bshp(?:at|ss|ca)_[0-9a-fA-F]{32}"_s),
        rule(u"Atlassian token"_s, u"atatt3"_s, u"\\bATATT3[A-Za-z0-9_=-]{40,400}+"_s),
        rule(u"API key"_s, u"sk-"_s, u"\\bsk-[A-Za-z0-9_-]{20,255}+"_s),
        rule(u"Telegram token"_s, u":aa"_s, u"\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"_s),
        rule(u"age key"_s, u"age-secret-key-"_s, u"\\bAGE-SECRET-KEY-1[A-Z0-9]{40,70}"_s),
        rule(u"Hugging Face token"_s, u"hf_"_s, u"\\bhf_[A-Za-z0-9]{30,64}+"_s),
        rule(u"Linear key"_s, u"lin_api_ lin_oauth_"_s, u"\\blin_(?:api|oauth)_[A-Za-z0-9]{32,128}+"_s),
        rule(u"Doppler token"_s, u"dp."_s, u"\\bdp\\.(?:pt|ct|sa|scim|audit|st(?:\\.[a-z0-9_-]{2,35})?)\\.[A-Za-z0-9]{40,44}+"_s),
        rule(u"Terraform token"_s, u".atlasv1."_s, u"\\b[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{40,128}+"_s),
        rule(u"PlanetScale token"_s, u"pscale_"_s, u"\\bpscale_(?:pw|tkn|oauth)_[A-Za-z0-9=._-]{32,128}+"_s),
        rule(u"Square token"_s, u"sq0atp- sq0csp-"_s, u"\\bsq0(?:atp|csp)-[A-Za-z0-9_-]{22,64}+"_s),
        rule(u"Fly.io token"_s, u"fm1r_ fm1a_ fm2_"_s, u"\\bfm(?:1[ar]|2)_[A-Za-z0-9+/=_-]{40,4096}+"_s),
        rule(u"Google token"_s, u"1//0"_s, u"\\b1//0[A-Za-z0-9_-]{30,512}+"_s), // a refresh token
        rule(u"Facebook token"_s, u"eaa"_s, u"\\bEAA[A-Za-z0-9_-]{57,512}+"_s), // Square's begin so, too
        rule(u"PagerDuty key"_s, u"u+"_s, u"(?<![\\w+/-])u\\+(?=[a-z_+-]{0,17}[A-Z0-9])[A-Za-z0-9_+-]{18}(?![\\w+/-])"_s),
        // crypt(5), as in /etc/shadow and .htpasswd, and RFC 2307's of LDAP
        rule(u"hashed password"_s, u"$1$ $5$ $6$ $7$ $y$ $gy$ $2a$ $2b$ $2x$ $2y$ $apr1$ $sha1$ $argon2"_s,
             u"\\$(?:[1567]|g?y|2[abxy]|apr1|sha1|argon2(?:id|i|d))\\$(?:[A-Za-z0-9./+,=-]{1,100}+\\$){0,4}+[A-Za-z0-9./+=-]{20,128}+"_s),
        rule(u"hashed password"_s, u"{sha {ssha {smd5"_s, u"\\{(?:S?SHA(?:256|512)?|SMD5)\\}([A-Za-z0-9+/=]{20,128}+)"_s),
    };
}

QList<SecretRule> valuesBesideTheirName()
{
    return {
        rule(u"URL password"_s, u"://"_s, u"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s:/@\"']{0,100}+:(?!\\\\?\\[hidden:)(?![0-9]{2,5}/)([^\\s\"'<>]{1,256})@(?=[^\\s@]*+(?:\\s|[\"'<>]|$))"_s),
        rule(u"authorization"_s, u"authorization"_s,
             u"(?i)\\bauthorization[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(?:bearer|basic|token|api-?key|key|digest|negotiate|splunk|geniekey)[\\s=]{1,4}([^\\s\"',;\\[]{8,4096}+)"_s),
        rule(u"token"_s, u"bearer"_s, u"(?i)\\bbearer[\\s:=\"]{1,4}([A-Za-z0-9._~+/=-]{12,4096}+)"_s),
        rule(u"password"_s, u"basic"_s, u"(?i)authorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?basic\\s{1,3}([A-Za-z0-9+/=]{6,1024}+)"_s),
        rule(u"password"_s, u"curl"_s,
             u"\\bcurl\\b[^\\n]{0,200}?\\s(?:-[A-Za-z]{0,6}[uU]|--(?:proxy-)?user)[ =]{0,3}+"
             "(?|\"[^\\s:\"']{1,100}+:(?!%1)([^\"\\n]{1,256}+)|'[^\\s:\"']{1,100}+:(?!%1)([^'\\n]{1,256}+)"
             "|[^\\s:\"']{1,100}+:(?!%1)([^\\s\"']{1,256}+))"_s.arg(alreadyMasked)),
        option(u"mysql mariadb sshpass mongo cqlsh rabbitmqadmin"_s,
               u"mysql(?:dump|admin|sh|import)?|mariadb(?:-dump|-admin)?|sshpass|mongo(?:sh|dump|restore|export|import)?|cqlsh|rabbitmqadmin"_s, u"-p"_s),
        option(u"login"_s, u"(?:docker|podman|nerdctl|buildah|skopeo|oras|crane|helm registry|oc|cf|az) login"_s, u"-p(?=[ =])"_s),
        option(u"redis-cli redis-benchmark valkey-cli"_s, u"redis-(?:cli|benchmark)|valkey-cli"_s, u"-a|--pass"_s),
        option(u"ldap"_s, u"ldap(?:search|add|modify|delete|passwd|whoami)"_s, u"-w"_s),
        option(u"sqlcmd mosquitto_ ipmitool"_s, u"sqlcmd|mosquitto_(?:pub|sub)|ipmitool"_s, u"-P"_s),
        option(u"smbclient"_s, u"smbclient"_s, u"-U ?[^\\s%]{1,64}%"_s),
        option(u"openssl keytool"_s, u"openssl|keytool"_s, u"-pass(?:in|out)? [\"']?pass:|-(?:src|dest)?(?:store|key)pass"_s),
        rule(u"password"_s, u"stdin sudo chpasswd"_s,
             u"\\becho\\s{1,3}(?:-n\\s{1,3})?"_s + optionValue() + u"[\"']?\\s{0,3}\\|[^\\n|;&]{0,100}?(?:-stdin\\b|\\bsudo -S|\\bchpasswd)"_s),
        rule(u"password"_s, u"requirepass masterauth"_s, u"(?:^|[\\n\"'`>-]|(?i:config set) )\\s{0,4}(?:requirepass|masterauth)[\"']?\\s{1,8}"_s + optionValue()), // redis.conf
        // SQL: PostgreSQL's "alter user x with password 'x'", MySQL's and Oracle's "identified by", MySQL's "set password = 'x'"
        rule(u"password"_s, u"password"_s,
             u"(?i)\\b(?:(?:alter|create)\\s{1,4}(?:user|role|login)\\b[^;']{0,200}?\\bpassword\\s{1,8}"
             "|set\\s{1,4}password(?:\\s{1,4}for\\s{1,4}[^\\s=;]{1,100}+)?\\s{0,4}=\\s{0,4}(?:password\\s{0,2}\\()?)[EN]?'(?!%1)((?:[^'\\n]|''){1,256}+)'"_s.arg(alreadyMasked)),
        rule(u"password"_s, u"identified"_s,
             u"(?:(?i:\\b(?:create|alter)\\s{1,4}user|\\bgrant)\\b[^;\\n]{0,200}?(?<!was )(?<!were )(?<!been )(?<!is )\\b(?i:identified)|\\bIDENTIFIED)"
             "(?i:\\s{1,4}with\\s{1,4}\\S{1,60}+)?(?i:\\s{1,4}(?:by|as))(?i:\\s{1,4}password)?\\s{1,4}"_s + optionValue()),
        rule(u"password"_s, u"machine default"_s, // .netrc
             u"\\b(?:machine\\s{1,8}\\S{1,200}+|default)\\s{1,20}login\\s{1,8}\\S{1,200}+\\s{1,20}"
             "(?:account\\s{1,8}\\S{1,200}+\\s{1,20})?password\\s{1,8}(?!%1)(\\S{1,256}+)"_s.arg(alreadyMasked)),
        rule(u"password"_s, u"@tcp @unix("_s, // the data source names of Go's MySQL driver: user:password@tcp(host)/db
             u"(?<![\\w.-])[\\w.-]{1,64}+:(?!%1)([^\\s\"'`]{1,128}?)@(?:tcp6?|unix)\\("_s.arg(alreadyMasked)),
        rule(u"cookie"_s, u"cookie:"_s, u"(?i)\\b(?:set-)?cookie: ?+(?!\\\\?\\[hidden:)([^\\r\\n\"']{4,4096}+)"_s),
        rule(u"PagerDuty key"_s, u"pagerduty"_s, u"(?i)pagerduty\\.com/(?:integration|generic|x-ere|v2/enqueue)/([A-Za-z0-9]{20,64}+)"_s),
        rule(u"Opsgenie key"_s, u"geniekey"_s, u"(?i)geniekey\\s{1,3}([0-9a-f-]{20,64}+)"_s),
        rule(u"SNS token"_s, u"token="_s, u"(?i)[?&]token=([0-9a-f]{64,512}+)"_s),
        rule(u"signature"_s, u"sig= signature= security-token="_s, // links signed by Azure, AWS and Google; AWS's header
             u"(?i)(?:[?&]sig|\\bsignature|\\bsecurity-token)=(?!%1)([A-Za-z0-9%+/=_-]{16,4096}+)"_s.arg(alreadyMasked)),
        assignment(u"AWS secret"_s, u"aws"_s, u"aws[_-]?(?:secret[_-]?access[_-]?key|session[_-]?token)"_s, 16),
        assignment(u"Azure key"_s, u"accountkey sharedaccesskey"_s, u"(?:account|sharedaccess)key"_s, 16),
        assignment(u"kubeconfig key"_s, u"client-key-data client-certificate-data"_s, u"client-(?:key|certificate)-data"_s, 8),
        assignment(u"PagerDuty key"_s, u"routing integration_key service_key"_s, u"(?:routing|integration|service)[_-]key"_s, 16),
        assignment(u"password"_s, u"pass pwd kennwort contrase rediscli_auth"_s,
                   u"(?:passwor[dt]|passwd|passphrase|pgpassword|pwd|kennwort|mot de passe|contrase\\x{f1}a|rediscli_auth|_pass|\\bpass(?=[=>]))"_s, 3),
        rule(u"password"_s, u"pass pw"_s, // shorter names, and names with a blank after them, are also words: what follows tells
             u"\\b(?:(?i:pass|pw)[\"']?"_s + emphasis + u"{0,4}+\\s{0,4}(?:[:=]|[-=]>|\\x{2192})|(?i:password|passwort)(?= \\S{8}))"_s + emphasis
                     + u"{0,3}+\\s{0,8}+(?:\\\\?[\"'*_`\\x{201c}(]){0,4}+(?=\\S{0,64}?[A-Za-z])"_s + oddWord(6)),
        said(u"password"_s, u"pass pwd kennwort"_s, u"passwor[dt]|passwd|passphrase|passcode|pwd|kennwort"_s, oddWord(6)),
        said(u"token"_s, u"token key secret"_s, u"token|api[ _-]?key|secret"_s, // not what a secret of Kubernetes is called
             u"(?![a-z]{2,40}(?:-[a-z]{2,40}){1,6}(?:-v?[0-9]{1,10}){0,3}(?![\\w-]))"_s + oddWord(16)),
        assignment(u"API key"_s, u"key"_s, u"(?:api|access|auth|app|application|encryption|signing|private)[_-]?key(?:[_-]?id)?"_s, 8),
        assignment(u"secret"_s, u"secret"_s, u"(?:client|app|shared|webhook)?[_-]?secret(?:[_-]?key)?(?:[_-]?base)?"_s, 8),
        assignment(u"token"_s, u"token"_s, u"(?:access|auth|refresh|id|bot|api)?[_-]?token"_s, 8),
    };
}

} // namespace

const QList<SecretRule> &secretRules()
{
    static const QList<SecretRule> rules = tokensWithAShape() + valuesBesideTheirName();
    return rules;
}

} // namespace Handrail
