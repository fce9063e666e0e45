// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

namespace Handrail {

using namespace Qt::StringLiterals;

Problem problemOf(const QSqlError &error)
{
    // SQLite's primary result code is the low byte of what Qt hands on.
    constexpr int busy = 5, locked = 6, readOnly = 8, inputOutput = 10, corrupt = 11, full = 13, cannotOpen = 14, notADatabase = 26;
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case full:
        return { Problem::Severity::Error, u"The disk is full."_s };
    case busy:
    case locked:
        return { Problem::Severity::Error, u"The file is in use by another program."_s };
    case readOnly:
        return { Problem::Severity::Error, u"The file is read-only."_s };
    case inputOutput:
        return { Problem::Severity::Error, u"The disk did not take the data."_s };
    case cannotOpen:
        return { Problem::Severity::Error, u"The file cannot be opened."_s };
    case corrupt:
    case notADatabase:
        return { Problem::Severity::Error, u"The file is damaged."_s };
    default:
        return { Problem::Severity::Error, error.text().trimmed() };
    }
}

Result<std::shared_ptr<Database>> Database::open(const QString &path, Mode mode, const QStringList &pragmas)
{
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    // The object comes first: whatever fails below, its destructor takes the connection's name back.
    const std::shared_ptr<Database> database(new Database(name));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(path);
        connection.setConnectOptions(mode == Mode::ReadOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                            : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!connection.open())
            return problemOf(connection.lastError());
    }
    for (const QString &pragma : pragmas) {
        if (const auto done = database->run(u"PRAGMA "_s + pragma); !done)
            return done.problem();
    }
    return database;
}

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<Done> Database::run(const QString &sql) const
{
    QSqlQuery query(connection());
    if (!query.exec(sql))
        return problemOf(query.lastError());
    return Done {};
}

Result<QSqlQuery> Database::prepared(const QString &sql) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return problemOf(query.lastError());
    return query;
}

Result<Done> Database::execute(QSqlQuery &query) const
{
    if (!query.exec())
        return problemOf(query.lastError());
    return Done {};
}

Result<Done> Database::runScript(const QString &script) const
{
    QString statement;
    for (const QStringView line : QStringView(script).tokenize(u'\n')) {
        if (line.trimmed().startsWith(u"--") || line.trimmed().isEmpty())
            continue;
        statement += line;
        statement += u'\n';
        if (line.trimmed().endsWith(u';')) {
            if (const auto done = run(statement); !done)
                return done;
            statement.clear();
        }
    }
    return Done {};
}

Result<QVariant> Database::single(const QString &sql) const
{
    QSqlQuery query(connection());
    if (!query.exec(sql))
        return problemOf(query.lastError());
    return query.next() ? query.value(0) : QVariant();
}

sqlite3 *handleOf(const Database &database)
{
    const QVariant handle = database.connection().driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

} // namespace Handrail
