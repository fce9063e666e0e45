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

/**
 * name = value, "name": "value" (also escaped inside other JSON) and --name value; a quoted value may hold blanks. What is masked
 * already stays.
 */
SecretRule assignment(const QString &kind, const QString &keywords, const QString &names, int shortest)
{
    const QString between = u"[\\s\\x{a0}]{0,64}(?:=>|[=:])[\\s\\x{a0}]{0,64}"_s; // columns are lined up with blanks
    const QString head = u"(?:--(?:%1)[= ]{1,3}|(?:%1)(?:\\[[^\\]\\s]{1,40}\\])?\\\\{0,2}[\"']?"_s.arg(names) + between + u')';
    const QString value = u"(?|\\\\{1,2}\"(?!\\\\?\\[hidden:)([^\"\\\\\\n]{%1,}+)|\"(?!\\\\?\\[hidden:)((?:[^\"\\\\\\n]|\\\\.){%1,}+)"
                          "|'(?!\\\\?\\[hidden:)([^'\\n]{%1,}+)|\\x{201c}(?!\\\\?\\[hidden:)([^\\x{201d}\\n]{%1,}+)"
                          "|(?![\\x{201c}]?\\\\?\\[hidden:)(?!<)((?:[^\\s\"'\\\\]|\\\\(?![nrt\"\\\\])){%1,}+))"_s.arg(shortest);
    const QString inQuery = u"(?<=[?&])(?:%2)=(?!\\\\?\\[hidden:)([^\\s\"'&<>\\\\]{%1,}+)"_s.arg(QString::number(shortest), names);
    return rule(kind, keywords, u"(?i)(?|"_s + inQuery + u'|' + head + value + u')');
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
        rule(u"password"_s, u"curl"_s, u"\\bcurl\\b[^\\n]{0,200}?\\s(?:-u|--user)[ =]?[\"']?[^\\s:\"']{1,100}+:(?!\\\\?\\[hidden:)([^\\s\"']{1,256}+)"_s),
        rule(u"password"_s, u"mysql mariadb sshpass"_s, u"\\b(?:mysql(?:dump|admin)?|mariadb|sshpass)\\b[^\\n]{0,100}?\\s-p\\s?+(?!\\\\?\\[hidden:)([^\\s\"'-][^\\s\"']{0,255}+)"_s),
        rule(u"cookie"_s, u"cookie:"_s, u"(?i)\\b(?:set-)?cookie: ?+(?!\\\\?\\[hidden:)([^\\r\\n\"']{4,4096}+)"_s),
        rule(u"PagerDuty key"_s, u"pagerduty"_s, u"(?i)pagerduty\\.com/(?:integration|generic|x-ere|v2/enqueue)/([A-Za-z0-9]{20,64}+)"_s),
        rule(u"Opsgenie key"_s, u"geniekey"_s, u"(?i)geniekey\\s{1,3}([0-9a-f-]{20,64}+)"_s),
        rule(u"SNS token"_s, u"token="_s, u"(?i)[?&]token=([0-9a-f]{64,512}+)"_s),
        rule(u"signature"_s, u"sig= signature="_s, u"(?i)[?&](?:sig|x-amz-signature)=([A-Za-z0-9%+/=_-]{16,512}+)"_s),
        assignment(u"AWS secret"_s, u"aws"_s, u"aws[_-]?(?:secret[_-]?access[_-]?key|session[_-]?token)"_s, 16),
        assignment(u"Azure key"_s, u"accountkey sharedaccesskey"_s, u"(?:account|sharedaccess)key"_s, 16),
        assignment(u"kubeconfig key"_s, u"client-key-data client-certificate-data"_s, u"client-(?:key|certificate)-data"_s, 8),
        assignment(u"PagerDuty key"_s, u"routing integration_key service_key"_s, u"(?:routing|integration|service)[_-]key"_s, 16),
        assignment(u"password"_s, u"pass pwd"_s, u"(?:password|passwd|passphrase|pgpassword|pwd|_pass|\\bpass(?==))"_s, 3),
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
