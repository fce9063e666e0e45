// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/librarywatch.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Handrail {

namespace {
constexpr qsizetype partSize = 256;
}

LibraryWatch::LibraryWatch(QObject *parent)
    : LibraryWatch(Pace(), parent)
{
}

LibraryWatch::LibraryWatch(const Pace &pace, QObject *parent)
    : QObject(parent)
    , m_pace(pace)
{
    for (QTimer *timer : { &m_quiet, &m_longest, &m_settling, &m_more })
        timer->setSingleShot(true);
    m_quiet.setInterval(pace.quiet);
    m_longest.setInterval(pace.longest);
    m_settling.setInterval(pace.settling);
    m_regular.setInterval(pace.regular);
    for (QTimer *timer : { &m_quiet, &m_longest, &m_settling, &m_regular })
        connect(timer, &QTimer::timeout, this, &LibraryWatch::look);
    connect(&m_more, &QTimer::timeout, this, &LibraryWatch::watchSome);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LibraryWatch::changed);
    m_regular.start();
}

void LibraryWatch::look()
{
    m_quiet.stop();
    m_longest.stop();
    if (m_isReading)
        m_isWanted = true;
    else
        Q_EMIT readingWanted();
}

void LibraryWatch::readingStarted()
{
    m_isReading = true;
    m_isWanted = false;
    m_settling.stop();
    m_regular.stop();
}

void LibraryWatch::readingEnded(const QStringList &folders, bool isUnsettled)
{
    m_isReading = false;
    watch(folders);
    if (m_isWanted)
        changed(); // after a moment's quiet: a checkout that outlasts one reading may outlast the next
    if (isUnsettled)
        m_settling.start();
    m_regular.start();
}

int LibraryWatch::unwatched() const
{
    return int(std::max<qsizetype>(0, m_wanted - m_pace.folders));
}

void LibraryWatch::changed()
{
    m_quiet.start();
    if (!m_longest.isActive())
        m_longest.start();
}

void LibraryWatch::watch(const QStringList &folders)
{
    const QStringList watchedBefore = m_watcher.directories();
    const QSet<QString> watched(watchedBefore.begin(), watchedBefore.end());
    const QSet<QString> wanted(folders.begin(), folders.end());
    if (const QSet<QString> old = watched - wanted; !old.isEmpty())
        m_watcher.removePaths(QStringList(old.begin(), old.end()));
    m_wanted = wanted.size();
    m_toWatch.clear();
    for (const QString &folder : folders) {
        if (!watched.contains(folder))
            m_toWatch.append(folder);
    }
    m_hasNew = false;
    watchSome();
}

/** A part at a time: thousands of folders at once would be felt in the window. */
void LibraryWatch::watchSome()
{
    const qsizetype room = std::max<qsizetype>(0, m_pace.folders - m_watcher.directories().size());
    const QStringList part = m_toWatch.first(std::min({ m_toWatch.size(), room, partSize }));
    if (!part.isEmpty()) {
        m_toWatch.remove(0, part.size());
        const QStringList refused = m_watcher.addPaths(part);
        m_hasNew = m_hasNew || refused.size() < part.size();
        const auto isThere = [](const QString &folder) { return QFileInfo::exists(folder); };
        if (std::any_of(refused.begin(), refused.end(), isThere))
            m_pace.folders = m_watcher.directories().size(); // the system has no more: not asked again and again
        if (!m_toWatch.isEmpty())
            return m_more.start();
    }
    if (const int unwatched = this->unwatched(); unwatched != std::exchange(m_unwatched, unwatched))
        Q_EMIT unwatchedChanged();
    // What happened in a folder between its reading and now was seen by nobody.
    if (m_hasNew)
        changed();
    m_toWatch.clear();
}

} // namespace Handrail
