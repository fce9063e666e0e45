// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertformat.h"

#include <QJsonObject>

#include <optional>

namespace Handrail {

/** What was inside something that only carries alerts: a queue's record, a chat message, a request. */
struct OpenedEnvelope
{
    QString format; ///< of the envelope, for when nothing is in it
    QList<PastedText> inside;
    QList<Problem> problems;
};

/** Opens notifications of SNS and SQS, messages for Slack, Teams, Discord and their like, and dumps of HTTP requests. */
std::optional<OpenedEnvelope> openEnvelope(const QJsonObject &object);

/** Members that may hold a whole payload, as text or as an object; for senders that wrap what they pass on. */
QList<QJsonValue> wrappedPayloads(const QJsonObject &object);

/** The JSON documents in @p text, whole or between other words. */
struct JsonDocuments
{
    QList<QJsonValue> values;
    QList<Problem> problems;
    bool isAll = false; ///< nothing but JSON was there
};
JsonDocuments findJson(const QString &text);

/** The insides of code fences; empty when there are none. */
QStringList fencedTexts(const QString &text);

/** The values of a form-encoded body that hold JSON; with none, the form itself as JSON. */
QStringList formValues(const QString &text);

} // namespace Handrail
