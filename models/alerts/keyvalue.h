// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Handrail {

/** One fact of a line of text. */
struct KeyValue
{
    QString key;
    QString value;

    bool operator==(const KeyValue &) const = default;
};

/** "Key: value", "key = value", "- key: value"; nothing for sentences and addresses. */
std::optional<KeyValue> keyValueIn(const QString &line);

/** logfmt: three or more key=value on one line, or two and nothing else. */
QList<KeyValue> logfmtIn(const QString &line);

} // namespace Handrail
