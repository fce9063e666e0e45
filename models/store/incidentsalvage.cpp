// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/incidentsalvage.h"

#include "incident/jsonlines.h"
#include "store/tablepages.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QMap>
#include <QStringDecoder>
#include <QTimeZone>
#include <QUuid>

#include <optional>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Columns of the table "event", in the order of resources/sql; the first is the row's number and empty in the row itself. */
enum EventColumn {
    Sequence, Id, IncidentId, KindName, Actor, HappenedAt, RecordedAt, Zone, UtcOffset, Payload, Document, EventColumns
};
enum DocumentColumn { Sha256, Text, DocumentColumns };

constexpr qint64 smallestRow = 16; // bytes a row takes at least

Problem error(const QString &text)
{
    return { Problem::Severity::Error, text, 0 };
}

bool isText(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray;
}

bool isNumber(const QVariant &value)
{
    return value.typeId() == QMetaType::LongLong;
}

/** Unlike QString::fromUtf8() it keeps a U+FEFF at the beginning. */
QString textOf(const QVariant &value)
{
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom).decode(value.toByteArray());
}

QDateTime timeOf(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::utc()).toUTC();
}

/** A page the disk does not give is read as zeros. */
Result<QByteArray> bytesOf(const QString &path)
{
    constexpr qint64 piece = 4096;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return error(u"%1 cannot be read."_s.arg(path));
    QByteArray bytes(qsizetype(file.size()), '\0');
    for (qint64 at = 0; at < bytes.size(); at += piece) {
        if (file.seek(at))
            file.read(bytes.data() + at, std::min<qint64>(piece, bytes.size() - at));
    }
    return bytes;
}

/** The rows of "event" and of "document" that are what they should be; the rest are other tables' or damaged. */
struct FoundRows
{
    QMap<qint64, QList<QVariant>> events; ///< by sequence
    QHash<QByteArray, QByteArray> documents; ///< by their hash
};

bool isEvent(const TableRow &row, qint64 rowsAtMost)
{
    const QList<QVariant> &values = row.values;
    if (!row.isWhole || values.size() < EventColumns || row.rowId < 1 || row.rowId > rowsAtMost || values.at(Sequence).isValid())
        return false;
    const bool isDocumentFit = isText(values.at(Document)) || !values.at(Document).isValid();
    return isText(values.at(Id)) && isText(values.at(IncidentId)) && isText(values.at(KindName)) && isText(values.at(Actor))
        && isNumber(values.at(HappenedAt)) && isNumber(values.at(RecordedAt)) && isText(values.at(Zone))
        && isNumber(values.at(UtcOffset)) && isText(values.at(Payload)) && isDocumentFit;
}

bool isDocument(const TableRow &row)
{
    return row.values.size() == DocumentColumns && isText(row.values.at(Sha256)) && isText(row.values.at(Text));
}

FoundRows findRows(const TablePages &pages, qint64 rowsAtMost)
{
    FoundRows found;
    for (int number = 2; number <= pages.count(); ++number) { // the first page is the schema's
        const QList<TableRow> rows = pages.rows(number);
        for (const TableRow &row : rows) {
            if (isEvent(row, rowsAtMost) && !found.events.contains(row.rowId))
                found.events.insert(row.rowId, row.values);
            else if (isDocument(row))
                found.documents.insert(row.values.at(Sha256).toByteArray(), row.values.at(Text).toByteArray());
        }
    }
    return found;
}

/** Nothing when the row's words are damaged. */
std::optional<TimelineEntry> entryFrom(qint64 sequence, const QList<QVariant> &values)
{
    const QJsonDocument payload = QJsonDocument::fromJson(values.at(Payload).toByteArray());
    TimelineEntry entry;
    entry.sequence = sequence;
    entry.id = textOf(values.at(Id));
    entry.incidentId = textOf(values.at(IncidentId));
    entry.kindName = textOf(values.at(KindName));
    entry.kind = entryKindFromString(entry.kindName);
    entry.actor = textOf(values.at(Actor));
    entry.happenedAt = timeOf(values.at(HappenedAt));
    entry.recordedAt = timeOf(values.at(RecordedAt));
    entry.zone = textOf(values.at(Zone));
    entry.utcOffsetMinutes = int(values.at(UtcOffset).toLongLong());
    entry.payload = payload.object();
    return payload.isObject() && faultOf(entry).isEmpty() ? std::optional(entry) : std::nullopt;
}

/** A text as far as it goes, and whether it is as it was written. */
std::pair<QString, bool> documentFrom(QByteArray text, const QByteArray &sha256)
{
    if (QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex() == sha256)
        return { textOf(text), true };
    while (text.endsWith('\0')) // of an emptied page
        text.chop(1);
    return { textOf(text), false };
}

/** The same each time, so that importing it twice is harmless. */
QString standInId(const QString &incidentId)
{
    return QUuid::createUuidV5(QUuid::fromString(incidentId), incidentId).toString(QUuid::WithoutBraces);
}

/** What an incident whose beginning is lost begins with. */
TimelineEntry standInBefore(const TimelineEntry &first)
{
    TimelineEntry started;
    started.id = standInId(first.incidentId);
    started.incidentId = first.incidentId;
    started.sequence = first.sequence - 1;
    started.kind = TimelineEntry::Kind::Started;
    started.kindName = toString(started.kind);
    started.happenedAt = first.happenedAt;
    started.recordedAt = first.recordedAt;
    started.zone = first.zone;
    started.utcOffsetMinutes = first.utcOffsetMinutes;
    started.payload = { { u"title"_s, u"Rescued incident whose beginning is lost"_s } };
    return started;
}

} // namespace

bool isStandIn(const TimelineEntry &entry)
{
    return entry.kind == TimelineEntry::Kind::Started && entry.id == standInId(entry.incidentId);
}

Result<SalvagedIncidents> salvageIncidents(const QString &file)
{
    const auto bytes = bytesOf(file);
    if (!bytes)
        return bytes.problem();
    const FoundRows found = findRows(TablePages(*bytes), bytes->size() / smallestRow);

    SalvagedIncidents salvaged;
    QSet<QString> ids;
    QSet<QString> incidents;
    qint64 last = 0;
    for (const auto &[sequence, values] : found.events.asKeyValueRange()) {
        auto entry = entryFrom(sequence, values);
        if (!entry || ids.contains(entry->id))
            continue;
        if (const QByteArray sha256 = values.at(Document).toByteArray(); !sha256.isEmpty()) {
            const auto [text, isWhole] = documentFrom(found.documents.value(sha256), sha256);
            entry->document = text;
            if (!isWhole)
                salvaged.damagedIds.insert(entry->id);
        }
        if (!incidents.contains(entry->incidentId) && entry->kind != TimelineEntry::Kind::Started) {
            salvaged.entries.append(standInBefore(*entry));
            ++salvaged.lostBeginnings;
        }
        incidents.insert(entry->incidentId);
        ids.insert(entry->id);
        salvaged.entries.append(*entry);
        ++salvaged.readEntries;
        last = sequence;
    }
    if (salvaged.entries.isEmpty())
        return error(u"Not one entry could be read in %1."_s.arg(file));
    salvaged.incidents = incidents.size();
    salvaged.damagedTexts = salvaged.damagedIds.size();
    salvaged.missingEntries = last - salvaged.readEntries;
    return salvaged;
}

} // namespace Handrail
