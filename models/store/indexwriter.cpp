// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexwriter.h"

#include "library/runbookfields.h"
#include "library/runbooklinks.h"
#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QSet>
#include <QSqlError>
#include <QVariant>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

enum Statement {
    InsertRunbook,
    InsertSection,
    InsertWords,
    InsertName,
    InsertService,
    InsertCatalogue,
    TouchRunbook,
    ForgetWords,
    DeleteNames,
    DeleteSections,
    DeleteServices,
    DeleteRunbook,
    DeleteCatalogues,
};

/** In the order of Statement. */
const QStringList &statements()
{
    static const QStringList list {
        u"INSERT INTO runbook (root, path, stem, size, modified_ns, changed_ns, inode, sha256, title, services, owners, "
        u"reviewed_on, review_due, tags, alerts, links) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        u"INSERT INTO section (runbook, anchor, title, alerts, listed_alerts, context, text, headings) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        u"INSERT INTO words (rowid, title, context, text) VALUES (?, ?, ?, ?)"_s,
        u"INSERT OR IGNORE INTO name (key, section) VALUES (?, ?)"_s,
        u"INSERT OR IGNORE INTO service (key, runbook) VALUES (?, ?)"_s,
        u"INSERT INTO catalogue (root, path, bytes) VALUES (?, ?, ?)"_s,
        u"UPDATE runbook SET size = ?, modified_ns = ?, changed_ns = ?, inode = ? WHERE id = ?"_s,
        u"INSERT INTO words (words, rowid, title, context, text) "
        u"SELECT 'delete', id, title, context, text FROM section WHERE runbook = ?"_s,
        u"DELETE FROM name WHERE section IN (SELECT id FROM section WHERE runbook = ?)"_s,
        u"DELETE FROM section WHERE runbook = ?"_s,
        u"DELETE FROM service WHERE runbook = ?"_s,
        u"DELETE FROM runbook WHERE id = ?"_s,
        u"DELETE FROM catalogue WHERE root = ?"_s,
    };
    return list;
}

Result<Done> run(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < int(values.size()); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec())
        return problemOf(query.lastError());
    return Done {};
}

/** Not null: a null string is NULL to SQL. */
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QString listText(const QStringList &list)
{
    return text(list.join(u'\n'));
}

QString headingsText(const QList<HeadingPlace> &headings)
{
    QStringList lines;
    for (const HeadingPlace &heading : headings)
        lines.append(u"%1\t%2\t%3"_s.arg(heading.position).arg(heading.anchor, heading.title));
    return text(lines.join(u'\n'));
}

QString listedText(const QList<ListedAlert> &alerts)
{
    QStringList lines;
    for (const ListedAlert &alert : alerts)
        lines.append(alert.name + u'\t' + alert.path + u'\t' + alert.anchor);
    return text(lines.join(u'\n'));
}

QString dateText(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : u""_s;
}

} // namespace

IndexedRunbook indexedRunbook(const QString &root, const ChangedFile &changed)
{
    IndexedRunbook indexed;
    indexed.file = changed.file;
    const auto read = readRunbookUnless(changed.sha256, { root, changed.file.path });
    if (!read) {
        indexed.unreadable = read.problem().text;
        return indexed;
    }
    const std::optional<Runbook> &runbook = *read;
    indexed.isUnchanged = !runbook;
    if (!runbook)
        return indexed;
    indexed.sha256 = runbook->sha256;
    indexed.title = runbook->title;
    indexed.services = runbook->services;
    indexed.owners = runbook->owners;
    indexed.reviewedOn = runbook->reviewedOn;
    indexed.reviewDue = runbook->reviewDue;
    indexed.tags = runbook->tags;
    indexed.links = linkedRunbooks(*runbook);
    indexed.sections = indexedSections(*runbook);
    indexed.alerts = alertsIn(indexed.sections);
    return indexed;
}

