// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/chatmessage.h"

#include "alerts/jsonfields.h"
#include "alerts/words.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 12;

class ChatText {
public:
    void add(const QJsonValue &value, int depth = 0);
    QString text() const { return m_lines.join(u'\n'); }

private:
    void addObject(const QJsonObject &object, int depth);
    void addFact(const QJsonObject &object);
    void addLine(const QString &line)
    {
        if (line.isEmpty() || m_known.contains(line))
            return;
        m_known.insert(line);
        m_lines.append(line);
    }

    QStringList m_lines;
    QSet<QString> m_known;
};

void ChatText::addFact(const QJsonObject &object)
{
    const QString name = firstText(object, { u"title"_s, u"name"_s });
    const QString value = firstText(object, { u"value"_s });
    static const QRegularExpression decoration(u"[*:]+\\s*$|^\\s*\\*+"_s);
    addLine(QString(name).remove(decoration) + u": "_s + value);
}

void ChatText::addObject(const QJsonObject &object, int depth)
{
    if (object.contains(u"value") && (object.contains(u"title") || object.contains(u"name"))
        && !object.contains(u"type")) {
        addFact(object);
        return;
    }
    const QString title = firstText(object, { u"title"_s, u"activityTitle"_s });
    const QString link = firstText(object, { u"title_link"_s, u"titleLink"_s });
    const bool hasText =
        object.contains(u"text") || object.contains(u"blocks") || object.contains(u"description");
    add(object.value(u"pretext"), depth);
    addLine(isWebAddress(link) && !title.isEmpty() ? u"<%1|%2>"_s.arg(link, title) : title);
    for (const QString &key : { u"header"_s,
                                u"activitySubtitle"_s,
                                u"content"_s,
                                u"text"_s,
                                u"description"_s,
                                u"markdown"_s,
                                u"blocks"_s,
                                u"elements"_s,
                                u"fields"_s,
                                u"facts"_s,
                                u"sections"_s,
                                u"body"_s,
                                u"items"_s,
                                u"columns"_s,
                                u"attachments"_s,
                                u"embeds"_s,
                                u"card"_s,
                                u"actions"_s,
                                u"potentialAction"_s,
                                u"targets"_s,
                                u"footer"_s })
        add(object.value(key), depth + 1);
    if (title.isEmpty() && !hasText)
        addLine(firstText(object, { u"fallback"_s, u"summary"_s }));
    for (const QString &key : { u"url"_s, u"uri"_s }) {
        const QString url = firstText(object, { key });
        const QString type = firstText(object, { u"type"_s });
        if (isWebAddress(url) && !type.contains(u"image"_s, Qt::CaseInsensitive))
            addLine(u"<%1|%2>"_s.arg(
                url, firstText(object, { u"text.text"_s, u"text"_s, u"title"_s, u"name"_s })));
    }
}

void ChatText::add(const QJsonValue &value, int depth)
{
    if (depth > deepest)
        return;
    if (value.isString())
        addLine(value.toString().trimmed());
    else if (value.isObject())
        addObject(value.toObject(), depth);
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements)
        add(element, depth + 1);
}

} // namespace

bool isChatMessage(const QJsonObject &object)
{
    const QJsonObject attachment = object.value(u"attachments").toArray().first().toObject();
    for (const QString &key :
         { u"fallback"_s, u"text"_s, u"color"_s, u"blocks"_s, u"contentType"_s, u"title"_s }) {
        if (attachment.contains(key))
            return true;
    }
    const QJsonObject block = object.value(u"blocks").toArray().first().toObject();
    return block.contains(u"type") || object.value(u"@type").toString() == u"MessageCard"
        || object.value(u"type").toString() == u"AdaptiveCard"
        || object.value(u"embeds").toArray().first().isObject() || object.contains(u"msgtype");
}

QString chatMessageText(const QJsonObject &object)
{
    ChatText text;
    text.add(object);
    return text.text();
}

} // namespace Handrail
