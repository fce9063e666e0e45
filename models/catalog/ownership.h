// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/oncall.h"

#include <QString>
#include <QStringList>

namespace Handrail {

class Catalog;
struct Service;

/** Whom something belongs to, and why Handrail says so. */
struct Ownership
{
    enum class Concerns { Unknown, Mine, MyDependency, Others };

    QString service; ///< the catalogue's name for it, else the alert's own word
    QString owner; ///< empty when nobody is named
    QString contact;
    OnCall onCall; ///< the owner's; without a person when nobody is known to be
    QString reason; ///< neutral English: "handrail.yaml line 14 names payments as owner"
    Concerns concerns = Concerns::Unknown;
    QString throughService; ///< for MyDependency: which of my services needs it
    QString mineElsewhere; ///< for Unknown: the team of mine that a source names which is not believed

    bool operator==(const Ownership &) const = default;
};

QString toString(Ownership::Concerns concerns); ///< mine|my-dependency|others|unknown

/** The owners of a service, and why. */
struct NamedOwners
{
    QStringList owners; ///< several own it together; empty when nobody is named
    QString reason;
    QStringList others {}; ///< whom other sources name

    bool operator==(const NamedOwners &) const = default;
};

/** The owners that the believed source names, else those of the system it is a part of; other sources are in the reason. */
NamedOwners namedOwners(const Service &service, const Catalog &catalog);
/** The first of @p owners that is one of @p teams, however each is written; empty when none is. */
QString firstOneOf(const QStringList &owners, const QStringList &teams);

} // namespace Handrail
