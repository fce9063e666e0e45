// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

namespace Handrail {

/** What a time without a zone means: nothing certain, or UTC where the sender's documentation says so. */
enum class Zoneless { Unknown, Utc };

/**
 * The instant a text names, in UTC; not valid when it names none. Understands ISO 8601 and its relatives, mail and ctime dates,
 * Go's and Zabbix's, and epoch numbers, whose unit is judged by their size. The year 1 and zero mean "no time".
 */
QDateTime timeFromText(QStringView text, Zoneless zoneless = Zoneless::Unknown);

/** The same for a JSON member, which may be a number. */
QDateTime timeFromJson(const QJsonValue &value, Zoneless zoneless = Zoneless::Unknown);

} // namespace Handrail
