// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wholefile.h"

#include "base/disksync.h"

#include <QFileInfo>
#include <QSaveFile>

namespace Handrail {

using namespace Qt::StringLiterals;

Result<Done> writeWhole(const QString &path, const QByteArray &bytes, Readers readers)
{
    const auto problem = [&](const QString &why) {
        return Problem { Problem::Severity::Error, u"%1 cannot be written: %2."_s.arg(path, why) };
    };
    if (QFileInfo(path).isSymLink())
        return problem(u"it is a link"_s);
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return problem(u"it is no regular file"_s);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return problem(file.errorString());
    if (readers == Readers::OwnerAlone)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes);
    // QSaveFile says nothing of a disk that took the bytes and lost them on the way.
    if (file.error() == QFile::NoError && !syncToDisk(file)) {
        const QString why = file.error() == QFile::NoError ? u"the disk did not take it"_s : file.errorString();
        file.cancelWriting();
        return problem(why);
    }
    if (!file.commit())
        return problem(file.errorString());
    return syncToDisk(QFileInfo(path).absolutePath()) ? Result<Done>(Done {}) : problem(u"the disk did not take its name"_s);
}

} // namespace Handrail
