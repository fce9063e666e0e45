// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/codeowners.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 100;

/** Where a CODEOWNERS file may stand, in the order in which GitHub and GitLab look. */
const QStringList &places()
{
    static const QStringList list { u".github/"_s, QString(), u"docs/"_s, u".gitlab/"_s };
    return list;
}

const QRegularExpression &sectionHead()
{
    static const QRegularExpression form(u"^\\^?\\[([^\\]\\[]+)\\](?:\\[\\d*\\])?(?:\\s+(.*))?$"_s);
    return form;
}

/** The words of a line up to a comment; "\\ " is a blank inside a word. */
QStringList wordsOfLine(const QString &line)
{
    QStringList words;
    QString word;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'\\' && i + 1 < line.size() && line.at(i + 1).isSpace()) {
            word += line.at(++i);
        } else if (c.isSpace()) {
            words.append(word);
            word.clear();
        } else if (c == u'#' && word.isEmpty() && !words.isEmpty()) {
            break;
        } else {
            word += c;
        }
    }
    words.append(word);
    words.removeAll(QString());
    return words;
}

bool isOwner(const QString &word)
{
    return word.size() > 1 && word.contains(u'@');
}

/** Why GitHub passes over a line with this pattern; empty when it does not. */
QString notOnGitHub(const QString &pattern)
{
    if (pattern.startsWith(u'!'))
        return u"\"!\" takes nothing away in GitHub's CODEOWNERS."_s;
    if (pattern.startsWith(u"\\#"))
        return u"\"\\#\" does not begin a name in GitHub's CODEOWNERS."_s;
    if (pattern.contains(u'['))
        return u"\"[ ]\" is no range in GitHub's CODEOWNERS."_s;
    return {};
}

} // namespace

/** Takes a file's lines in one by one. */
class CodeOwners::Reader
{
public:
    Reader(CodeOwners &owners, QList<Problem> &problems)
        : m_owners(owners)
        , m_problems(problems)
    {
        m_owners.m_sections.append(Section {}); // until the first head
        m_known.insert(QString(), 0);
    }

    void read(const QString &line, int number)
    {
        if (line.isEmpty() || line.startsWith(u'#'))
            return;
        if (m_owners.m_dialect == Dialect::GitLab) {
            if (const auto head = sectionHead().match(line); head.hasMatch())
                return open(head.captured(1).trimmed().toLower(), head.captured(2));
        }
        readRule(wordsOfLine(line), number);
    }

private:
    void open(const QString &name, const QString &owners)
    {
        m_defaults = wordsOfLine(owners);
        m_defaults.removeIf([](const QString &word) { return !isOwner(word); });
        const auto known = m_known.constFind(name);
        m_current = known == m_known.cend() ? m_owners.m_sections.size() : *known;
        if (known != m_known.cend())
            return;
        m_known.insert(name, m_current);
        m_owners.m_sections.append(Section {});
    }

    void readRule(QStringList words, int number)
    {
        if (words.isEmpty())
            return;
        QString pattern = words.takeFirst();
        if (m_owners.m_dialect == Dialect::GitHub) {
            if (const QString why = notOnGitHub(pattern); !why.isEmpty())
                return skip(why, number);
        }
        const bool excludes = pattern.startsWith(u'!');
        if (excludes)
            pattern.remove(0, 1);
        const auto odd = std::find_if(words.begin(), words.end(), [](const QString &word) { return !isOwner(word); });
        const QString oddWord = odd == words.end() ? QString() : *odd;
        const bool namesSomeone = !words.isEmpty();
        words.removeIf([](const QString &word) { return !isOwner(word); });
        if (namesSomeone && words.isEmpty()) // without owners it would say that nobody shall own this
            return skip(u"\"%1\" is no owner: an owner begins with @ or is a mail address."_s.arg(oddWord), number);
        if (!oddWord.isEmpty())
            say(u"\"%1\" is no owner; the others of the line were read."_s.arg(oddWord), number);
        m_owners.m_sections[m_current].rules.append(
            { CodeOwnersPattern(pattern, m_owners.m_dialect), words.isEmpty() ? m_defaults : words, number, excludes });
    }

    void skip(const QString &why, int line) { say(why + u" The line was skipped."_s, line); }
    void say(const QString &text, int line)
    {
        if (m_problems.size() < mostProblems)
            m_problems.append({ Problem::Severity::Warning, text, line });
    }

    CodeOwners &m_owners;
    QList<Problem> &m_problems;
    QHash<QString, qsizetype> m_known; ///< sections by name: those of one name are one
    qsizetype m_current = 0;
    QStringList m_defaults; ///< owners of the section's rules that name none
};

CodeOwners CodeOwners::fromText(const QString &root, const QString &path, const QString &text, QList<Problem> &problems)
{
    CodeOwners result;
    result.m_root = root;
    result.m_path = path;
    result.m_folder = path.left(path.lastIndexOf(u'/') + 1);
    result.m_place = places().indexOf(QString());
    for (const QString &place : places()) {
        if (!place.isEmpty() && (u'/' + result.m_folder).endsWith(u'/' + place)) {
            result.m_place = places().indexOf(place);
            result.m_folder.chop(place.size());
            break;
        }
    }
    const QStringList lines = text.split(u'\n');
    const bool hasSections = std::any_of(lines.begin(), lines.end(), [](const QString &line) {
        return line.contains(u'[') && sectionHead().match(line.trimmed()).hasMatch();
    });
    if (hasSections || path.endsWith(u".gitlab/CODEOWNERS"_s))
        result.m_dialect = Dialect::GitLab;
    Reader reader(result, problems);
    for (qsizetype i = 0; i < lines.size(); ++i)
        reader.read(lines.at(i).trimmed(), int(i) + 1);
    return result;
}

bool CodeOwners::speaksFor(const RunbookRef &file) const
{
    return file.root == m_root && file.path.startsWith(m_folder);
}

bool CodeOwners::isBefore(const CodeOwners &other) const
{
    if (m_folder.size() != other.m_folder.size())
        return m_folder.size() > other.m_folder.size();
    return m_place < other.m_place;
}

/** The last rule of @p section that fits; an exclusion wherever it stands. */
const CodeOwners::Rule *CodeOwners::ruleFor(const Section &section, const QStringList &path)
{
    const auto fits = [&path](const Rule &rule) { return rule.pattern.matches(path); };
    const auto excluded = std::find_if(section.rules.begin(), section.rules.end(),
                                       [&](const Rule &rule) { return rule.excludes && fits(rule); });
    if (excluded != section.rules.end())
        return &*excluded;
    const auto last = std::find_if(section.rules.rbegin(), section.rules.rend(), fits);
    return last == section.rules.rend() ? nullptr : &*last;
}

std::optional<CodeOwnersAnswer> CodeOwners::ownersOf(const RunbookRef &file) const
{
    const QStringList path = file.path.mid(m_folder.size()).split(u'/');
    std::optional<CodeOwnersAnswer> answer;
    for (const Section &section : m_sections) {
        const Rule *rule = ruleFor(section, path);
        if (!rule)
            continue;
        const QStringList owners = rule->excludes ? QStringList() : rule->owners;
        if (!answer || (answer->owners.isEmpty() && !owners.isEmpty()))
            answer = CodeOwnersAnswer { owners, { m_path, rule->line } };
        else
            answer->owners += owners;
    }
    if (answer)
        answer->owners.removeDuplicates();
    return answer;
}

} // namespace Handrail
