// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/amtoolformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/alerttimes.h"
#include "alerts/texttable.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Labels as the extended table prints them: name="value" name="value". */
Labels quotedPairs(const QString &text)
{
    static const QRegularExpression pair(u"([\\w.:-]+)=\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    Labels labels;
    for (auto matches = pair.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        labels.insert(match.captured(1), match.captured(2).replace(u"\\\""_s, u"\""_s));
    }
    return labels;
}

Alert readRow(const TextTable &table, int row)
{
    Alert alert;
    alert.labels = quotedPairs(table.cell(row, u"Labels"_s));
    alert.annotations = quotedPairs(table.cell(row, u"Annotations"_s));
    alert.name = table.cell(row, u"Alertname"_s);
    alert.startsAt = timeFromText(table.cell(row, u"Starts At"_s));
    const QString state = table.cell(row, u"State"_s);
    alert.status = state.isEmpty() ? AlertStatus::Firing
                                   : statusFromWord(state); // it lists active alerts unless asked otherwise
    if (const QString summary = table.cell(row, u"Summary"_s); !summary.isEmpty())
        alert.annotations.insert(u"summary"_s, summary);
    addLink(alert, table.cell(row, u"Generator URL"_s));
    completeFromLabels(alert);
    return alert;
}

} // namespace

QString AmtoolFormat::name() const
{
    return u"amtool"_s;
}

QString AmtoolFormat::title() const
{
    return u"amtool table"_s;
}

QString AmtoolFormat::source() const
{
    return u"Alertmanager"_s;
}

bool AmtoolFormat::looksLikeMine(const PastedText &paste) const
{
    static const QRegularExpression head(
        u"^\\s*(?:Alertname\\s{2,}Starts At\\s{2,}|Labels\\s{2,}Annotations\\s{2,}Starts At)"_s,
        QRegularExpression::MultilineOption);
    return head.match(paste.text).hasMatch();
}

ParsedAlerts AmtoolFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    const TextTable table(paste.text, { u"Starts At"_s });
    for (int row = 0; row < table.rowCount(); ++row) {
        Alert alert = readRow(table, row);
        if (!alert.name.isEmpty() || !alert.labels.isEmpty())
            parsed.alerts.append(std::move(alert));
    }
    return parsed;
}

} // namespace Handrail
