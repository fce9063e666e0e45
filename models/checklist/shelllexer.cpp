// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/shelllexer.h"

#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Words that open or part a compound command; what stands behind them is a command again. */
bool isKeyword(const QString &word)
{
    static const QSet<QString> keywords = { u"if"_s, u"then"_s, u"else"_s, u"elif"_s, u"fi"_s, u"do"_s, u"done"_s, u"while"_s,
                                            u"until"_s, u"!"_s, u"{"_s, u"}"_s, u"esac"_s, u"coproc"_s };
    return keywords.contains(word);
}

bool isAssignment(const QString &word)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals <= 0 || word[0].isDigit())
        return false;
    for (qsizetype i = 0; i < equals; ++i) {
        const QChar c = word[i];
        if (!c.isLetterOrNumber() && c != u'_' && !(c == u'+' && i == equals - 1))
            return false;
    }
    return true;
}

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    ShellScript run()
    {
        while (m_at < m_text.size())
            step();
        endWord();
        endCommand(false);
        if (!m_pendingHereDocuments.isEmpty())
            m_script.isWhole = false;
        return m_script;
    }

private:
    struct HereDocument
    {
        qsizetype command;
        QString delimiter;
        bool stripTabs;
    };

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }

    void step()
    {
        const QChar c = m_text[m_at];
        if (c == u'\\') {
            escape();
        } else if (c == u'\n') {
            ++m_at;
            endWord();
            endCommand(false);
            readHereDocuments();
        } else if (c.isSpace()) {
            ++m_at;
            endWord();
        } else if (c == u'#' && !m_inWord) {
            while (m_at < m_text.size() && m_text[m_at] != u'\n')
                ++m_at;
        } else if (c == u'\'' || c == u'"') {
            quote(c);
        } else if (c == u'`' || (c == u'$' && peek(1) == u'(') || ((c == u'<' || c == u'>') && peek(1) == u'(')) {
            substitution();
        } else if (c == u'$' && peek(1) == u'{') {
            take(u'{', u'}', 1);
        } else if (c == u'$' && peek(1) == u'\'') {
            ++m_at;
            quote(u'\'');
        } else if (c == u'<' || c == u'>') {
            redirect();
        } else if (c == u'|' || c == u'&' || c == u';' || c == u'(' || c == u')') {
            separator(c);
        } else {
            m_inWord = true;
            m_word.text += c;
            ++m_at;
        }
    }

    void escape()
    {
        if (peek(1) == u'\n') {
            m_at += 2;
            return;
        }
        m_inWord = true;
        m_word.isQuoted = true;
        if (m_at + 1 < m_text.size())
            m_word.text += m_text[m_at + 1];
        m_at += 2;
    }

    void quote(QChar mark)
    {
        m_inWord = true;
        m_word.isQuoted = true;
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != mark) {
            const QChar c = m_text[m_at];
            if (mark == u'"' && c == u'\\' && u"\"\\$`\n"_s.contains(peek(1))) {
                if (peek(1) != u'\n')
                    m_word.text += peek(1);
                m_at += 2;
            } else if (mark == u'"' && (c == u'`' || (c == u'$' && peek(1) == u'('))) {
                substitution();
            } else {
                m_word.text += c;
                ++m_at;
            }
        }
        if (m_at >= m_text.size())
            m_script.isWhole = false;
        ++m_at;
    }

    /** $(...), `...`, <(...): kept as written in the word, and its inside apart. */
    void substitution()
    {
        m_inWord = true;
        const qsizetype start = m_at;
        QString inside;
        if (m_text[m_at] == u'`') {
            ++m_at;
            while (m_at < m_text.size() && m_text[m_at] != u'`') {
                if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                    ++m_at;
                inside += m_text[m_at++];
            }
            if (m_at >= m_text.size())
                m_script.isWhole = false;
            ++m_at;
        } else {
            const qsizetype open = m_at + 1;
            m_at = closing(open);
            inside = m_text.mid(open + 1, m_at - open - 2);
        }
        m_at = qMin(m_at, m_text.size());
        m_word.text += QStringView(m_text).sliced(start, m_at - start);
        if (!(inside.startsWith(u'(') && inside.endsWith(u')'))) // $((1 + 2)) runs nothing
            m_word.substitutions.append(inside);
        else if (inside.contains(u"$("_s) || inside.contains(u'`'))
            m_word.substitutions.append(u"echo "_s + inside.mid(1, inside.size() - 2));
    }

    /** Just behind the bracket that closes the one at @p open, quotes and nesting minded. */
    qsizetype closing(qsizetype open)
    {
        int depth = 0;
        QChar quoted;
        for (qsizetype i = open; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            if (c == u'\\' && quoted != u'\'') {
                ++i;
            } else if (!quoted.isNull()) {
                if (c == quoted)
                    quoted = QChar();
            } else if (c == u'\'' || c == u'"') {
                quoted = c;
            } else if (c == u'(') {
                ++depth;
            } else if (c == u')' && --depth == 0) {
                return i + 1;
            }
        }
        m_script.isWhole = false;
        return m_text.size() + 1;
    }

    /** ${...} as it is written. */
    void take(QChar open, QChar close, qsizetype skip)
    {
        m_inWord = true;
        int depth = 0;
        const qsizetype start = m_at;
        m_at += skip;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == open)
                ++depth;
            else if (m_text[m_at] == close && --depth == 0)
                break;
        }
        if (m_at >= m_text.size())
            m_script.isWhole = false;
        m_at = qMin(m_at + 1, m_text.size());
        const QString inside = m_text.mid(start, m_at - start);
        m_word.text += inside;
        if (inside.contains(u"$("_s) || inside.contains(u'`'))
            m_word.substitutions.append(u"echo "_s + inside.mid(2, inside.size() - 3));
    }

    void redirect()
    {
        const bool isPlaceholder = placeholder();
        if (isPlaceholder)
            return;
        QString sign;
        if (m_inWord && !m_word.isQuoted && isNumber(m_word.text)) {
            sign = std::exchange(m_word.text, {});
            m_inWord = false;
        }
        endWord();
        if (m_text.mid(m_at, 3) == u"<<<") {
            m_at += 3;
            sign += u"<<<"_s;
        } else if (m_text.mid(m_at, 2) == u"<<") {
            m_at += 2;
            m_stripTabs = peek() == u'-';
            m_at += m_stripTabs ? 1 : 0;
            sign += u"<<"_s;
        } else {
            sign += m_text[m_at++];
            if (peek() == u'>' || peek() == u'|' || peek() == u'&')
                sign += m_text[m_at++];
        }
        m_redirectSign = sign;
    }

    static bool isNumber(const QString &text)
    {
        return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    }

    /** "<pod-name>" is a place to fill in, not a redirection. */
    bool placeholder()
    {
        if (m_text[m_at] != u'<' || !(peek(1).isLetter() || peek(1) == u'_'))
            return false;
        for (qsizetype i = m_at + 1; i < m_text.size() && i - m_at < 80; ++i) {
            const QChar c = m_text[i];
            if (c == u'>') {
                m_inWord = true;
                m_word.text += QStringView(m_text).sliced(m_at, i + 1 - m_at);
                m_at = i + 1;
                return true;
            }
            if (!c.isLetterOrNumber() && !u" -_./:|,'()"_s.contains(c))
                return false;
        }
        return false;
    }

    void separator(QChar c)
    {
        if (c == u'&' && peek(1) == u'>') {
            endWord();
            m_at += 2;
            if (peek() == u'>')
                ++m_at;
            m_redirectSign = u"&>"_s;
            return;
        }
        // "[main backup dir]" and "a|b" inside a word are text; "(" inside a word is a function or a pattern.
        endWord();
        ++m_at;
        const bool isDouble = (c == u'|' || c == u'&' || c == u';') && peek() == c;
        if (isDouble)
            ++m_at;
        else if (c == u'|' && peek() == u'&')
            ++m_at;
        endCommand(c == u'|' && !isDouble);
    }

    void endWord()
    {
        if (!m_inWord)
            return;
        m_inWord = false;
        ShellWord word = std::exchange(m_word, {});
        if (!m_redirectSign.isEmpty()) {
            const QString sign = std::exchange(m_redirectSign, {});
            if (sign.endsWith(u"<<") && !sign.endsWith(u"<<<"))
                m_pendingHereDocuments.append({ -1, word.text, m_stripTabs });
            m_command.redirects.append({ sign, word });
            return;
        }
        if (m_command.words.isEmpty()) {
            if (!word.isQuoted && isKeyword(word.text)) {
                for (const QString &inside : std::as_const(word.substitutions))
                    m_command.assignments.append({ inside, false, { inside } });
                return;
            }
            if (isAssignment(word.text)) {
                m_command.assignments.append(word);
                return;
            }
        }
        m_command.words.append(word);
    }

    void endCommand(bool nextIsPiped)
    {
        m_redirectSign.clear();
        const bool isEmpty = m_command.words.isEmpty() && m_command.assignments.isEmpty() && m_command.redirects.isEmpty();
        if (!isEmpty) {
            for (HereDocument &document : m_pendingHereDocuments) {
                if (document.command < 0)
                    document.command = m_script.commands.size();
            }
            m_script.commands.append(m_command);
            m_command = ShellCommand();
            m_command.isPiped = nextIsPiped;
        } else if (nextIsPiped) {
            m_command.isPiped = true;
        }
    }

    void readHereDocuments()
    {
        for (const HereDocument &document : std::as_const(m_pendingHereDocuments)) {
            QStringList lines;
            bool isClosed = false;
            while (m_at < m_text.size() && !isClosed) {
                qsizetype end = m_text.indexOf(u'\n', m_at);
                if (end < 0)
                    end = m_text.size();
                const QString line = m_text.mid(m_at, end - m_at);
                m_at = qMin(end + 1, m_text.size());
                // Indented blocks in lists make authors indent the closing word too.
                isClosed = line.trimmed() == document.delimiter;
                if (!isClosed)
                    lines.append(line);
            }
            if (!isClosed)
                m_script.isWhole = false;
            if (document.command >= 0 && document.command < m_script.commands.size())
                m_script.commands[document.command].hereDocument += lines.join(u'\n') + u'\n';
        }
        m_pendingHereDocuments.clear();
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_inWord = false;
    bool m_stripTabs = false;
    ShellWord m_word;
    QString m_redirectSign;
    ShellCommand m_command;
    QList<HereDocument> m_pendingHereDocuments;
    ShellScript m_script;
};

} // namespace

ShellScript readShell(const QString &text)
{
    return Lexer(text).run();
}

} // namespace Handrail
