// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Handrail {

/** A YAML value with the line it stands on. Scalars are text, as written: "2 years" and 2 alike. */
struct YamlNode
{
    enum class Kind { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    int line = 0; ///< 1-based
    QString text; ///< Scalar
    QStringList keys; ///< Map: the name of each child
    QList<YamlNode> children; ///< List, Map

    /** The value that a map has under @p name; a Null node when it has none. */
    const YamlNode &field(const QString &name) const;
    /** A scalar's text, or the texts of a list's scalars: many authors write either. */
    QStringList texts() const;

    bool operator==(const YamlNode &) const = default;
};

struct YamlLimits
{
    qsizetype bytes = 1024 * 1024;
    int depth = 32;
};

/** What could be read of a YAML file: its documents up to the first problem. */
struct YamlDocuments
{
    QList<YamlNode> documents;
    YamlNode beginning; ///< of the document in which reading stopped: what of a map of lists was whole; else a Null node
    QList<Problem> problems;
};

/**
 * Reads plain data only: anchors, aliases and tags are refused, and what is over @p limits is not read at all. Control characters,
 * bytes that are no text and keys written twice are named and the rest is read. Never throws.
 */
YamlDocuments readYaml(const QByteArray &bytes, const YamlLimits &limits);

} // namespace Handrail
