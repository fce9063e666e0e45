// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alert.h"

#include "alerts/words.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

Labels::Labels(std::initializer_list<Pair> pairs)
{
    for (const Pair &pair : pairs)
        insert(pair.first, pair.second);
}

bool Labels::contains(const QString &name) const
{
    return m_names.contains(name);
}

QString Labels::value(const QString &name) const
{
    const auto found = std::find_if(begin(), end(), [&](const Pair &pair) { return pair.first == name; });
    return found == end() ? QString() : found->second;
}

void Labels::insert(const QString &name, const QString &value)
{
    if (contains(name))
        return;
    m_names.insert(name);
    m_pairs.append({ name, value });
}

void Labels::set(const QString &name, const QString &value)
{
    if (!contains(name))
        return insert(name, value);
    const auto found = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const Pair &pair) { return pair.first == name; });
    found->second = value;
}

void Labels::remove(const QString &name)
{
    if (m_names.remove(name))
        m_pairs.removeIf([&](const Pair &pair) { return pair.first == name; });
}

QString toString(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return u"critical"_s;
    case Severity::High:
        return u"high"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Info:
        return u"info"_s;
    case Severity::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString toString(AlertStatus status)
{
    switch (status) {
    case AlertStatus::Firing:
        return u"firing"_s;
    case AlertStatus::Resolved:
        return u"resolved"_s;
    case AlertStatus::Acknowledged:
        return u"acknowledged"_s;
    case AlertStatus::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString titleOf(const Alert &alert)
{
    if (!alert.name.isEmpty())
        return alert.name;
    for (const QString &key : { u"summary"_s, u"title"_s, u"message"_s, u"description"_s }) {
        const QString firstLine = alert.annotations.value(key).section(u'\n', 0, 0).trimmed();
        if (!firstLine.isEmpty())
            return firstLine;
    }
    if (alert.labels.isEmpty())
        return {};
    return alert.labels.begin()->first + u'=' + alert.labels.begin()->second;
}

} // namespace Handrail
