// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/yamltree.h"

#include "base/filetext.h"

#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Stops the parser: yaml-cpp knows no other way out of its events. Never leaves readYaml(). */
struct Refusal
{
    QString text;
    int line;
};

int lineOf(const YAML::Mark &mark)
{
    return mark.line + 1;
}

QString aliasRefused()
{
    return u"YAML aliases (*name) are not read; write the value out."_s;
}

/**
 * Why the parser gave up. An alias without an anchor never reaches OnAlias(), and yaml-cpp 0.7 and 0.8 word it
 * differently; the writer of the file gets the one sentence for every alias.
 */
QString whyUnreadable(const YAML::Exception &error)
{
    if (error.msg.starts_with("the referenced anchor is not defined"))
        return aliasRefused();
    return u"The YAML could not be read: %1."_s.arg(QString::fromStdString(error.msg));
}

/** Builds the tree from the parser's events, so that an alias is refused before anything is expanded. */
class TreeBuilder : public YAML::EventHandler
{
public:
    explicit TreeBuilder(int maximumDepth)
        : m_maximumDepth(maximumDepth)
    {
    }

    YamlNode takeDocument() { return std::exchange(m_document, {}); }
    /** Of the document that could not be read to its end: the whole entries of its lists, never half an entry. */
    YamlNode takeBeginning()
    {
        if (m_open.isEmpty() || m_open.first().node.kind != YamlNode::Kind::Map)
            return {};
        Open &root = m_open.first();
        if (m_open.size() > 1 && m_open.at(1).node.kind == YamlNode::Kind::List && root.key) {
            root.node.keys.append(*root.key);
            root.node.children.append(m_open.at(1).node);
        }
        return root.node.children.isEmpty() ? YamlNode() : root.node;
    }
    QList<Problem> takeProblems() { return std::exchange(m_problems, {}); }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        // yaml-cpp takes a comma outside of brackets for an empty document, and stays there for ever.
        if (mark.pos == m_documentStart)
            throw Refusal { u"The YAML could not be read: a comma stands outside of any list."_s, lineOf(mark) };
        m_documentStart = mark.pos;
        m_open.clear();
    }
    void OnDocumentEnd() override { m_open.clear(); }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseExtras(mark, {}, anchor);
        add({ YamlNode::Kind::Null, lineOf(mark), {}, {}, {} });
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        throw Refusal { aliasRefused(), lineOf(mark) };
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseExtras(mark, tag, anchor);
        add({ YamlNode::Kind::Scalar, lineOf(mark), QString::fromStdString(value), {}, {} });
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, YamlNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open
    {
        YamlNode node;
        std::optional<QString> key; ///< of a map: read, its value not yet
        QSet<QString> keys; ///< of a map: all so far
    };

    static void refuseExtras(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            throw Refusal { u"YAML anchors (&name) are not read; write the value out."_s, lineOf(mark) };
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal { u"YAML tags (!name) are not read; leave the tag out."_s, lineOf(mark) };
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        refuseExtras(mark, tag, anchor);
        if (int(m_open.size()) >= m_maximumDepth)
            throw Refusal { u"The YAML is nested deeper than %1 levels."_s.arg(m_maximumDepth), lineOf(mark) };
        m_open.append(Open { { kind, lineOf(mark), {}, {}, {} }, {}, {} });
    }

    void close() { add(m_open.takeLast().node); }

    void add(const YamlNode &node)
    {
        if (m_open.isEmpty()) {
            m_document = node;
            return;
        }
        Open &parent = m_open.last();
        if (parent.node.kind == YamlNode::Kind::List) {
            parent.node.children.append(node);
        } else if (!parent.key) {
            if (node.kind != YamlNode::Kind::Scalar)
                throw Refusal { u"A YAML key has to be plain text."_s, node.line };
            parent.key = node.text;
        } else {
            const QString key = *std::exchange(parent.key, std::nullopt);
            if (parent.keys.contains(key)) {
                m_problems.append({ Problem::Severity::Warning,
                                    u"The key \"%1\" stands here a second time; the first one counts."_s.arg(key), node.line });
            }
            parent.keys.insert(key);
            parent.node.keys.append(key);
            parent.node.children.append(node);
        }
    }

    int m_maximumDepth;
    int m_documentStart = -1; ///< characters before it
    QList<Open> m_open;
    YamlNode m_document;
    QList<Problem> m_problems;
};

} // namespace

const YamlNode &YamlNode::field(const QString &name) const
{
    static const YamlNode nothing;
    const qsizetype index = kind == Kind::Map ? keys.indexOf(name) : -1;
    return index < 0 ? nothing : children.at(index);
}

QStringList YamlNode::texts() const
{
    QStringList result;
    if (kind == Kind::Scalar && !text.isEmpty())
        result.append(text);
    for (const YamlNode &child : kind == Kind::List ? children : QList<YamlNode> {}) {
        if (child.kind == Kind::Scalar && !child.text.isEmpty())
            result.append(child.text);
    }
    return result;
}

YamlDocuments readYaml(const QByteArray &bytes, const YamlLimits &limits)
{
    YamlDocuments result;
    const auto refuse = [&](const QString &text, int line) {
        result.problems.append({ Problem::Severity::Warning, text, line });
    };
    if (bytes.size() > limits.bytes) {
        refuse(u"The YAML is larger than %1 KB and was not read."_s.arg(limits.bytes / 1024), 1);
        return result;
    }
    TreeBuilder builder(limits.depth);
    try {
        std::istringstream stream(textOfFile(bytes, result.problems).toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder))
            result.documents.append(builder.takeDocument());
    } catch (const Refusal &refusal) {
        refuse(refusal.text, refusal.line);
    } catch (const YAML::Exception &error) {
        refuse(whyUnreadable(error), lineOf(error.mark));
    } catch (const std::exception &error) {
        refuse(u"The YAML could not be read: %1."_s.arg(QString::fromLocal8Bit(error.what())), 1);
    }
    if (!result.problems.isEmpty())
        result.beginning = builder.takeBeginning();
    result.problems += builder.takeProblems();
    return result;
}

} // namespace Handrail
