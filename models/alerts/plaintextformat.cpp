// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/plaintextformat.h"

#include "alerts/alerttext.h"
#include "alerts/runningtext.h"

namespace Handrail {

using namespace Qt::StringLiterals;

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
    ParsedAlerts parsed = readAlertText(paste);
    if (parsed.alerts.size() > 1)
        parsed.alerts.resize(1); // without a known form nothing says where the next one begins
    return parsed;
}

} // namespace Handrail
