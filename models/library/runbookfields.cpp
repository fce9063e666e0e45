// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookfields.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** One word or a list of words; a line of words parted by commas counts as a list unless it is a matcher in braces. */
QStringList wordsOf(const QVariant &value)
{
    QStringList words;
    if (value.metaType() == QMetaType::fromType<QVariantList>()) {
        for (const QVariant &item : value.toList())
            words += wordsOf(item);
        return words;
    }
    if (value.metaType() == QMetaType::fromType<QVariantMap>()) {
        const QVariantMap map = value.toMap();
        for (const QString &key : { u"name"_s, u"alertname"_s, u"id"_s }) {
            if (map.contains(key))
                return wordsOf(map.value(key));
        }
        return {};
    }
    const QString text = value.toString().trimmed();
    if (text.isEmpty())
        return {};
    if (isLabelMatchers(text) || !text.contains(u',')) // matchers have commas of their own
        return { text };
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        words.append(word.trimmed());
    return words;
}

QStringList wordsUnder(const QVariantMap &values, const QStringList &keys)
{
    QStringList words;
    for (const QString &key : keys)
        words += wordsOf(values.value(key));
    words.removeDuplicates();
    return words;
}

QString firstText(const QVariantMap &values, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (const QString text = values.value(key).toString().trimmed(); !text.isEmpty())
            return text;
    }
    return {};
}

/** "https://github.com/orgs/shop/teams/payments" names the team payments. */
QString ownerName(const QString &owner)
{
    static const QRegularExpression teamPage(u"^https?://[^/]+/orgs/[^/]+/teams/([^/?#]+)/?$"_s);
    const QRegularExpressionMatch match = teamPage.match(owner);
    return match.hasMatch() ? match.captured(1) : owner;
}

QStringList ownersUnder(const QVariantMap &values)
{
    QStringList owners;
    for (const QString &owner : wordsUnder(values, { u"owner"_s, u"owners"_s, u"team"_s, u"teams"_s, u"owner_slack"_s }))
        owners.append(ownerName(owner));
    owners.removeDuplicates();
    return owners;
}

void addLink(QList<DashboardLink> &links, const QString &title, const QString &url)
{
    if (!url.isEmpty())
        links.append({ title.isEmpty() ? url : title, url });
}

/** A URL, a list of URLs, a list of {title, url}, or a map of titles to URLs. */
void readLinks(const QVariant &value, QList<DashboardLink> &links)
{
    if (value.metaType() == QMetaType::fromType<QVariantList>()) {
        for (const QVariant &item : value.toList())
            readLinks(item, links);
    } else if (value.metaType() == QMetaType::fromType<QVariantMap>()) {
        const QVariantMap map = value.toMap();
        if (const QString type = firstText(map, { u"type"_s }).toLower(); !type.isEmpty() && type != u"dashboard")
            return; // a link that says it leads elsewhere
        if (const QString url = firstText(map, { u"url"_s, u"link"_s, u"href"_s }); !url.isEmpty())
            return addLink(links, firstText(map, { u"title"_s, u"name"_s, u"text"_s }), url);
        for (auto entry = map.begin(); entry != map.end(); ++entry)
            addLink(links, entry.key(), entry.value().toString().trimmed());
    } else {
        addLink(links, {}, value.toString().trimmed());
    }
}

QDate dateOf(const QString &text)
{
    return QDate::fromString(text.left(10), Qt::ISODate);
}

} // namespace

bool isLabelMatchers(const QString &alert)
{
    return alert.contains(u'{') || alert.contains(u'=');
}

QDate dateAfter(const QDate &from, const QString &period)
{
    static const QRegularExpression form(u"^(\\d{1,4})\\s*(day|week|month|year)s?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(period.trimmed());
    if (!match.hasMatch() || !from.isValid())
        return {};
    const int count = match.captured(1).toInt();
    switch (match.captured(2).at(0).toLower().unicode()) {
    case u'd':
        return from.addDays(count);
    case u'w':
        return from.addDays(7 * count);
    case u'm':
        return from.addMonths(count);
    default:
        return from.addYears(count);
    }
}

void readFields(const QVariantMap &frontMatter, Runbook &runbook)
{
    QVariantMap values;
    for (auto entry = frontMatter.begin(); entry != frontMatter.end(); ++entry)
        values.insert(entry.key().toLower().replace(u'-', u'_'), entry.value());

    runbook.title = firstText(values, { u"title"_s }).simplified();
    runbook.services = wordsUnder(values, { u"service"_s, u"services"_s, u"component"_s, u"components"_s });
    runbook.owners = ownersUnder(values);
    runbook.alerts = wordsUnder(values, { u"alert"_s, u"alerts"_s, u"alertname"_s, u"alertnames"_s });
    runbook.tags = wordsUnder(values, { u"tags"_s });
    for (const QString &key : { u"dashboard"_s, u"dashboards"_s, u"links"_s })
        readLinks(values.value(key), runbook.dashboards);
    runbook.reviewedOn = dateOf(firstText(values, { u"last_reviewed_on"_s, u"last_review_date"_s, u"last_reviewed"_s, u"reviewed"_s }));
    runbook.reviewDue = dateAfter(runbook.reviewedOn, firstText(values, { u"review_in"_s }));
    if (!runbook.reviewDue.isValid())
        runbook.reviewDue = dateOf(firstText(values, { u"expire_by"_s, u"review_by"_s }));
}

} // namespace Handrail
