// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

namespace Handrail {

/** What a runbook belongs to, and why Handrail says so. */
struct RunbookTie
{
    enum class By { Nothing, FrontMatter, Catalog, CodeOwners, Service, Folder, FileName };

    QStringList names; ///< services or owners; empty with a reason: somebody says that there are none
    By by = By::Nothing;
    QString reason; ///< neutral English; empty for Nothing

    bool operator==(const RunbookTie &) const = default;
};

QString toString(RunbookTie::By by); ///< nothing|front-matter|catalog|code-owners|service|folder|file-name

/**
 * The services of @p runbook: those its front matter names (@p declared), as the catalogue calls them; else those whose catalogue
 * entry links to it; else, as the last resort, the service that its nearest folder or its file name is called after.
 */
RunbookTie servicesOfRunbook(const RunbookRef &runbook, const QStringList &declared, const Catalog &catalog);

/**
 * The owners of @p runbook: those its front matter names (@p declared); else what CODEOWNERS says, also that nobody shall own
 * it; else the owners of its services.
 */
RunbookTie ownersOfRunbook(const RunbookRef &runbook, const QStringList &declared, const QStringList &services,
                           const Catalog &catalog);

} // namespace Handrail
