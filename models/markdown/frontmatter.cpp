// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatter.h"

#include "markdown/yamltree.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr YamlLimits limits { 64 * 1024, 32 };

/** Maps, lists and strings; of a key written twice nothing is left to guess, since such a file is refused. */
QVariant valueOf(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Map: {
        QVariantMap map;
        for (qsizetype i = 0; i < node.keys.size(); ++i)
            map.insert(node.keys.at(i), valueOf(node.children.at(i)));
        return map;
    }
    case YamlNode::Kind::List: {
        QVariantList list;
        for (const YamlNode &child : node.children)
            list.append(valueOf(child));
        return list;
    }
    case YamlNode::Kind::Null:
        return QString();
    case YamlNode::Kind::Scalar:
        break;
    }
    return node.text;
}

Problem notRead(const QString &why, int line)
{
    return { Problem::Severity::Warning,
             u"The front matter was not read. %1 The text below it is shown."_s.arg(why), line };
}

/** Index of the closing line, or -1. */
qsizetype closingLine(const QStringList &lines)
{
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringView line = QStringView(lines[i]).trimmed();
        if ((line == u"---" || line == u"...") && lines[i].startsWith(line))
            return i;
    }
    return -1;
}

} // namespace

FrontMatter readFrontMatter(const QStringList &lines, QList<Problem> &problems)
{
    if (lines.isEmpty() || QStringView(lines.first()).trimmed() != u"---" || !lines.first().startsWith(u'-'))
        return {};
    const qsizetype closing = closingLine(lines);
    if (closing < 0) {
        if (lines.size() > 1 && lines[1].contains(u':'))
            problems.append(notRead(u"It has no closing line of three dashes."_s, 1));
        return {};
    }
    const QByteArray text = lines.mid(1, closing - 1).join(u'\n').toUtf8();
    const int lastLine = int(closing) + 1;
    if (text.size() > limits.bytes) {
        problems.append(notRead(u"It is larger than 64 KB."_s, 1));
        return { {}, lastLine };
    }
    const YamlDocuments yaml = readYaml(text, limits);
    if (!yaml.problems.isEmpty()) {
        const Problem &first = yaml.problems.first();
        problems.append(notRead(first.text, first.line + 1)); // the YAML begins on line 2
        return { {}, lastLine };
    }
    const YamlNode root = yaml.documents.value(0);
    if (root.kind == YamlNode::Kind::Map)
        return { valueOf(root).toMap(), lastLine };
    return { {}, text.trimmed().isEmpty() ? lastLine : 0 };
}

} // namespace Handrail
