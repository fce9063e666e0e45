// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"

namespace Handrail {

/** An alert that a row of a table is about. */
struct TableAlert
{
    QString name; ///< as written
    QStringList links; ///< to what its row says is done about it, as written: on the name, else in a column of runbooks

    bool operator==(const TableAlert &) const = default;
};

/**
 * The alerts that the tables in @p block list. A table's head has to say that it does: settings, metrics and error codes are called
 * like alerts, and a log of what happened names them. A name of a single word, "Error" or "disk", is left out.
 */
QList<TableAlert> alertsOfTables(const Block &block);

} // namespace Handrail
