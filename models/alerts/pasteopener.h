// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace Handrail {

/** Takes envelopes off until a format knows what is inside. Made for one paste: it counts how deep it went. */
class PasteOpener
{
public:
    using Formats = std::vector<std::unique_ptr<AlertFormat>>;

    /** With @p only, that format alone is asked, and its own judgement of what is its own does not count. */
    explicit PasteOpener(const Formats &formats, const QString &only = {});

    ParsedAlerts read(const QString &text);

private:
    enum class Guessing { Allowed, Forbidden };

    ParsedAlerts readText(const PastedText &paste, Guessing guessing);
    ParsedAlerts readInside(const PastedText &paste, Guessing guessing);
    ParsedAlerts readDocuments(const QList<QJsonValue> &documents, Guessing guessing);
    ParsedAlerts readJson(const QJsonValue &json, const QString &subject, Guessing guessing);
    ParsedAlerts readObject(const QJsonObject &object, const QString &subject, Guessing guessing);
    ParsedAlerts readArray(const QJsonValue &array, const QString &subject, Guessing guessing);
    bool isAsked(const AlertFormat &format, const PastedText &paste, Guessing guessing) const;
    ParsedAlerts askFormats(const PastedText &paste, Guessing guessing) const;

    const Formats &m_formats;
    const QString m_only;
    int m_depth = 0;
};

} // namespace Handrail
