// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/placeholders.h"

#include "library/commandtext.h"

#include <QRegularExpression>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Words in angle brackets that are output or markup, not places to fill in. */
bool isOutputWord(const QString &name)
{
    static const QSet<QString> words = { u"none"_s, u"nil"_s, u"null"_s, u"unknown"_s, u"pending"_s, u"invalid"_s, u"unset"_s,
                                         u"no value"_s, u"empty"_s, u"error"_s, u"br"_s, u"p"_s, u"b"_s, u"i"_s, u"a"_s,
                                         u"code"_s, u"pre"_s, u"li"_s, u"ul"_s, u"div"_s, u"span"_s, u"binary"_s };
    return words.contains(name.toLower());
}

/** Variables every shell has; a runbook that uses them asks for nothing. */
bool isShellVariable(const QString &name)
{
    static const QSet<QString> names = { u"HOME"_s, u"PATH"_s, u"USER"_s, u"PWD"_s, u"OLDPWD"_s, u"SHELL"_s, u"HOSTNAME"_s, u"TMPDIR"_s,
                                         u"IFS"_s, u"RANDOM"_s, u"EDITOR"_s, u"LANG"_s, u"UID"_s, u"EUID"_s, u"LINENO"_s, u"SECONDS"_s,
                                         u"BASH_SOURCE"_s, u"PPID"_s, u"TERM"_s, u"LOGNAME"_s, u"KUBECONFIG"_s, u"REPLY"_s,
                                         u"PIPESTATUS"_s, u"OPTARG"_s, u"OPTIND"_s, u"SSH_AUTH_SOCK"_s, u"XDG_CONFIG_HOME"_s,
                                         u"XDG_RUNTIME_DIR"_s, u"GOPATH"_s, u"EPOCHSECONDS"_s, u"_"_s };
    return names.contains(name);
}

/** Grafana's own ("$__rate_interval") and those of Prometheus' templates: whoever is asked fills them. */
bool isQueryVariable(const QString &name)
{
    return name.startsWith(u"__"_s) || name == u"labels" || name == u"value";
}

/** Variables the block sets itself, in any of the ways a shell has. */
QSet<QString> variablesSetIn(const QString &command)
{
    static const QRegularExpression assignment(u"(?:^|[\\s;&|(])(?:export\\s+|local\\s+|declare\\s+(?:-\\w+\\s+)*|readonly\\s+|set\\s+)?([A-Za-z_]\\w*)\\+?="_s);
    static const QRegularExpression loop(u"\\bfor\\s+([A-Za-z_]\\w*)\\s+in\\b|\\bread\\s+((?:-\\w+\\s+)*[A-Za-z_][\\w ]*)|\\bmapfile\\s+(?:-\\w\\s+)*(\\w+)"_s);
    QSet<QString> names;
    for (auto match = assignment.globalMatch(command); match.hasNext();)
        names.insert(match.next().captured(1));
    for (auto match = loop.globalMatch(command); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString words = found.captured(1) + found.captured(2) + found.captured(3);
        for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
            names.insert(word);
    }
    return names;
}

/** Which characters stand in single quotes, where a shell replaces no variable, and which in any quotes or comments. */
struct Quoting
{
    QList<bool> single;
    QList<bool> any;
};

Quoting quotingOf(const QString &command)
{
    Quoting quoting { QList<bool>(command.size(), false), QList<bool>(command.size(), false) };
    QChar quote;
    for (qsizetype i = 0; i < command.size(); ++i) {
        const QChar c = command[i];
        if (c == u'\\' && quote != u'\'') {
            ++i;
            continue;
        }
        if (quote.isNull() && (c == u'\'' || c == u'"')) {
            // An apostrophe in a word of a comment or a message opens nothing.
            const bool isApostrophe = c == u'\'' && i > 0 && command[i - 1].isLetter() && i + 1 < command.size() && command[i + 1].isLetter();
            if (!isApostrophe)
                quote = c;
        } else if (c == quote) {
            quote = QChar();
        }
        quoting.single[i] = quote == u'\'';
        quoting.any[i] = !quote.isNull();
    }
    return quoting;
}

