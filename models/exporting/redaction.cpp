// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/redaction.h"

#include "exporting/secretrules.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

void findWith(const SecretRule &rule, const QString &text, QList<FoundSecret> &found)
{
    auto matches = rule.pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int group = rule.pattern.captureCount() > 0 ? 1 : 0;
        if (match.capturedLength(group) > 0)
            found.append({ rule.kind, { match.capturedStart(group), match.capturedLength(group) } });
    }
}

bool mayHold(const QString &lowerText, const QStringList &keywords)
{
    return std::any_of(keywords.begin(), keywords.end(), [&](const QString &keyword) { return lowerText.contains(keyword); });
}

} // namespace

QList<FoundSecret> secretsIn(const QString &text)
{
    const QString lower = text.toLower(); // once: without regard to case a search takes several times as long
    QList<FoundSecret> found;
    for (const SecretRule &rule : secretRules()) {
        if (mayHold(lower, rule.keywords))
            findWith(rule, text, found);
    }
    // Of two that overlap the one that starts first counts, and of those the longer; the table's order decides the rest.
    std::stable_sort(found.begin(), found.end(), [](const FoundSecret &left, const FoundSecret &right) {
        return left.span.start != right.span.start ? left.span.start < right.span.start : left.span.length > right.span.length;
    });
    QList<FoundSecret> apart;
    for (const FoundSecret &secret : found) {
        if (apart.isEmpty() || secret.span.start >= apart.last().span.end())
            apart.append(secret);
        else if (secret.span.end() > apart.last().span.end())
            apart.last().span.length = secret.span.end() - apart.last().span.start;
    }
    return apart;
}

QString masked(const QString &text)
{
    const QList<FoundSecret> secrets = secretsIn(text);
    if (secrets.isEmpty())
        return text;
    QString result;
    qsizetype from = 0;
    for (const FoundSecret &secret : secrets) {
        result += QStringView(text).sliced(from, secret.span.start - from);
        result += u"[hidden: %1, %2 chars]"_s.arg(secret.kind).arg(secret.span.length);
        from = secret.span.end();
    }
    return result.append(QStringView(text).sliced(from));
}

QString maskedValue(const QString &name, const QString &value)
{
    // Read as an assignment of something harmless: what the rules know of names they know of these, whatever the value is made of.
    const QString before = name + u"=\""_s;
    const TextSpan harmless { before.size(), 16 };
    for (const FoundSecret &secret : secretsIn(before + QString(harmless.length, u'x') + u'"')) {
        if (secret.span == harmless && !value.isEmpty())
            return u"[hidden: %1, %2 chars]"_s.arg(secret.kind).arg(value.size());
    }
    return masked(value);
}

} // namespace Handrail
