// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace Handrail {

/** Reads alerts out of whatever was pasted: takes envelopes off, asks the formats in order, keeps the text as the last resort. */
class AlertReader
{
public:
    /** More than this is no alert; the caller offers to cut it. In UTF-16 units. */
    static constexpr qsizetype maximumLength = 1024 * 1024;

    AlertReader(); ///< with every format Handrail knows
    ~AlertReader();

    ParsedAlerts read(const QString &pasted) const;
    /** The same when a person says which format it is; with a problem and no alerts when that finds none. */
    ParsedAlerts readAs(const QString &format, const QString &pasted) const;

    struct FormatName
    {
        QString name;
        QString title;
    };
    QList<FormatName> formats() const; ///< by title
    /** Title of the format with this name, for people. */
    QString formatTitle(const QString &name) const;

private:
    std::vector<std::unique_ptr<AlertFormat>> m_formats;
};

} // namespace Handrail
