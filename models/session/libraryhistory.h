// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"

#include <QHash>
#include <QObject>

#include <atomic>
#include <memory>

namespace Handrail {

/** UTC, by the file's path; without those whose change is not in a history. */
using LastChanges = QHash<QString, QDateTime>;

/** When the runbooks were last changed by their repositories' history: read in the background, kept until a repository changes. */
class LibraryHistory : public QObject
{
    Q_OBJECT
public:
    explicit LibraryHistory(const RunbookIndex &index, QObject *parent = nullptr);
    ~LibraryHistory() override;

    /** Reads what is new in @p folders; nothing when it is reading already. */
    void renew(const QStringList &folders);
    const LastChanges &lastChanges() const { return m_answer.changes; }

Q_SIGNALS:
    void changed();

private:
    struct Answer
    {
        QByteArray state; ///< of all repositories and files it was made from
        LastChanges changes;
    };
    static Answer read(const RunbookIndex &index, const QStringList &folders, const QByteArray &known, const std::atomic_bool &stop);

    const RunbookIndex &m_index;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    bool m_reading = false;
    Answer m_answer;
};

} // namespace Handrail
