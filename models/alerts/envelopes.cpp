// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/envelopes.h"

#include "alerts/chatmessage.h"
#include "alerts/jsonfields.h"
#include "alerts/lenientjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAttempts = 200;
constexpr qsizetype mostFences = 40;
constexpr qsizetype mostScanned = 4 * 1024 * 1024; // of all attempts together

PastedText textInside(const QString &text, const QString &subject)
{
    PastedText inside;
    inside.text = text;
    inside.subject = subject;
    return inside;
}

OpenedEnvelope openNotification(const QJsonObject &object)
{
    OpenedEnvelope opened{ u"sns"_s, {}, {} };
    if (object.value(u"Type").toString().endsWith(u"Confirmation")) {
        opened.problems.append(
            { Problem::Severity::Note,
              u"This asks to confirm a subscription; it is no alert. Its address was not opened."_s, 0 });
        return opened;
    }
    opened.inside.append(
        textInside(object.value(u"Message").toString(), object.value(u"Subject").toString()));
    return opened;
}

OpenedEnvelope openRecords(const QJsonArray &records)
{
    OpenedEnvelope opened{ u"sns"_s, {}, {} };
    for (const QJsonValue &record : records) {
        const QJsonObject sns = record.toObject().value(u"Sns").toObject();
        if (!sns.isEmpty())
            opened.inside.append(openNotification(sns).inside);
        else
            opened.inside.append(textInside(record.toObject().value(u"body").toString(), {}));
    }
    return opened;
}

std::optional<OpenedEnvelope> openRequest(const QJsonObject &object)
{
    const bool isRequest =
        object.contains(u"headers") || object.contains(u"method") || object.contains(u"httpMethod");
    for (const QString &key : { u"body"_s, u"bodyRaw"_s, u"rawBody"_s, u"json"_s, u"payload"_s, u"data"_s }) {
        const QJsonValue body = object.value(key);
        if (!isRequest || (!body.isObject() && !body.isArray() && body.toString().isEmpty()))
            continue;
        PastedText inside = textInside(body.toString(), {});
        if (!body.isString())
            inside.json = body;
        return OpenedEnvelope{ u"request"_s, { inside }, {} }; // further members only repeat it
    }
    return std::nullopt;
}

bool isWorthReading(const QJsonValue &value)
{
    if (value.isObject())
        return !value.toObject().isEmpty();
    return value.toArray().first().isObject() || value.toArray().first().isArray();
}

/** Where JSON may begin: not at each bracket of running text. */
bool mayBegin(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c != u'{' && c != u'[')
        return false;
    qsizetype next = at + 1;
    while (next < text.size() && text.at(next).isSpace())
        ++next;
    if (next >= text.size())
        return at == 0;
    const QChar n = text.at(next);
    return c == u'[' ? u"{[\"'"_s.contains(n)
                     : u"\"'}/"_s.contains(n) || n == QChar(0x201C) || n == QChar(0x201D) || n.isLetter();
}

/** JSON that went through a shell or a log and kept the backslashes. */
QString withoutEscapes(QString text)
{
    return text.replace(u"\\\""_s, u"\""_s).replace(u"\\\\"_s, u"\\"_s);
}

bool isOnlySeparators(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || u",;]})"_s.contains(c) || c == QChar(0xFEFF); });
}

void addSpans(JsonDocuments &found, const QString &text)
{
    int attempts = 0;
    qsizetype scanned = 0;
    qsizetype at = 0;
    bool onlyJson = true;
    qsizetype outside = 0;
    while (at < text.size() && attempts < mostAttempts && scanned < mostScanned) {
        if (!mayBegin(text, at)) {
            ++at;
            continue;
        }
        ++attempts;
        const JsonReading reading = readLenientJson(text, at);
        scanned += reading.end - at;
        const bool tooLittle =
            reading.cut && at > 0 && reading.value.toObject().size() < 2 && !reading.value.isArray();
        if (!reading.ok() || !isWorthReading(reading.value) || tooLittle) {
            ++at;
            continue;
        }
        onlyJson = onlyJson && isOnlySeparators(QStringView(text).sliced(outside, at - outside));
        found.values.append(reading.value);
        for (const Problem &problem : reading.problems) {
            if (!found.problems.contains(problem))
                found.problems.append(problem);
        }
        at = outside = reading.end;
    }
    found.isAll = onlyJson && !found.values.isEmpty() && isOnlySeparators(QStringView(text).sliced(outside));
}

} // namespace

