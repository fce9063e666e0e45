// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace Handrail {

/** A file kept with an incident. Its bytes lie beside the incidents, named by their hash alone. */
struct Attachment
{
    QString name; ///< what it was called, made harmless: for showing, never for a path
    qint64 size = 0; ///< bytes
    QByteArray sha256; ///< hexadecimal
    QString mediaType; ///< as its content looks: "image/png"

    bool operator==(const Attachment &) const = default;
};

/** The folder "attachments" of a data folder: each file is there once, written whole or not at all, and private. */
class AttachmentFolder
{
public:
    static constexpr qint64 mostBytes = 25 * 1024 * 1024;

    AttachmentFolder() = default; ///< nowhere: nothing is kept
    explicit AttachmentFolder(const QString &dataFolder);

    Result<Attachment> keep(const QByteArray &bytes, const QString &name) const;
    Result<Attachment> keepFile(const QString &filePath) const; ///< a copy of it
    /** Where the bytes of that hash are; empty when they are gone or @p sha256 is none. */
    QString pathOf(const QByteArray &sha256) const;

private:
    QString m_path;
};

/** The last part of the path @p name without control and bidirectional characters, shortened; "file" if nothing is left. */
QString harmlessName(const QString &name);

/** Whether a program that shows the type only shows it: pictures, plain text, PDF. Not what may hold a script. */
bool isOnlyShown(const QString &mediaType);

} // namespace Handrail
