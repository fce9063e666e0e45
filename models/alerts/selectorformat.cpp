// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/selectorformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSelectors = 2000;
constexpr qsizetype longestSelector = 8192;

/** One selector or sample; "end" is where it stops. */
struct Selector
{
    Alert alert;
    QString metric;
    bool isSample = false; ///< a value follows: a series, not a filter
    bool isInexact = false; ///< has matchers that name no value
    qsizetype end = 0;
};

QString unescaped(QString value)
{
    return value.replace(u"\\\""_s, u"\""_s).replace(u"\\n"_s, u"\n"_s).replace(u"\\\\"_s, u"\\"_s);
}

/**
 * One selector's text: to the end of the line its bracket closes on. A pattern checks all of the text it is given, so it is given
 * no more than it needs.
 */
QString pieceAt(const QString &text, qsizetype from)
{
    bool quoted = false;
    const qsizetype limit = std::min(text.size(), from + longestSelector);
    for (qsizetype at = from; at < limit; ++at) {
        const QChar c = text.at(at);
        if (c == u'\\' && quoted)
            ++at;
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u'}' && !quoted) {
            const qsizetype lineEnd = text.indexOf(u'\n', at);
            return text.sliced(from, std::min(lineEnd < 0 ? text.size() : lineEnd + 1, limit) - from);
        }
    }
    return {};
}

/** The selector at @p from, which may follow blanks and line ends; nothing when something else stands there. */
std::optional<Selector> selectorAt(const QString &whole, qsizetype from)
{
    const QString text = pieceAt(whole, from);
    static const auto anchored = QRegularExpression::AnchorAtOffsetMatchOption;
    static const QRegularExpression opening(u"\\s*([A-Za-z_:][\\w:]*)?\\{"_s);
    static const QRegularExpression matcher(
        u"\\s*(?:\"([^\"\\n]+)\"|([A-Za-z_:][\\w:.]*))\\s*(=~|!~|!=|=)\\s*"
        u"(?:\"((?:[^\"\\\\\\n]|\\\\.)*)\"|([^\\s{}!=~,\\\\\"'`]+))\\s*(,?)"_s);
    static const QRegularExpression closing(
        u"\\s*\\}(?:[ \\t]*(?:=>[ \\t]*)?([-+]?(?:[0-9.]+(?:e[-+]?\\d+)?|NaN|Inf))"
        u"(?:[ \\t]*@?[ \\t]*\\[?[0-9.]+\\]?)?)?[ \\t]*(?:\\r?\\n|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto head = opening.match(text, 0, QRegularExpression::NormalMatch, anchored);
    if (!head.hasMatch())
        return std::nullopt;
    Selector selector;
    selector.metric = head.captured(1);
    qsizetype at = head.capturedEnd();
    bool more = true;
    bool any = false;
    while (more) {
        const auto match = matcher.match(text, at, QRegularExpression::NormalMatch, anchored);
        if (!match.hasMatch())
            break;
        any = true;
        const QString label = match.captured(1) + match.captured(2);
        const QString value = match.captured(5) + unescaped(match.captured(4));
        if (match.captured(3) == u"=" && !isNoValue(value))
            selector.alert.labels.insert(label, value);
        selector.isInexact = selector.isInexact || match.captured(3) != u"=";
        more = !match.captured(6).isEmpty();
        at = match.capturedEnd();
    }
    const auto tail = closing.match(text, at, QRegularExpression::NormalMatch, anchored);
    if (!any || !tail.hasMatch())
        return std::nullopt;
    selector.isSample = !tail.captured(1).isEmpty();
    selector.end = from + tail.capturedEnd();
    return selector;
}

/** All of @p text as selectors; empty when it is anything else. */
QList<Selector> selectorsIn(const QString &text)
{
    QList<Selector> selectors;
    const QString trimmed = text.trimmed();
    if (!trimmed.contains(u'{') || !trimmed.contains(u'='))
        return {};
    qsizetype at = 0;
    while (at < trimmed.size() && selectors.size() < mostSelectors) {
        auto selector = selectorAt(trimmed, at);
        if (!selector)
            return {};
        at = selector->end;
        selectors.append(std::move(*selector));
    }
    return selectors;
}

void complete(Alert &alert, const QString &metric)
{
    const bool isState = metric == u"ALERTS" || metric == u"ALERTS_FOR_STATE";
    alert.name = alert.labels.value(u"alertname"_s);
    if (alert.name.isEmpty())
        alert.name = isState ? QString() : metric;
    if (isState) {
        alert.source = u"Prometheus"_s;
        alert.status = statusFromWord(alert.labels.value(u"alertstate"_s));
        alert.labels.remove(u"alertstate"_s);
    }
    completeFromLabels(alert);
}

} // namespace

QString SelectorFormat::name() const
{
    return u"selector"_s;
}

QString SelectorFormat::title() const
{
    return u"Labels or a selector"_s;
}

bool SelectorFormat::looksLikeMine(const PastedText &paste) const
{
    return paste.json.isUndefined() && selectorAt(paste.text, 0) && !selectorsIn(paste.text).isEmpty();
}

ParsedAlerts SelectorFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    bool isFilter = false;
    bool isInexact = false;
    for (Selector &selector : selectorsIn(paste.text)) {
        complete(selector.alert, selector.metric);
        isFilter = isFilter || (!selector.isSample && selector.alert.status == AlertStatus::Unknown);
        isInexact = isInexact || selector.isInexact;
        if (!parsed.alerts.contains(selector.alert))
            parsed.alerts.append(selector.alert);
    }
    if (isFilter)
        parsed.problems.append(
            { Problem::Severity::Note, u"These are labels: nothing says that an alert with them fires."_s, 0 });
    if (isInexact)
        parsed.problems.append(
            { Problem::Severity::Note, u"Matchers with !=, =~ or !~ name no value and were left out."_s, 0 });
    return parsed;
}

} // namespace Handrail
