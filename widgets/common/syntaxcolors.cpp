// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/syntaxcolors.h"

#ifdef HANDRAIL_HAS_SYNTAX_HIGHLIGHTING
#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#endif

#include <QHash>

namespace Handrail {

using namespace Qt::StringLiterals;

#ifdef HANDRAIL_HAS_SYNTAX_HIGHLIGHTING

namespace {

constexpr qsizetype longestCode = 200 * 1024;
constexpr qsizetype longestLine = 4000;

using Style = KSyntaxHighlighting::Theme::TextStyle;

/** Five tokens are all that commands are coloured with. */
Token tokenOf(Style style)
{
    switch (style) {
    case Style::Keyword:
    case Style::ControlFlow:
    case Style::Function:
    case Style::BuiltIn:
    case Style::Extension:
    case Style::Operator:
        return style == Style::Operator ? Token::Text : Token::Accent;
    case Style::String:
    case Style::Char:
    case Style::VerbatimString:
    case Style::SpecialString:
        return Token::Ok;
    case Style::Comment:
    case Style::Documentation:
    case Style::CommentVar:
        return Token::Muted;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
    case Style::Variable:
        return Token::Info;
    default:
        return Token::Text;
    }
}

class SpanCollector : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QList<ColoredSpan> collect(const QString &code, const KSyntaxHighlighting::Definition &definition)
    {
        setDefinition(definition);
        KSyntaxHighlighting::State state;
        qsizetype start = 0;
        for (const QStringView line : QStringView(code).tokenize(u'\n')) {
            m_lineStart = start;
            state = highlightLine(line.first(std::min(line.size(), longestLine)), state);
            start += line.size() + 1;
        }
        return std::move(m_spans);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (const Token token = tokenOf(format.textStyle()); token != Token::Text && length > 0)
            m_spans.append({ { m_lineStart + offset, length }, token });
    }

private:
    QList<ColoredSpan> m_spans;
    qsizetype m_lineStart = 0;
};

/** Fence words that are not the definition's own name. */
QString definitionName(const QString &language)
{
    static const QHash<QString, QString> names = {
        { u"sh"_s, u"Bash"_s },      { u"shell"_s, u"Bash"_s },   { u"bash"_s, u"Bash"_s },   { u"console"_s, u"Bash"_s },
        { u"command"_s, u"Bash"_s }, { u"zsh"_s, u"Zsh"_s },      { u"yml"_s, u"YAML"_s },    { u"yaml"_s, u"YAML"_s },
        { u"json"_s, u"JSON"_s },    { u"sql"_s, u"SQL"_s },      { u"promql"_s, u"PromQL"_s }, { u"logql"_s, u"LogQL"_s },
        { u"py"_s, u"Python"_s },    { u"python"_s, u"Python"_s }, { u"rb"_s, u"Ruby"_s },     { u"ruby"_s, u"Ruby"_s },
        { u"powershell"_s, u"PowerShell"_s }, { u"hcl"_s, u"Terraform"_s }, { u"terraform"_s, u"Terraform"_s },
        { u"markdown"_s, u"Markdown"_s },     { u"md"_s, u"Markdown"_s },
    };
    return names.value(language.toLower());
}

} // namespace

QList<ColoredSpan> syntaxColors(const QString &code, const QString &language)
{
    // The definitions are read on first use and shared: loading them costs more than any highlighting.
    static KSyntaxHighlighting::Repository repository;
    const QString name = definitionName(language);
    if (name.isEmpty() || code.size() > longestCode)
        return {};
    const KSyntaxHighlighting::Definition definition = repository.definitionForName(name);
    return definition.isValid() ? SpanCollector().collect(code, definition) : QList<ColoredSpan>();
}

#else

QList<ColoredSpan> syntaxColors(const QString &, const QString &)
{
    return {};
}

#endif

} // namespace Handrail
