// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/plaintextformat.h"

#include "alerts/alertblocks.h"
#include "alerts/alerttext.h"
#include "alerts/runningtext.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

ParsedAlerts readBlock(const QString &text)
{
    PastedText block;
    block.text = text;
    return readAlertText(block);
}

/** A message that was sent or copied twice is one alert. */
void addFirst(ParsedAlerts &into, const ParsedAlerts &from)
{
    if (!from.alerts.isEmpty() && !into.alerts.contains(from.alerts.first()))
        into.alerts.append(from.alerts.first());
}

} // namespace

QString PlainTextFormat::name() const
{
    return u"text"_s;
}

QString PlainTextFormat::title() const
{
    return u"Text"_s;
}

bool PlainTextFormat::looksLikeMine(const PastedText &paste) const
{
    return paste.json.isUndefined() && (!isWebPage(paste.text) || !paste.subject.isEmpty());
}

ParsedAlerts PlainTextFormat::parse(const PastedText &paste) const
{
    const QStringList blocks = alertBlocks(paste.text);
    ParsedAlerts parsed;
    if (blocks.size() > 1) {
        for (const QString &block : blocks)
            addFirst(parsed, readBlock(block));
    }
    if (parsed.alerts.size() > 1)
        return parsed;
    ParsedAlerts whole = readAlertText(paste);
    if (whole.alerts.size() > 1)
        whole.alerts.resize(1); // without a known form nothing says where the next one begins
    return whole;
}

} // namespace Handrail
