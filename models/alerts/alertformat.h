// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <QJsonValue>
#include <QString>

namespace Handrail {

/** A pasted text on its way through the formats: envelopes are taken off and JSON is read once, before anyone is asked. */
struct PastedText
{
    QString text; ///< what is to be read: the inside of any envelope
    QString subject; ///< of the mail or message it came in
    QJsonValue json = QJsonValue::Undefined; ///< undefined when the text is no JSON
    QList<Problem> problems; ///< what was repaired or unwrapped on the way
};

/**
 * Reads one alert format. Stateless, so that one instance serves every thread. A new format is a new file, registered once in
 * AlertReader.
 */
class AlertFormat
{
public:
    virtual ~AlertFormat() = default;
    virtual QString name() const = 0; ///< stable; the command line's "format"
    virtual QString title() const = 0; ///< as people call it: "Alertmanager webhook"
    virtual QString source() const { return {}; } ///< who sends it, for alerts that do not say; empty when anybody may
    virtual bool looksLikeMine(const PastedText &paste) const = 0; ///< decides on a set of keys or a grammar's head; fast
    virtual ParsedAlerts parse(const PastedText &paste) const = 0; ///< alerts and problems; both may be filled
};

} // namespace Handrail
