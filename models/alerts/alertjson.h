// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <QJsonObject>

namespace Handrail {

/** ALERT of the command line's contract: what is not known is null. Times are UTC ISO-8601 with Z. */
QJsonObject toJson(const Alert &alert);
/** The other way round; takes any subset of the fields, as in the cases of `match --batch`. */
Alert alertFromJson(const QJsonObject &object);

/** {"format","alerts","problems","text"} of the command line's contract. */
QJsonObject toJson(const ParsedAlerts &parsed);

} // namespace Handrail
