// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wholefile.h"

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
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return problem(file.errorString());
    if (readers == Readers::OwnerAlone)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes);
    return file.commit() ? Result<Done>(Done {}) : problem(file.errorString());
}

} // namespace Handrail
