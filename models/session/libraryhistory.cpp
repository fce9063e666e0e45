// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/libraryhistory.h"

#include "base/whenanswered.h"
#include "library/githistory.h"

#include <QCryptographicHash>
#include <QFuture>
#include <QtConcurrentRun>

namespace Handrail {

using FileTimes = QHash<QString, QDateTime>;

LibraryHistory::LibraryHistory(const RunbookIndex &index, QObject *parent)
    : QObject(parent)
    , m_index(index)
{
}

LibraryHistory::~LibraryHistory()
{
    *m_stop = true;
}

LibraryHistory::Answer LibraryHistory::read(const RunbookIndex &index, const QStringList &folders, const QByteArray &known,
                                            const std::atomic_bool &stop)
{
    const auto runbooks = index.runbooks();
    if (!runbooks)
        return { known, {} };
    QHash<QString, FileTimes> files;
    QCryptographicHash state(QCryptographicHash::Sha256);
    for (const RunbookEntry &runbook : *runbooks) {
        files[runbook.ref.root].insert(runbook.ref.path, runbook.modifiedAt);
        state.addData(runbook.ref.filePath().toUtf8() + ' ' + QByteArray::number(runbook.modifiedAt.toMSecsSinceEpoch()) + '\n');
    }
    for (const QString &folder : folders)
        state.addData(GitHistory(folder).state() + '\n');
    Answer answer { state.result(), {} };
    if (answer.state == known)
        return answer;
    for (const QString &folder : folders) {
        const FileTimes changes = GitHistory(folder).lastChanges(files.value(folder), stop);
        for (auto file = changes.cbegin(); file != changes.cend(); ++file)
            answer.changes.insert(RunbookRef { folder, file.key() }.filePath(), file.value());
    }
    return answer;
}

void LibraryHistory::renew(const QStringList &folders)
{
    if (m_reading)
        return;
    m_reading = true;
    const auto look = [index = &m_index, folders, known = m_answer.state, stop = m_stop] {
        return read(*index, folders, known, *stop);
    };
    whenAnswered(QtConcurrent::run(look), this, [this](const Answer &answer) {
        m_reading = false;
        if (answer.state == m_answer.state)
            return;
        m_answer = answer;
        Q_EMIT changed();
    });
}

} // namespace Handrail
