// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Handrail {

/** Says whether the file of incidents is sound, and which backups there are. */
class IncidentCheck : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const override;
};

/** Makes a backup now, beside the daily ones. */
class IncidentBackUp : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const override;
};

/** Puts a backup in the place of a damaged file. */
class IncidentRestore : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments, const Streams &streams, const Workplace &workplace) const override;
};

} // namespace Handrail
