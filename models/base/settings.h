// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>

namespace Handrail {

/** The program's settings: one table of keys and defaults, kept in one file. Made by the application and passed on. */
class Settings
{
public:
    enum class Key {
        Libraries,      ///< QStringList: absolute paths of the folders that hold runbooks
        PersonName,     ///< QString: who writes the timeline's entries
        Teams,          ///< QStringList: the teams this person is in
        WindowGeometry, ///< QByteArray
        Splitters,      ///< QVariantMap: object name of a splitter → its state
        RecentRunbooks, ///< QStringList: "root\nrelative path", newest first
        ExportFolder,   ///< QString: where the last report went
        ExportFormat,   ///< QString: md|html|pdf|jsonl
        ReviewTemplate, ///< QString: the id of the template that was used last
        NamesAsRoles,   ///< bool: whether exports say roles in place of names
        Appearance,     ///< QString: system|light|dark
        Zoom,           ///< int: steps larger than the system's text size; negative: smaller
        LibraryOrder,   ///< QString: service|folder|owner
        BriefSteps,     ///< bool
        DataFolder      ///< QString: where incidents are kept; empty: the platform's place
    };

    explicit Settings(const QString &filePath);

    QVariant value(Key key) const;
    void setValue(Key key, const QVariant &value);

private:
    QSettings m_settings;
};

/** Where incidents are kept: what the settings in @p settingsFile name, else @p usual. */
QString chosenDataFolder(const QString &settingsFile, const QString &usual);

} // namespace Handrail
