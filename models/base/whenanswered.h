// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>

namespace Handrail {

/**
 * Calls answered(result) in @p asker's thread, by its event loop, once @p future has its result; never, when asker went or the
 * future was cancelled before that. To be called in asker's thread.
 *
 * Not QFuture::then(context): that of Qt 6.4 calls through the context without looking whether it is still there.
 */
template<typename T, typename Answered>
void whenAnswered(const QFuture<T> &future, QObject *asker, Answered answered)
{
    auto *watcher = new QFutureWatcher<T>(asker);
    QObject::connect(watcher, &QFutureWatcherBase::finished, asker, [watcher, answered = std::move(answered)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            answered(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace Handrail
