// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/catalogfiles.h"

#include <QStringList>

namespace Handrail {

using namespace Qt::StringLiterals;

bool isCatalogFile(const QString &path)
{
    static const QStringList names { u"handrail.yaml"_s,         u"handrail.yml"_s,         u"catalog-info.yaml"_s,
                                     u"catalog-info.yml"_s,      u"service.datadog.yaml"_s, u"service.datadog.yml"_s,
                                     u"entity.datadog.yaml"_s,   u"entity.datadog.yml"_s,   u"service-catalog.yml"_s,
                                     u"service-catalog.yaml"_s,  u"service_catalog.yml"_s,  u"service_catalog.yaml"_s,
                                     u"services.yml"_s,          u"services.yaml"_s,        u"teams.yml"_s,
                                     u"teams.yaml"_s,            u"CODEOWNERS"_s };
    const QString folder = path.section(u'/', -2, -2);
    if (isCalendarFile(path))
        return !isCatalogFolder(folder);
    return names.contains(path.section(u'/', -1)) && (!isCatalogFolder(folder) || path.endsWith(u"CODEOWNERS"));
}

bool isCalendarFile(const QString &path)
{
    return path.endsWith(u".ics"_s, Qt::CaseInsensitive);
}

int largestCatalogFile(const QString &path)
{
    return isCalendarFile(path) ? 4 : 1;
}

bool isCatalogFolder(const QString &folderName)
{
    return folderName == u".github" || folderName == u".gitlab";
}

} // namespace Handrail
