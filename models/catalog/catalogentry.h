// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"
#include "catalog/catalogclaim.h"
#include "markdown/yamltree.h"

namespace Handrail {

/** Collects what one entry of a catalogue file says, each fact with its line, and what could not be read of it. */
class CatalogEntry
{
public:
    using Fact = CatalogClaim::Fact;

    CatalogEntry(const QString &file, CatalogKind kind);

    void add(Fact fact, const QString &value, int line, const QString &title = {}); ///< nothing when @p value is empty
    /** A text, a list of texts, or maps with a "name": many authors write either. Anything else is a problem. */
    void add(Fact fact, const YamlNode &value);
    /** A list of {type, url, name|title}: runbooks, dashboards and chat rooms; links to anything else are passed over. */
    void addLinks(const YamlNode &list);
    /** A list of {type, contact, name}. */
    void addContacts(const YamlNode &list);
    void say(const QString &problem, int line);

    const QList<CatalogClaim> &claims() const { return m_claims; }
    const QList<Problem> &problems() const { return m_problems; }

private:
    bool isList(const YamlNode &node);

    QString m_file;
    CatalogKind m_kind;
    QList<CatalogClaim> m_claims;
    QList<Problem> m_problems;
};

/** The name in a reference to an entity: "group:default/team-a", "default/team-a" and "team-a" all name team-a. */
QString nameOfReference(const QString &reference);
QStringList namesOfReferences(const QStringList &references);

} // namespace Handrail
