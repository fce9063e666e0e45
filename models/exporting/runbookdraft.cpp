// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/runbookdraft.h"

#include "exporting/markdowntext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** A YAML string in double quotes, whose grammar is that of JSON. */
QString quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray { text.simplified() }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QString field(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : name + u": "_s + quoted(value) + u'\n';
}

/** What the alert says of itself, its own words first. */
QString meaningOf(const Alert &alert)
{
    for (const QString &name : { u"summary"_s, u"description"_s, u"message"_s }) {
        if (const QString text = alert.annotations.value(name); !text.isEmpty())
            return MarkdownText::line(text);
    }
    return u"What does this alert mean?"_s;
}

QString escalationOf(const Ownership &ownership)
{
    if (ownership.owner.isEmpty())
        return u"Whom to ask?"_s;
    const QString contact = ownership.contact.isEmpty() ? QString() : u", "_s + MarkdownText::line(ownership.contact);
    return u"Ask "_s + MarkdownText::line(ownership.owner) + contact + u'.';
}

} // namespace

QString runbookDraft(const Alert &alert, const Ownership &ownership)
{
    const QString title = titleOf(alert).isEmpty() ? u"New runbook"_s : titleOf(alert);
    const QString service = ownership.service.isEmpty() ? alert.service : ownership.service;
    QString look;
    for (const QString &link : alert.links)
        look += u"1. Look at "_s + MarkdownText::line(link) + u"\n"_s;
    return u"---\n"_s + field(u"title"_s, title) + field(u"alert"_s, alert.name) + field(u"service"_s, service)
        + field(u"owner"_s, ownership.owner) + u"---\n\n# "_s + MarkdownText::line(title) + u"\n\n## Meaning\n\n"_s + meaningOf(alert)
        + u"\n\n## Impact\n\nWho notices, and what do they see?\n\n## Diagnosis\n\n"_s + look
        + u"1. What to look at first?\n\n   Expected: what is shown when all is well.\n\n## Mitigation\n\n"
          u"1. What to do, and how to tell that it helped?\n\n## Escalation\n\n"_s
        + escalationOf(ownership) + u'\n';
}

QString runbookDraftFileName(const Alert &alert)
{
    constexpr qsizetype longest = 80;
    QString name;
    for (const QChar c : titleOf(alert).left(longest)) {
        if (c.isLetterOrNumber() || c == u'_' || c == u'-')
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? u"new-runbook"_s : name) + u".md"_s;
}

} // namespace Handrail
