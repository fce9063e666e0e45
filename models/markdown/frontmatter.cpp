// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatter.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumBytes = 64 * 1024;
constexpr qsizetype maximumDepth = 32;

/** Builds maps, lists and strings from yaml-cpp's events; the first thing refused ends it. */
class ValueBuilder : public YAML::EventHandler
{
public:
    QVariant value() const { return m_value; }
    bool isRefused() const { return !m_refusal.isEmpty(); }
    QString refusal() const { return m_refusal; }
    int refusedLine() const { return m_refusedLine; }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(mark, {}, anchor, QString()); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { refuse(mark, u"an alias (*name)"_s); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        add(mark, tag, anchor, QString::fromStdString(value));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, false);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, true);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level
    {
        bool isMap = false;
        bool keyIsNext = true;
        QString key;
        QVariantMap map;
        QVariantList list;
    };

    void refuse(const YAML::Mark &mark, const QString &what)
    {
        if (isRefused())
            return;
        m_refusal = what;
        m_refusedLine = mark.line + 1;
    }

    bool isAllowed(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuse(mark, u"an anchor (&name)"_s);
        else if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, u"a tag (!name)"_s);
        return !isRefused();
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, bool isMap)
    {
        if (!isAllowed(mark, tag, anchor))
            return;
        if (m_levels.size() >= maximumDepth)
            return refuse(mark, u"more than 32 levels"_s);
        m_levels.append(Level { isMap, true, {}, {}, {} });
    }

    void close()
    {
        if (isRefused() || m_levels.isEmpty())
            return;
        const Level done = m_levels.takeLast();
        place(YAML::Mark::null_mark(), done.isMap ? QVariant(done.map) : QVariant(done.list));
    }

    void add(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const QString &text)
    {
        if (isAllowed(mark, tag, anchor))
            place(mark, text);
    }

    void place(const YAML::Mark &mark, const QVariant &value)
    {
        if (m_levels.isEmpty()) {
            m_value = value;
            return;
        }
        Level &level = m_levels.last();
        if (!level.isMap) {
            level.list.append(value);
        } else if (level.keyIsNext) {
            level.key = value.toString();
            if (level.map.contains(level.key))
                return refuse(mark, u"the key \"%1\" twice"_s.arg(level.key));
            level.keyIsNext = false;
        } else {
            level.map.insert(level.key, value);
            level.keyIsNext = true;
        }
    }

    QList<Level> m_levels;
    QVariant m_value;
    QString m_refusal;
    int m_refusedLine = 0;
};

Problem notRead(const QString &why, int line)
{
    return { Problem::Severity::Warning,
             u"The front matter was not read, because it holds %1. The text below it is shown."_s.arg(why), line };
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

/** Reads @p yaml, whose first line is line @p firstLine of the file. Not valid when it is no map. */
QVariant readValues(const QByteArray &yaml, int firstLine, QList<Problem> &problems)
{
    ValueBuilder builder;
    try {
        std::istringstream stream(yaml.toStdString());
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const YAML::Exception &exception) {
        if (!builder.isRefused()) {
            problems.append(notRead(u"a mistake (%1)"_s.arg(QString::fromStdString(exception.msg)),
                                    firstLine + qMax(0, exception.mark.line)));
            return QVariantMap();
        }
    }
    if (builder.isRefused()) {
        problems.append(notRead(builder.refusal(), firstLine - 1 + builder.refusedLine()));
        return QVariantMap();
    }
    return builder.value();
}

} // namespace

FrontMatter readFrontMatter(const QStringList &lines, QList<Problem> &problems)
{
    if (lines.isEmpty() || QStringView(lines.first()).trimmed() != u"---" || !lines.first().startsWith(u'-'))
        return {};
    const qsizetype closing = closingLine(lines);
    if (closing < 0) {
        if (lines.size() > 1 && lines[1].contains(u':'))
            problems.append(notRead(u"no closing line of three dashes"_s, 1));
        return {};
    }
    const QByteArray yaml = lines.mid(1, closing - 1).join(u'\n').toUtf8();
    if (yaml.size() > maximumBytes) {
        problems.append(notRead(u"more than 64 KB"_s, 1));
        return { {}, int(closing) + 1 };
    }
    const QVariant values = readValues(yaml, 2, problems);
    if (values.metaType() != QMetaType::fromType<QVariantMap>()) {
        const bool isEmpty = yaml.trimmed().isEmpty();
        return { {}, isEmpty ? int(closing) + 1 : 0 };
    }
    return { values.toMap(), int(closing) + 1 };
}

} // namespace Handrail
