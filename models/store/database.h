// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

#include <memory>

struct sqlite3;

namespace Handrail {

/**
 * One SQLite connection, open while the object lives. A connection belongs to the thread that made it, and so does this.
 * Every statement goes through run() or prepared(), which check each call: Qt reports a missing table as "Parameter count
 * mismatch" when prepare() went unchecked.
 */
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /** Opens @p path and runs @p pragmas ("journal_mode = DELETE") one by one. */
    static Result<std::shared_ptr<Database>> open(const QString &path, Mode mode, const QStringList &pragmas);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<Done> run(const QString &sql) const; ///< a statement without values
    Result<QSqlQuery> prepared(const QString &sql) const;
    Result<Done> execute(QSqlQuery &query) const; ///< a prepared statement whose values are bound
    /** Runs a script of statements, each ended by ";" at the end of a line. */
    Result<Done> runScript(const QString &script) const;
    Result<QVariant> single(const QString &sql) const; ///< first column of the first row; null when there is none

    QSqlDatabase connection() const { return QSqlDatabase::database(m_name, false); }

private:
    explicit Database(QString name)
        : m_name(std::move(name))
    {
    }
    QString m_name;
};

/** SQLite's own connection, for what Qt does not hand on; null when the driver is not SQLite's. */
sqlite3 *handleOf(const Database &database);

/** What an SQL error means to a user; "disk is full" and "in use" are told apart by SQLite's result code. */
Problem problemOf(const QSqlError &error);

} // namespace Handrail
