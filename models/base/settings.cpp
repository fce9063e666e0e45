// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    Settings::Key key;
    QString name;
    QVariant fallback;
};

const Entry &entryOf(Settings::Key key)
{
    using Key = Settings::Key;
    static const QList<Entry> table = {
        { Key::Libraries, u"library/folders"_s, QStringList() },
        { Key::PersonName, u"person/name"_s, QString() },
        { Key::Teams, u"person/teams"_s, QStringList() },
        { Key::WindowGeometry, u"window/geometry"_s, QByteArray() },
        { Key::Splitters, u"window/splitters"_s, QVariantMap() },
        { Key::RecentRunbooks, u"library/recent"_s, QStringList() },
        { Key::ExportFolder, u"export/folder"_s, QString() },
        { Key::ExportFormat, u"export/format"_s, u"md"_s },
        { Key::ReviewTemplate, u"export/template"_s, u"short"_s },
        { Key::NamesAsRoles, u"export/roles"_s, false },
        { Key::Appearance, u"window/appearance"_s, u"system"_s },
        { Key::Zoom, u"window/zoom"_s, 0 },
        { Key::LibraryOrder, u"library/order"_s, u"service"_s },
        { Key::BriefSteps, u"window/brief"_s, false },
        { Key::DataFolder, u"incidents/folder"_s, QString() },
    };
    return table.at(qsizetype(key));
}

} // namespace

Settings::Settings(const QString &filePath)
    : m_settings(filePath, QSettings::IniFormat)
{
}

QVariant Settings::value(Key key) const
{
    const Entry &entry = entryOf(key);
    return m_settings.value(entry.name, entry.fallback);
}

void Settings::setValue(Key key, const QVariant &value)
{
    m_settings.setValue(entryOf(key).name, value);
}

QString chosenDataFolder(const QString &settingsFile, const QString &usual)
{
    const QString chosen = Settings(settingsFile).value(Settings::Key::DataFolder).toString();
    return chosen.isEmpty() ? usual : chosen;
}

} // namespace Handrail