IndexWriter::IndexWriter(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

Result<QHash<QString, KnownFile>> IndexWriter::knownFiles(const QString &root) const
{
    auto prepared = m_database->prepared(
        u"SELECT path, id, size, modified_ns, changed_ns, inode, sha256 FROM runbook WHERE root = ?"_s);
    if (!prepared)
        return prepared.problem();
    QSqlQuery &query = prepared.value();
    if (const auto done = run(query, { root }); !done)
        return done.problem();
    QHash<QString, KnownFile> files;
    while (query.next()) {
        files.insert(query.value(0).toString(), { query.value(1).toLongLong(), query.value(2).toLongLong(),
                                                   query.value(3).toLongLong(), query.value(4).toLongLong(),
                                                   quint64(query.value(5).toLongLong()), query.value(6).toByteArray().toHex() });
    }
    return files;
}

Result<QStringList> IndexWriter::roots() const
{
    auto prepared = m_database->prepared(u"SELECT root FROM runbook UNION SELECT root FROM catalogue"_s);
    if (!prepared)
        return prepared.problem();
    QSqlQuery &query = prepared.value();
    if (const auto done = run(query, {}); !done)
        return done.problem();
    QStringList roots;
    while (query.next())
        roots.append(query.value(0).toString());
    return roots;
}

Result<int> IndexWriter::count() const
{
    const auto count = m_database->single(u"SELECT count(*) FROM runbook"_s);
    if (!count)
        return count.problem();
    return count->toInt();
}

Result<Done> IndexWriter::begin()
{
    if (const auto ready = prepareAll(); !ready)
        return ready;
    return m_database->run(u"BEGIN IMMEDIATE"_s);
}

Result<Done> IndexWriter::commit()
{
    return m_database->run(u"COMMIT"_s);
}

Result<Done> IndexWriter::remove(qint64 runbook)
{
    for (const Statement statement : { ForgetWords, DeleteNames, DeleteSections, DeleteServices, DeleteRunbook }) {
        if (const auto done = run(m_statements[statement], { runbook }); !done)
            return done;
    }
    return Done {};
}

Result<Done> IndexWriter::insert(const QString &root, const IndexedRunbook &runbook)
{
    const FoundFile &file = runbook.file;
    const auto done = run(m_statements[InsertRunbook],
                          { root, file.path, text(nameKey(pageStem(file.path))), file.size, file.modifiedAt,
                            file.changedAt, qint64(file.inode), QByteArray::fromHex(runbook.sha256),
                            text(runbook.title), listText(runbook.services), listText(runbook.owners),
                            dateText(runbook.reviewedOn), dateText(runbook.reviewDue), listText(runbook.tags),
                            listText(runbook.alerts), listText(runbook.links) });
    if (!done)
        return done;
    const qint64 id = m_statements[InsertRunbook].lastInsertId().toLongLong();
    for (const IndexedSection &section : runbook.sections) {
        if (const auto inserted = insertSection(id, section); !inserted)
            return inserted;
    }
    return insertServices(id, file.path, runbook.services);
}

Result<Done> IndexWriter::touch(qint64 runbook, const FoundFile &file)
{
    return run(m_statements[TouchRunbook], { file.size, file.modifiedAt, file.changedAt, qint64(file.inode), runbook });
}

Result<QList<CatalogueFile>> IndexWriter::catalogues(const QString &root) const
{
    auto prepared = m_database->prepared(u"SELECT path, bytes FROM catalogue WHERE root = ? ORDER BY path"_s);
    if (!prepared)
        return prepared.problem();
    QSqlQuery &query = prepared.value();
    if (const auto done = run(query, { root }); !done)
        return done.problem();
    QList<CatalogueFile> files;
    while (query.next())
        files.append({ query.value(0).toString(), query.value(1).toByteArray() });
    return files;
}

Result<Done> IndexWriter::setCatalogues(const QString &root, const QList<CatalogueFile> &files)
{
    if (const auto deleted = run(m_statements[DeleteCatalogues], { root }); !deleted)
        return deleted;
    for (const CatalogueFile &file : files) {
        const QByteArray bytes = file.bytes.isNull() ? QByteArrayLiteral("") : file.bytes;
        if (const auto inserted = run(m_statements[InsertCatalogue], { root, file.path, bytes }); !inserted)
            return inserted;
    }
    return Done {};
}

Result<Done> IndexWriter::prepareAll()
{
    if (!m_statements.isEmpty())
        return Done {};
    for (const QString &sql : statements()) {
        const auto query = m_database->prepared(sql);
        if (!query) {
            m_statements.clear();
            return query.problem();
        }
        m_statements.append(*query);
    }
    return Done {};
}

Result<Done> IndexWriter::insertSection(qint64 runbook, const IndexedSection &section)
{
    const auto stored = run(m_statements[InsertSection],
                            { runbook, text(section.anchor), text(section.title), listText(section.alerts),
                              listedText(section.listedAlerts), text(section.context), text(section.text), headingsText(section.headings) });
    if (!stored)
        return stored;
    const qint64 id = m_statements[InsertSection].lastInsertId().toLongLong();
    const auto found = run(m_statements[InsertWords], { id, text(section.title), text(section.context), text(section.text) });
    return found ? insertNames(id, section) : found;
}

Result<Done> IndexWriter::insertNames(qint64 id, const IndexedSection &section)
{
    QSet<QString> keys;
    for (const QString &alert : section.alerts)
        keys.insert(isLabelMatchers(alert) ? IndexedNames::matchers : nameKey(alert));
    for (const QString &name : section.names)
        keys.insert(nameKey(name));
    for (const ListedAlert &listed : section.listedAlerts)
        keys.insert(nameKey(listed.name));
    keys.remove(QString());
    for (const QString &key : std::as_const(keys)) {
        if (const auto done = run(m_statements[InsertName], { key, id }); !done)
            return done;
    }
    return Done {};
}

Result<Done> IndexWriter::insertServices(qint64 runbook, const QString &path, const QStringList &services)
{
    QSet<QString> keys;
    const QStringList folders = path.split(u'/').mid(0, path.count(u'/'));
    for (const QString &name : services + folders)
        keys.insert(nameKey(name));
    keys.remove(QString());
    for (const QString &key : std::as_const(keys)) {
        if (const auto done = run(m_statements[InsertService], { key, runbook }); !done)
            return done;
    }
    return Done {};
}

} // namespace Handrail
