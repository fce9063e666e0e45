// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/library.h"

#include "base/settings.h"

#include <QCryptographicHash>
#include <QDir>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QStringList absolute(const QStringList &folders)
{
    QStringList paths;
    for (const QString &folder : folders)
        paths.append(QDir::cleanPath(QDir(folder).absolutePath()));
    paths.removeDuplicates();
    return paths;
}

QString indexPath(const Options &options, const QStringList &folders, const Workplace &workplace)
{
    if (options.has(u"index"))
        return QDir().absoluteFilePath(options.value(u"index"));
    QString name = RunbookIndexStore::fileName();
    if (options.has(u"library")) {
        const QByteArray hash = QCryptographicHash::hash(folders.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
        name = u"cli-"_s + QString::fromLatin1(hash.toHex().first(12)) + u'-' + name;
    }
    return workplace.cacheFolder + u'/' + name;
}

} // namespace

std::optional<Library> openLibrary(const Options &options, const Streams &streams, const Workplace &workplace)
{
    Library library;
    const Settings settings(workplace.settingsFile);
    library.myTeams = settings.value(Settings::Key::Teams).toStringList();
    library.folders = absolute(options.has(u"library") ? options.values(u"library")
                                                        : settings.value(Settings::Key::Libraries).toStringList());
    if (library.folders.isEmpty()) {
        streams.complain(u"No runbooks yet. Name a folder of markdown files with --library DIR."_s);
        return std::nullopt;
    }
    for (const QString &folder : std::as_const(library.folders)) {
        if (!QDir(folder).exists() && options.has(u"library")) {
            streams.complain(u"The folder %1 is not there."_s.arg(folder));
            return std::nullopt;
        }
    }
    const QString path = indexPath(options, library.folders, workplace);
    if (!QDir().mkpath(QFileInfo(path).path())) {
        streams.complain(u"The folder %1 for the index cannot be made."_s.arg(QFileInfo(path).path()));
        return std::nullopt;
    }
    library.index = std::make_unique<RunbookIndexStore>(path);
    if (const auto ready = library.index->prepare(); !ready) {
        streams.complain(u"The index %1 cannot be used. "_s.arg(path) + ready.problem().text);
        return std::nullopt;
    }
    const std::atomic_bool stop = false;
    library.progress = Indexer::run(path, library.folders, stop, [](const IndexProgress &) {}, library.catalog);
    return library;
}

} // namespace Handrail
