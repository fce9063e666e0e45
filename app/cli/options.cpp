// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

namespace Handrail {

using namespace Qt::StringLiterals;

Options::Options(const QString &command, const QString &usage, const QString &description)
    : m_command(command)
    , m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({ { u"h"_s, u"help"_s }, u"Shows this help."_s });
    m_known = { { u"-h"_s, false }, { u"--help"_s, false } };
    addFlag(u"json"_s, u"Prints JSON, one object a line."_s);
}

void Options::addFlag(const QString &name, const QString &description)
{
    m_parser.addOption({ name, description });
    m_known.insert(u"--"_s + name, false);
}

void Options::addValue(const QString &name, const QString &valueName, const QString &description)
{
    m_parser.addOption({ name, description, valueName });
    m_known.insert(u"--"_s + name, true);
}

void Options::addLibraries()
{
    addValue(u"library"_s, u"DIR"_s, u"A folder of runbooks; may be repeated. Without it: the libraries of the settings."_s);
    addValue(u"index"_s, u"FILE"_s, u"Keeps the index in FILE instead of the cache."_s);
}

void Options::addData()
{
    addValue(u"data"_s, u"DIR"_s, u"The folder that holds the incidents, instead of the user's own."_s);
}

void Options::takeDashedWords()
{
    m_takesDashedWords = true;
}

QStringList Options::sorted(const QStringList &arguments) const
{
    QStringList options;
    QStringList words { u"--"_s };
    for (auto argument = arguments.begin(); argument != arguments.end(); ++argument) {
        if (*argument == u"--")
            return options + words + QStringList(argument + 1, arguments.end());
        const auto known = m_known.constFind(argument->startsWith(u"--") ? argument->section(u'=', 0, 0) : *argument);
        if (known == m_known.constEnd()) {
            words.append(*argument);
            continue;
        }
        options.append(*argument);
        if (!*known || argument->contains(u'='))
            continue;
        if (argument + 1 == arguments.end())
            return options; // the parser says that the value is missing
        options.append(*++argument);
    }
    return options + words;
}

std::optional<int> Options::read(const QStringList &arguments, const Streams &streams, int mostPositional)
{
    const auto wrong = [&](const QString &text) {
        streams.complain(text);
        streams.complain(u"'handrail-cli %1 --help' explains it."_s.arg(m_command));
        return ExitCode::wrongUse;
    };
    const bool understood = m_parser.parse(QStringList { m_command } + (m_takesDashedWords ? sorted(arguments) : arguments));
    if (m_parser.isSet(u"help"_s)) {
        // Qt writes the program's own path and its positional arguments into the first line.
        const QString help = m_parser.helpText();
        streams.print(u"Usage: handrail-cli %1 %2"_s.arg(m_command, m_usage).trimmed() + help.sliced(help.indexOf(u'\n')));
        return ExitCode::done;
    }
    if (!understood)
        return wrong(m_parser.errorText());
    if (positional().size() > mostPositional)
        return wrong(u"What is %1 for?"_s.arg(positional(mostPositional)));
    return std::nullopt;
}

std::optional<int> Options::number(QStringView name, int fallback, const Streams &streams) const
{
    if (!has(name))
        return fallback;
    bool ok = false;
    const int number = value(name).toInt(&ok);
    if (ok && number > 0)
        return number;
    streams.complain(u"--%1 wants a number above 0, not %2."_s.arg(name, value(name)));
    return std::nullopt;
}

QString Options::dataFolder(const Workplace &workplace) const
{
    return has(u"data") ? value(u"data") : workplace.dataFolder;
}

} // namespace Handrail