class PlaceholderFinder
{
public:
    PlaceholderFinder(const QString &command, bool isQuery)
        : m_command(command)
        , m_isQuery(isQuery)
        , m_quoting(quotingOf(command))
        , m_set(isQuery ? QSet<QString>() : variablesSetIn(command)) // label="…" selects
    {
    }

    QList<Placeholder> run()
    {
        findAngles();
        findVariables();
        findBraces();
        findBrackets();
        std::sort(m_found.begin(), m_found.end(),
                  [](const Placeholder &a, const Placeholder &b) { return a.spans.first().start < b.spans.first().start; });
        for (Placeholder &placeholder : m_found)
            std::sort(placeholder.spans.begin(), placeholder.spans.end(), [](TextSpan a, TextSpan b) { return a.start < b.start; });
        return m_found;
    }

private:
    void add(const QString &name, const QRegularExpressionMatch &match)
    {
        const TextSpan span { match.capturedStart(), match.capturedLength() };
        for (Placeholder &known : m_found) {
            if (placeholderKey(known.name) == placeholderKey(name)) {
                known.spans.append(span);
                return;
            }
        }
        m_found.append({ name, { span } });
    }

    QChar before(const QRegularExpressionMatch &match) const
    {
        return match.capturedStart() > 0 ? m_command[match.capturedStart() - 1] : QChar();
    }

    void findAngles()
    {
        static const QRegularExpression form(u"<([A-Za-z_](?:[\\w ./:|,'()-]{0,60}[\\w)])?)>"_s);
        for (auto match = form.globalMatch(m_command); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            if (before(found) != u'<' && before(found) != u'\\' && !isOutputWord(found.captured(1)))
                add(found.captured(1), found);
        }
    }

    void findVariables()
    {
        static const QRegularExpression form(u"\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))"_s);
        for (auto match = form.globalMatch(m_command); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const QString name = found.captured(1) + found.captured(2);
            const bool isEscaped = before(found) == u'\\' || before(found) == u'$';
            const bool isKept = m_isQuery ? isQueryVariable(name)
                                          : m_quoting.single.at(found.capturedStart()) || m_set.contains(name) || isShellVariable(name);
            if (!isEscaped && !isKept)
                add(name, found);
        }
    }

    void findBraces()
    {
        static const QRegularExpression form(u"\\{\\{\\s*([A-Za-z_][\\w-]*)\\s*\\}\\}"_s);
        static const QSet<QString> templateWords = { u"end"_s, u"else"_s, u"range"_s, u"if"_s, u"with"_s, u"println"_s, u"break"_s, u"continue"_s };
        for (auto match = form.globalMatch(m_command); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            if (!templateWords.contains(found.captured(1)))
                add(found.captured(1), found);
        }
    }

    void findBrackets()
    {
        static const QRegularExpression form(u"\\[([A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)*)\\]"_s);
        for (auto match = form.globalMatch(m_command); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const bool isIndex = before(found).isLetterOrNumber() || before(found) == u']' || before(found) == u'}';
            const bool isRange = found.captured(1).size() == 3 && found.captured(1).at(1) == u'-'; // [A-Z]
            if (!isRange && found.captured(1).size() >= 3 && !isIndex && !m_quoting.any.at(found.capturedStart()))
                add(found.captured(1), found);
        }
    }

    const QString &m_command;
    bool m_isQuery;
    Quoting m_quoting;
    QSet<QString> m_set;
    QList<Placeholder> m_found;
};

} // namespace

QList<Placeholder> placeholdersOf(const QString &command, const QString &language)
{
    static const QSet<QString> markup = { u"html"_s, u"xml"_s, u"jsx"_s };
    if (markup.contains(language.toLower()))
        return {};
    return PlaceholderFinder(command, isQueryLanguage(language)).run();
}

QString placeholderKey(const QString &name)
{
    QString key = name.trimmed().toLower();
    for (QChar &c : key) {
        if (c == u'_' || c.isSpace() || c == u'.')
            c = u'-';
    }
    return key;
}

bool isSafeValue(QStringView value)
{
    if (value.isEmpty() || value.size() > 253)
        return false;
    const auto isPlain = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    return isPlain(value.front()) && std::all_of(value.begin(), value.end(), [&](QChar c) {
        return isPlain(c) || c == u'.' || c == u'_' || c == u':' || c == u'/' || c == u'@' || c == u'-';
    });
}

} // namespace Handrail
