// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"
#include "alerts/alerttimes.h"

#include <QJsonObject>

namespace Handrail {

/** Where a sender's JSON keeps what we look for: paths as memberAt() takes them, the first that has a value counts. */
struct FieldPaths
{
    QStringList name;
    QStringList severity;
    QStringList status;
    QStringList startsAt;
    QStringList endsAt;
    QStringList service;
    QStringList fingerprint;
    QStringList links; ///< all of them; arrays of addresses or of {href|url} too
    QStringList runbook;
    QStringList labels; ///< all of them, see labelsIn(); "" is the whole object
    QStringList annotations; ///< texts of some length, kept under the last part of their path
    Zoneless zoneless = Zoneless::Unknown;
};

/** A JSON format that is known by its keys and read by paths; what paths cannot say is left to adjust. */
struct FieldsRecipe
{
    using IsMine = bool (*)(const QJsonObject &object);
    /** Corrects what was read; false when it is no alert after all. */
    using Adjust = bool (*)(Alert &alert, const QJsonObject &object);

    QString name;
    QString title;
    QString source; ///< see AlertFormat::source()
    IsMine isMine = nullptr;
    FieldPaths paths;
    QString each; ///< path of an array whose elements are one alert each; empty when the object is one alert
    bool firingUnlessSaid = false; ///< the sender writes only when something is wrong
    Adjust adjust = nullptr;
};

class FieldsFormat : public AlertFormat
{
public:
    explicit FieldsFormat(FieldsRecipe recipe);

    QString name() const override;
    QString title() const override;
    QString source() const override;
    bool looksLikeMine(const PastedText &paste) const override;
    ParsedAlerts parse(const PastedText &paste) const override;

private:
    void readOne(const QJsonObject &object, ParsedAlerts &into) const;

    FieldsRecipe m_recipe;
};

/** What @p paths find in @p object. */
Alert readFields(const QJsonObject &object, const FieldPaths &paths);

/** The scalars of @p value that identify something: no addresses, secrets or sentences. */
Labels factsIn(const QJsonValue &value);

} // namespace Handrail