std::optional<OpenedEnvelope> openEnvelope(const QJsonObject &object)
{
    if (object.contains(u"TopicArn") && object.contains(u"Message"))
        return openNotification(object);
    const QJsonArray records = object.value(u"Records").toArray();
    const QJsonObject record = records.first().toObject();
    if (record.contains(u"Sns") || (record.contains(u"body") && record.contains(u"messageId")))
        return openRecords(records);
    if (isChatMessage(object)) {
        OpenedEnvelope opened{ u"chat-message"_s, {}, {} };
        opened.inside.append(textInside(chatMessageText(object), {}));
        return opened;
    }
    return openRequest(object);
}

QList<QJsonValue> wrappedPayloads(const QJsonObject &object)
{
    QList<QJsonValue> payloads;
    for (const QString &key : { u"body"_s, u"payload"_s, u"Message"_s, u"message"_s, u"data"_s, u"event"_s,
                                u"alert"_s, u"webhook_body"_s, u"content"_s, u"raw"_s, u"_raw"_s, u"log"_s,
                                u"text"_s, u"json"_s, u"original"_s, u"value"_s }) {
        const QJsonValue value = object.value(key);
        const QString text = value.toString().trimmed();
        if (value.isObject() || value.isArray() || text.startsWith(u'{') || text.startsWith(u"[{"_s))
            payloads.append(value);
    }
    return payloads;
}

JsonDocuments findJson(const QString &text)
{
    JsonDocuments found;
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.startsWith(u'"')) { // all of it as one text, or a piece that begins with a key
        const JsonReading whole = readLenientJson(text);
        if (whole.ok() && !whole.cut && isOnlySeparators(QStringView(text).sliced(whole.end)))
            return { { whole.value }, whole.problems, true };
        static const QRegularExpression member(u"^\\s*\"[^\"\\n]+\"\\s*:\\s*[\\[{\"\\dtfn-]"_s);
        if (member.match(text).hasMatch()) {
            const JsonReading piece = readLenientJson(u'{' + text);
            if (piece.ok() && isWorthReading(piece.value))
                return { { piece.value }, piece.problems, true };
        }
    }
    addSpans(found, text);
    if (found.values.isEmpty() && text.contains(u"{\\\""_s))
        addSpans(found, withoutEscapes(text));
    return found;
}

QStringList fencedTexts(const QString &text)
{
    static const QRegularExpression fence(
        u"^[ \\t>]*(?:```|~~~)[^\\n`]*\\n(.*?)^[ \\t>]*(?:```|~~~)[ \\t]*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression onOneLine(u"```(?:json)?\\s*([\\[{].*?)```"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
    QStringList texts;
    for (auto matches = fence.globalMatch(text); matches.hasNext() && texts.size() < mostFences;)
        texts.append(matches.next().captured(1));
    for (auto matches = onOneLine.globalMatch(text); texts.isEmpty() && matches.hasNext();)
        texts.append(matches.next().captured(1));
    return texts;
}

QStringList formValues(const QString &text)
{
    QStringList values;
    const QString trimmed = text.trimmed();
    static const QRegularExpression form(u"^(?:[\\w.\\[\\]-]+=[^\\s&]*&?)+$"_s);
    if (!trimmed.contains(u'=') || !form.match(trimmed).hasMatch())
        return values;
    QJsonObject pairs;
    for (const QString &pair : trimmed.split(u'&')) {
        QString value = pair.section(u'=', 1);
        value.replace(u'+', u' ');
        value = QUrl::fromPercentEncoding(value.toUtf8());
        if (value.startsWith(u'{') || value.startsWith(u'['))
            values.append(value);
        else
            pairs.insert(pair.section(u'=', 0, 0), value);
    }
    if (values.isEmpty() && pairs.size() >= 3)
        values.append(QString::fromUtf8(QJsonDocument(pairs).toJson()));
    return values;
}

} // namespace Handrail
