// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace Handrail {

/** Whether this is JSON for a chat: Slack, Teams, Discord, DingTalk and what is compatible with them. */
bool isChatMessage(const QJsonObject &object);

/** What people see of it, one paragraph per line; fields and facts become "name: value". */
QString chatMessageText(const QJsonObject &object);

} // namespace Handrail
