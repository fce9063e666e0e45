// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Handrail {

/** What stands behind the opening of a fence: a language, and attributes in either of Runme's two styles. */
struct FenceInfo
{
    QString language; ///< lower case
    QHash<QString, QString> attributes;

    bool operator==(const FenceInfo &) const = default;
};

/** Reads `sh {"name":"logs"}`, `sh { name=logs risk=read expect="2 pods" }` and `{.sh}`; what it does not know it leaves out. */
FenceInfo readFenceInfo(const QString &info);

} // namespace Handrail
