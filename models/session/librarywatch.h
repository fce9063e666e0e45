// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace Handrail {

/**
 * Says when the libraries are to be read again: soon after something happened in their folders, when somebody comes back to the
 * window, and once a minute, for watching tells of new, moved and deleted files but not of one that is written in place, and
 * nothing of disks across a network. A reading is never asked for while one goes on: what happens meanwhile is asked for
 * after it.
 */
class LibraryWatch : public QObject
{
    Q_OBJECT
public:
    struct Pace
    {
        std::chrono::milliseconds quiet { 300 }; ///< nothing happened for so long: a checkout has ended
        std::chrono::milliseconds longest { 3000 }; ///< of waiting for quiet
        std::chrono::milliseconds settling { 2500 }; ///< until files that were just written are looked at again
        std::chrono::milliseconds regular { 60'000 };
        qsizetype folders = 4096; ///< to watch at most, the others by the minute: all programs share the system's watches
    };

    explicit LibraryWatch(QObject *parent = nullptr);
    explicit LibraryWatch(const Pace &pace, QObject *parent = nullptr);

    void look(); ///< now, or when the reading that goes on has ended
    void readingStarted();
    /** @p folders are all of the libraries, absolute; @p isUnsettled when some files may be half written. */
    void readingEnded(const QStringList &folders, bool isUnsettled);
    int unwatched() const; ///< folders of the last reading that are only looked at by the minute

Q_SIGNALS:
    void readingWanted();
    void unwatchedChanged(); ///< thousands of folders are not watched at once, and the system may refuse some

private:
    void changed();
    void watch(const QStringList &folders);
    void watchSome();

    Pace m_pace;
    QFileSystemWatcher m_watcher;
    QTimer m_quiet; ///< runs out when nothing happened for a while
    QTimer m_longest; ///< runs out although things go on happening
    QTimer m_settling;
    QTimer m_regular;
    QTimer m_more; ///< folders to be watched
    qsizetype m_wanted = 0; ///< folders
    int m_unwatched = 0; ///< as last told
    QStringList m_toWatch;
    bool m_hasNew = false;
    bool m_isReading = false;
    bool m_isWanted = false; ///< something happened during the reading
};

} // namespace Handrail
