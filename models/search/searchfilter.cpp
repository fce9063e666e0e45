// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/searchfilter.h"

#include "search/runbookindex.h"

#include <algorithm>

namespace Handrail {

using Field = SearchFilter::Field;

namespace {

QStringList valuesOf(const RunbookEntry &runbook, Field field)
{
    switch (field) {
    case Field::Service:
        return runbook.services;
    case Field::Owner:
        return runbook.owners;
    case Field::Tag:
        return runbook.tags;
    case Field::Path:
        return { runbook.ref.path };
    case Field::Alert:
        return runbook.alerts;
    }
    return {};
}

} // namespace

std::optional<Field> filterField(QStringView word)
{
    static const std::pair<QStringView, Field> names[] = {
        { u"service", Field::Service }, { u"owner", Field::Owner }, { u"tag", Field::Tag },
        { u"path", Field::Path },       { u"alert", Field::Alert },
    };
    for (const auto &[name, field] : names) {
        if (word.compare(name, Qt::CaseInsensitive) == 0)
            return field;
    }
    return std::nullopt;
}

bool fits(const RunbookEntry &runbook, const QList<SearchFilter> &filters)
{
    return std::all_of(filters.begin(), filters.end(), [&runbook](const SearchFilter &filter) {
        if (filter.value.isEmpty())
            return true;
        const QStringList values = valuesOf(runbook, filter.field);
        const bool isThere = std::any_of(values.begin(), values.end(), [&filter](const QString &value) {
            return value.contains(filter.value, Qt::CaseInsensitive);
        });
        return isThere != filter.isExcluding;
    });
}

} // namespace Handrail
