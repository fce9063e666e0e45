// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/attachmentfolder.h"

#include "base/disksync.h"
#include "base/wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 120; ///< UTF-16 units

Problem problem(const QString &text)
{
    return { Problem::Severity::Error, text, 0 };
}

Problem tooLarge()
{
    return problem(u"The file is larger than 25 MB. It was not attached."_s);
}

bool isHash(const QByteArray &sha256)
{
    return sha256.size() == 64
        && std::all_of(sha256.begin(), sha256.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/** A cut may have gone through a character of two units. */
QString withoutHalves(QString text)
{
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    if (!text.isEmpty() && text.front().isLowSurrogate())
        text.remove(0, 1);
    return text;
}

} // namespace

AttachmentFolder::AttachmentFolder(const QString &dataFolder)
    : m_path(dataFolder + u"/attachments"_s)
{
}

Result<Attachment> AttachmentFolder::keep(const QByteArray &bytes, const QString &name) const
{
    if (bytes.size() > mostBytes)
        return tooLarge();
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    const QString type = QMimeDatabase().mimeTypeForData(bytes).name(); // the name may lie
    const Attachment kept { harmlessName(name), bytes.size(), sha256, type };
    if (!pathOf(sha256).isEmpty())
        return kept;
    if (m_path.isEmpty() || !QDir().mkpath(m_path) || !syncToDisk(QFileInfo(m_path).path()))
        return problem(u"The folder for attachments cannot be made. Nothing was attached."_s);
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const auto written = writeWhole(m_path + u'/' + QString::fromLatin1(sha256), bytes); !written)
        return problem(written.problem().text + u" Nothing was attached."_s);
    return kept;
}

Result<Attachment> AttachmentFolder::keepFile(const QString &filePath) const
{
    const QFileInfo info(filePath);
    if (!info.isFile())
        return problem(u"Only a file can be attached, not a folder or a device."_s);
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return problem(u"The file cannot be read: %1. It was not attached."_s.arg(file.errorString()));
    const QByteArray bytes = file.read(mostBytes + 1); // it may have grown since it was looked at
    if (file.error() != QFile::NoError)
        return problem(u"The file cannot be read: %1. It was not attached."_s.arg(file.errorString()));
    return keep(bytes, info.fileName());
}

QString AttachmentFolder::pathOf(const QByteArray &sha256) const
{
    const QString path = m_path + u'/' + QString::fromLatin1(sha256);
    return !m_path.isEmpty() && isHash(sha256) && QFileInfo(path).isFile() ? path : QString();
}

QString harmlessName(const QString &name)
{
    static const QRegularExpression odd(uR"([\p{C}\p{Zl}\p{Zp}])"_s);
    QString last = name;
    last = last.replace(u'\\', u'/').section(u'/', -1).remove(odd).simplified();
    while (last.startsWith(u'.'))
        last.remove(0, 1);
    if (last.size() > longestName)
        last = withoutHalves(last.left(longestName / 2)) + u'…' + withoutHalves(last.right(longestName / 2 - 1));
    return last.isEmpty() ? u"file"_s : last;
}

bool isOnlyShown(const QString &mediaType)
{
    return mediaType == "text/plain"_L1 || mediaType == "application/pdf"_L1
        || (mediaType.startsWith("image/"_L1) && !mediaType.contains("xml"_L1));
}

} // namespace Handrail
