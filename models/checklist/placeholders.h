// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"

#include <QHash>
#include <QList>
#include <QString>

namespace Handrail {

/** A place in a command that somebody has to fill: <name>, $NAME, ${NAME}, [NAME], {{ name }}. */
struct Placeholder
{
    QString name; ///< without its marks: "pod-name"
    QList<TextSpan> spans; ///< where it stands in the command, marks included

    bool operator==(const Placeholder &) const = default;
};

/** A value on its way into a command, and where it came from. */
struct ParameterValue
{
    enum class Origin {
        Missing, ///< nobody knows it: to be typed
        Alert, ///< a label of the alert
        Typed, ///< the user typed it in this incident
        Refused ///< the alert has one, but with characters that are not safe in a command: to be typed
    };

    QString name; ///< the placeholder's
    QString value; ///< for Refused the alert's text, to be shown and never filled in
    Origin origin = Origin::Missing;
    QString source; ///< the label's name for Alert and Refused

    bool operator==(const ParameterValue &) const = default;
};

/** A command with its values in place, and where in the text they stand. */
struct FilledCommand
{
    QString text; ///< placeholders without a value are left as written
    QList<TextSpan> filled; ///< the spans of @c text that were filled in
    QList<TextSpan> open; ///< the spans of @c text that still are placeholders
    QList<ParameterValue> parameters;

    bool isComplete() const { return open.isEmpty(); }
    bool operator==(const FilledCommand &) const = default;
};

/** What commands are filled with: the alert's labels by name, and what the user typed earlier in this incident. */
struct KnownValues
{
    QHash<QString, QString> labels;
    QHash<QString, QString> typed; ///< by placeholder name in lower case with "-" for "_" and blanks

    bool operator==(const KnownValues &) const = default;
};

QList<Placeholder> placeholdersOf(const QString &command, const QString &language);
/** The form in which placeholder names and label names are compared: "POD_NAME" and "pod-name" are one. */
QString placeholderKey(const QString &name);
FilledCommand fill(const QString &command, const QString &language, const KnownValues &values);

/** Whether a value from an alert may enter a command: ^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,252}$, safe in every shell context. */
bool isSafeValue(QStringView value);

} // namespace Handrail
