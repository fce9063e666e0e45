// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/jsonlines.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 1024 * 1024 * 1024; // bytes
constexpr qsizetype longestLine = 64 * 1024 * 1024; // bytes; a long text is at most a few MB
constexpr qsizetype longestWord = 64;
constexpr qint64 firstTime = 0; // 1970, in ms
constexpr qint64 afterLastTime = 253'402'300'800'000; // the year 10000, in ms
constexpr int widestOffset = 24 * 60; // minutes
const QString formatName = u"handrail-incidents"_s;

struct Field
{
    QLatin1StringView name;
    QJsonValue::Type type;
};

constexpr Field fields[] = {
    { "actor"_L1, QJsonValue::String },      { "document"_L1, QJsonValue::String },
    { "happenedAt"_L1, QJsonValue::String }, { "id"_L1, QJsonValue::String },
    { "incident"_L1, QJsonValue::String },   { "kind"_L1, QJsonValue::String },
    { "payload"_L1, QJsonValue::Object },    { "recordedAt"_L1, QJsonValue::String },
    { "sequence"_L1, QJsonValue::Double },   { "utcOffsetMinutes"_L1, QJsonValue::Double },
    { "zone"_L1, QJsonValue::String },
};

Problem problemAt(int line, const QString &text)
{
    return { Problem::Severity::Error, text, line };
}

QByteArray lineOf(const QJsonObject &object)
{
    return compactJson(object) + '\n';
}

QJsonObject toObject(const TimelineEntry &entry)
{
    return {
        { u"id"_s, entry.id },
        { u"incident"_s, entry.incidentId },
        { u"sequence"_s, entry.sequence },
        { u"kind"_s, entry.kindName },
        { u"actor"_s, entry.actor },
        { u"happenedAt"_s, entry.happenedAt.toUTC().toString(Qt::ISODateWithMs) },
        { u"recordedAt"_s, entry.recordedAt.toUTC().toString(Qt::ISODateWithMs) },
        { u"zone"_s, entry.zone },
        { u"utcOffsetMinutes"_s, entry.utcOffsetMinutes },
        { u"payload"_s, entry.payload },
        { u"document"_s, entry.document },
    };
}

/** Not valid unless it says that it is UTC. */
QDateTime timeFrom(const QString &text)
{
    return text.endsWith(u'Z') ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
}

/** A field too many is as bad as one too few: it would be lost. */
Result<TimelineEntry> entryFrom(const QJsonObject &object)
{
    for (const Field &field : fields) {
        if (object.value(field.name).type() != field.type)
            return problemAt(0, u"The entry has no \"%1\", or not of the right kind."_s.arg(field.name));
    }
    if (object.size() != qsizetype(std::size(fields)))
        return problemAt(0, u"The entry has a field that this version does not know."_s);

    TimelineEntry entry;
    entry.id = object.value("id"_L1).toString();
    entry.incidentId = object.value("incident"_L1).toString();
    entry.sequence = object.value("sequence"_L1).toInteger(-1);
    entry.kindName = object.value("kind"_L1).toString();
    entry.kind = entryKindFromString(entry.kindName);
    entry.actor = object.value("actor"_L1).toString();
    entry.happenedAt = timeFrom(object.value("happenedAt"_L1).toString());
    entry.recordedAt = timeFrom(object.value("recordedAt"_L1).toString());
    entry.zone = object.value("zone"_L1).toString();
    entry.utcOffsetMinutes = object.value("utcOffsetMinutes"_L1).toInt(widestOffset + 1);
    entry.payload = object.value("payload"_L1).toObject();
    entry.document = object.value("document"_L1).toString();
    if (const QString fault = faultOf(entry); !fault.isEmpty())
        return problemAt(0, fault);
    return entry;
}

bool isWord(const QString &text, QStringView punctuation)
{
    return !text.isEmpty() && text.size() <= longestWord && std::all_of(text.begin(), text.end(), [punctuation](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || punctuation.contains(c);
    });
}

bool isInRange(const QDateTime &at)
{
    return at.isValid() && at.toMSecsSinceEpoch() >= firstTime && at.toMSecsSinceEpoch() < afterLastTime;
}

/** Takes one line after the other and remembers what the next must agree with. */
class Reader
{
public:
    Result<Done> take(const QByteArray &line)
    {
        ++m_line;
        if (line.size() > longestLine)
            return problemAt(m_line, u"The line is longer than 64 MB."_s);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        if (!document.isObject())
            return problemAt(m_line, u"The line is no JSON object (%1)."_s.arg(error.errorString()));
        auto taken = m_line == 1 ? takeHeader(document.object()) : takeEntry(document.object());
        return taken ? taken : problemAt(m_line, taken.problem().text);
    }

    Result<QList<TimelineEntry>> finished() const
    {
        if (m_line == 0)
            return problemAt(0, u"The file is empty."_s);
        if (m_entries.size() != m_promisedEntries || m_sequences.size() != m_promisedIncidents)
            return problemAt(m_line, sizeFault());
        return m_entries;
    }

private:
    QString sizeFault() const
    {
        const QString text = u"The file ends too soon or too late: of %1 entries in %2 incidents there are %3 in %4."_s;
        return text.arg(m_promisedEntries).arg(m_promisedIncidents).arg(m_entries.size()).arg(m_sequences.size());
    }

