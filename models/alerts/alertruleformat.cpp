// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertruleformat.h"

#include "alerts/alertcompletion.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &ruleHead()
{
    static const QRegularExpression head(u"^\\s*(?:-\\s+)?alert:\\s*['\"]?([\\w:.-]+)['\"]?\\s*$"_s);
    return head;
}

/** Labels of the rule that @p lines begins, as far as they are plain scalars. */
Labels labelsBelow(const QStringList &lines, qsizetype from)
{
    static const QRegularExpression scalar(
        u"^(\\s*)([A-Za-z_][\\w.-]*):\\s*['\"]?([^'\"#{}]+?)['\"]?\\s*$"_s);
    Labels labels;
    qsizetype depth = -1;
    for (qsizetype i = from; i < lines.size() && !ruleHead().match(lines.at(i)).hasMatch(); ++i) {
        const QString &line = lines.at(i);
        const qsizetype indent = line.size() - QStringView(line).trimmed().size();
        if (line.trimmed() == u"labels:") {
            depth = line.indexOf(u"labels:"_s);
        } else if (depth >= 0) {
            const auto match = scalar.match(line);
            if (match.hasMatch() && match.capturedLength(1) > depth)
                labels.insert(match.captured(2), match.captured(3));
            else if (indent <= depth)
                depth = -1;
        }
    }
    return labels;
}

} // namespace

QString AlertRuleFormat::name() const
{
    return u"alert-rule"_s;
}

QString AlertRuleFormat::title() const
{
    return u"Alerting rule"_s;
}

bool AlertRuleFormat::looksLikeMine(const PastedText &paste) const
{
    static const QRegularExpression marks(u"^\\s*(?:-\\s+)?alert:\\s*\\S+\\s*$[\\s\\S]*^\\s*expr:"_s,
                                          QRegularExpression::MultilineOption);
    return paste.text.contains(u"expr:"_s) && marks.match(paste.text).hasMatch();
}

ParsedAlerts AlertRuleFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    const QStringList lines = paste.text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = ruleHead().match(lines.at(i));
        if (!match.hasMatch())
            continue;
        Alert alert;
        alert.name = match.captured(1);
        alert.labels = labelsBelow(lines, i + 1);
        completeFromLabels(alert);
        parsed.alerts.append(alert);
    }
    parsed.problems.append(
        { Problem::Severity::Warning,
          u"This is an alerting rule, not an alert: nothing says that it has fired. Check it before you start."_s,
          0 });
    return parsed;
}

} // namespace Handrail
