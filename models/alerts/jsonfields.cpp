// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/jsonfields.h"

#include "alerts/lenientjson.h"
#include "alerts/words.h"

#include <QJsonArray>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "env:prod" or "env=prod"; nothing when it is a plain word, a sentence or an address. */
std::optional<Labels::Pair> pairIn(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    qsizetype at = 0;
    while (at < trimmed.size() && trimmed.at(at) != u':' && trimmed.at(at) != u'='
           && !trimmed.at(at).isSpace())
        ++at;
    if (at == 0 || at + 1 >= trimmed.size() || trimmed.at(at).isSpace()
        || trimmed.sliced(at).startsWith(u"://"))
        return std::nullopt;
    return Labels::Pair(trimmed.first(at).toString(), trimmed.sliced(at + 1).trimmed().toString());
}

void addText(Labels &labels, const QString &text)
{
    for (const QStringView part : QStringView(text).tokenize(u',', Qt::SkipEmptyParts)) {
        if (const auto pair = pairIn(part); pair && !isNoValue(pair->second))
            labels.insert(pair->first, pair->second);
    }
}

QString wrappedText(const QJsonValue &value)
{
    if (!value.isObject())
        return scalarText(value);
    return firstText(
        value, { u"stringValue"_s, u"intValue"_s, u"boolValue"_s, u"doubleValue"_s, u"value"_s, u"name"_s });
}

void addElement(Labels &labels, const QJsonValue &element)
{
    if (element.isString()) {
        addText(labels, element.toString());
        return;
    }
    const QJsonArray pair = element.toArray();
    if (pair.size() == 2) {
        if (const QString key = scalarText(pair.at(0)), value = scalarText(pair.at(1));
            !key.isEmpty() && !value.isEmpty())
            labels.insert(key, value);
        return;
    }
    const QString key = firstText(element, { u"key"_s, u"name"_s, u"title"_s, u"label"_s, u"type"_s });
    for (const QString &member : { u"value"_s, u"Value"_s }) {
        if (const QString value = wrappedText(element.toObject().value(member));
            !key.isEmpty() && !value.isEmpty())
            labels.insert(key, value);
    }
}

} // namespace

QJsonValue memberAt(const QJsonValue &value, QStringView path)
{
    if (path.isEmpty())
        return value;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (const auto whole = object.constFind(path); whole != object.constEnd())
            return *whole; // keys may have dots of their own
    }
    const qsizetype dot = path.indexOf(u'.');
    const QStringView head = dot < 0 ? path : path.first(dot);
    const QStringView rest = dot < 0 ? QStringView() : path.sliced(dot + 1);
    if (value.isArray()) {
        bool isIndex = false;
        const int index = head.toInt(&isIndex);
        const QJsonArray array = value.toArray();
        return isIndex && index < array.size() ? memberAt(array.at(index), rest)
                                               : QJsonValue(QJsonValue::Undefined);
    }
    if (dot < 0 || !value.isObject())
        return QJsonValue::Undefined;
    return memberAt(value.toObject().value(head), rest);
}

QString scalarText(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString().trimmed();
        return isNoValue(text) ? QString() : text;
    }
    if (value.isDouble())
        return numberText(value.toDouble());
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return {};
}

QString firstText(const QJsonValue &value, const QStringList &paths)
{
    for (const QString &path : paths) {
        const QJsonValue member = memberAt(value, path);
        QString text = scalarText(member);
        if (text.isEmpty() && member.isArray())
            text = scalarText(member.toArray().first());
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool hasMembers(const QJsonObject &object, const QStringList &keys)
{
    return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return object.contains(key); });
}

Labels labelsIn(const QJsonValue &value)
{
    Labels labels;
    if (value.isString())
        addText(labels, value.toString());
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements)
        addElement(labels, element);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (const QString text = scalarText(member.value()); !text.isEmpty())
            labels.insert(member.key(), text);
    }
    return labels;
}

void merge(Labels &into, const Labels &from)
{
    for (const auto &[name, value] : from)
        into.insert(name, value);
}

} // namespace Handrail
