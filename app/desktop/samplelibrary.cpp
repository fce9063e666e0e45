// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/samplelibrary.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace Handrail {

using namespace Qt::StringLiterals;

Result<QString> installSamples(const QString &folder)
{
    const QString source = u":/samples"_s;
    QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = folder + from.mid(source.size());
        if (QFile::exists(to))
            continue;
        QDir().mkpath(QFileInfo(to).path());
        QFile copy(from);
        if (!copy.copy(to))
            return Problem { Problem::Severity::Error, u"The samples could not be copied to %1: %2"_s.arg(folder, copy.errorString()) };
        QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    }
    return folder + u"/library"_s;
}

} // namespace Handrail