    Result<Done> takeHeader(const QJsonObject &header)
    {
        if (header.value("format"_L1).toString() != formatName)
            return problemAt(0, u"This is no file of incidents to import."_s);
        if (const int version = header.value("version"_L1).toInt(); version != jsonLinesVersion)
            return problemAt(0, u"The file has version %1 of the format; this version of Handrail knows %2."_s.arg(version)
                                    .arg(jsonLinesVersion));
        m_promisedIncidents = header.value("incidents"_L1).toInteger(-1);
        m_promisedEntries = header.value("entries"_L1).toInteger(-1);
        if (m_promisedIncidents < 0 || m_promisedEntries < 0)
            return problemAt(0, u"The line does not tell how many incidents and entries follow."_s);
        return Done {};
    }

    Result<Done> takeEntry(const QJsonObject &object)
    {
        const auto entry = entryFrom(object);
        if (!entry)
            return entry.problem();
        if (m_ids.contains(entry->id))
            return problemAt(0, u"The entry's id %1 came before."_s.arg(entry->id));
        const auto before = m_sequences.constFind(entry->incidentId);
        if (before == m_sequences.constEnd() && entry->kind != TimelineEntry::Kind::Started)
            return problemAt(0, u"The incident %1 begins with \"%2\" and not with \"started\"."_s.arg(entry->incidentId,
                                                                                                    entry->kindName));
        if (before != m_sequences.constEnd() && entry->sequence <= *before)
            return problemAt(0, u"The entry's sequence %1 does not follow on %2."_s.arg(entry->sequence).arg(*before));
        m_ids.insert(entry->id);
        m_sequences.insert(entry->incidentId, entry->sequence);
        m_entries.append(*entry);
        return Done {};
    }

    int m_line = 0;
    qint64 m_promisedIncidents = 0;
    qint64 m_promisedEntries = 0;
    QSet<QString> m_ids;
    QHash<QString, qint64> m_sequences; ///< the last of each incident
    QList<TimelineEntry> m_entries;
};

} // namespace

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace("\xef\xbb\xbf", "\\ufeff");
}

bool isSameEntry(TimelineEntry left, const TimelineEntry &right)
{
    if (left.payload != right.payload && left.payload.toVariantMap() != right.payload.toVariantMap())
        return false;
    left.payload = right.payload;
    left.sequence = right.sequence;
    return left == right;
}

QString faultOf(const TimelineEntry &entry)
{
    if (!isWord(entry.id, u"-_") || !isWord(entry.incidentId, u"-_"))
        return u"An id is letters, digits and hyphens, at most 64."_s;
    if (!isWord(entry.kindName, u"-_.:/"))
        return u"A kind is letters, digits and hyphens, at most 64."_s;
    if (entry.sequence < 0)
        return u"A sequence is a number from 0 on."_s;
    if (!isInRange(entry.happenedAt) || !isInRange(entry.recordedAt))
        return u"A time is UTC from 1970 to 9999, as in 2026-11-23T02:16:31.000Z."_s;
    if (entry.zone.size() > longestWord || std::abs(entry.utcOffsetMinutes) > widestOffset)
        return u"A zone is at most 64 letters, and at most a day from UTC."_s;
    return {};
}

QByteArray incidentsToJsonLines(const QList<TimelineEntry> &entries)
{
    QSet<QString> incidents;
    for (const TimelineEntry &entry : entries)
        incidents.insert(entry.incidentId);
    QByteArray lines = lineOf({
        { u"format"_s, formatName },
        { u"version"_s, jsonLinesVersion },
        { u"incidents"_s, qint64(incidents.size()) },
        { u"entries"_s, qint64(entries.size()) },
    });
    for (const TimelineEntry &entry : entries)
        lines += lineOf(toObject(entry));
    return lines;
}

Result<QList<TimelineEntry>> incidentsFromJsonLines(const QByteArray &lines)
{
    Reader reader;
    for (qsizetype start = 0; start < lines.size();) {
        const qsizetype newline = lines.indexOf('\n', start);
        const qsizetype end = newline < 0 ? lines.size() : newline;
        if (const auto taken = reader.take(QByteArray::fromRawData(lines.constData() + start, end - start)); !taken)
            return taken.problem();
        start = end + 1;
    }
    return reader.finished();
}

Result<QList<TimelineEntry>> readJsonLinesFile(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return problemAt(0, u"%1 cannot be read: %2."_s.arg(filePath, file.errorString()));
    QByteArray bytes;
    while (bytes.size() <= longestFile) {
        const QByteArray more = file.read(std::max<qint64>(file.bytesAvailable(), 64 * 1024));
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > longestFile)
        return problemAt(0, u"%1 is larger than 1 GB."_s.arg(filePath));
    return incidentsFromJsonLines(bytes);
}

} // namespace Handrail
