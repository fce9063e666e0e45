// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/streams.h"
#include "app/cli/workplace.h"

#include <QCommandLineParser>
#include <QHash>

#include <optional>

namespace Handrail {

/** A command's options: those of its own, and --json and --help, which all have. */
class Options
{
public:
    /** @p usage is what follows the command's name: "[FILE|-]". */
    Options(const QString &command, const QString &usage, const QString &description);

    void addFlag(const QString &name, const QString &description);
    void addValue(const QString &name, const QString &valueName, const QString &description);
    void addLibraries(); ///< --library DIR and --index FILE
    void addData(); ///< --data DIR
    void takeDashedWords(); ///< what begins with "-" and is no option is a word like any other

    /** An exit code when there is nothing left to do: help was asked for, or the use is wrong. */
    std::optional<int> read(const QStringList &arguments, const Streams &streams, int mostPositional);

    bool json() const { return has(u"json"); }
    bool has(QStringView name) const { return m_parser.isSet(name.toString()); }
    QString value(QStringView name) const { return m_parser.value(name.toString()); }
    QStringList values(QStringView name) const { return m_parser.values(name.toString()); }
    QStringList positional() const { return m_parser.positionalArguments(); }
    QString positional(qsizetype index) const { return positional().value(index); }
    /** The number after --@p name; @p fallback without it; nothing, and a complaint, when it is no number above 0. */
    std::optional<int> number(QStringView name, int fallback, const Streams &streams) const;
    QString dataFolder(const Workplace &workplace) const;

private:
    QStringList sorted(const QStringList &arguments) const; ///< options first; "--" before the words

    QString m_command;
    QString m_usage;
    QHash<QString, bool> m_known; ///< "--data" → whether a value follows
    bool m_takesDashedWords = false;
    QCommandLineParser m_parser;
};

} // namespace Handrail
