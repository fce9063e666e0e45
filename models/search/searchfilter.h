// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Handrail {

struct RunbookEntry;

/** What a runbook itself must be like, whatever it says: "owner:payments". A part of the value is enough, in any case of letters. */
struct SearchFilter
{
    enum class Field { Service, Owner, Tag, Path, Alert };

    Field field = Field::Path;
    QString value; ///< empty while it is still to be typed: every runbook fits
    bool isExcluding = false; ///< "-owner:payments"

    bool operator==(const SearchFilter &) const = default;
};

/** The field that @p word stands for: service, owner, tag, path, alert. */
std::optional<SearchFilter::Field> filterField(QStringView word);

/** Whether @p runbook is as all of @p filters want it. */
bool fits(const RunbookEntry &runbook, const QList<SearchFilter> &filters);

} // namespace Handrail
