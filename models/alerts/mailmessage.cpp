// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/mailmessage.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestPart = 4;

struct Part {
    QHash<QString, QString> head; ///< names in lower case
    QString body;
    bool isComplete = false; ///< an empty line ended the head
};

Part partOf(const QString &text)
{
    static const QRegularExpression field(u"^([A-Za-z][A-Za-z0-9-]*):[ \\t]*(.*)$"_s);
    Part part;
    QString last;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            end = text.size();
        const QString line = text.sliced(at, end - at);
        if (line.trimmed().isEmpty()) {
            part.isComplete = true;
            part.body = text.mid(end + 1);
            return part;
        }
        if (line.front().isSpace() && !last.isEmpty()) {
            part.head[last] += u' ' + line.trimmed();
        } else if (const auto match = field.match(line); match.hasMatch()) {
            last = match.captured(1).toLower();
            part.head.insert(last, match.captured(2).trimmed());
        } else {
            part.body = text.mid(at);
            return part;
        }
        at = end + 1;
    }
    return part;
}

QByteArray quotedPrintable(const QByteArray &encoded, bool underscoreIsSpace)
{
    QByteArray decoded;
    decoded.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char c = encoded.at(i);
        if (c == '_' && underscoreIsSpace) {
            decoded.append(' ');
        } else if (c != '=') {
            decoded.append(c);
        } else if (i + 1 >= encoded.size()) {
            break; // the mail ends in a soft break
        } else if (encoded.at(i + 1) == '\n') {
            ++i;
        } else {
            bool ok = false;
            const int byte = encoded.mid(i + 1, 2).toInt(&ok, 16);
            if (ok && i + 2 < encoded.size()) {
                decoded.append(char(byte));
                i += 2;
            } else {
                decoded.append(c); // wrongly declared: it is only an equals sign
            }
        }
    }
    return decoded;
}

QString decoded(const QByteArray &bytes, const QString &charset)
{
    QStringDecoder decoder(charset.isEmpty() ? "UTF-8" : charset.toLatin1().constData());
    if (!decoder.isValid())
        return QString::fromUtf8(bytes);
    return decoder.decode(bytes);
}

/** "=?UTF-8?Q?caf=C3=A9?=" as people wrote it. */
QString readableHeader(const QString &value)
{
    static const QRegularExpression word(u"=\\?([^?]+)\\?([BbQq])\\?([^?]*)\\?=\\s*"_s);
    QString readable;
    qsizetype from = 0;
    for (auto matches = word.globalMatch(value); matches.hasNext();) {
        const auto match = matches.next();
        const QByteArray content = match.captured(3).toUtf8();
        readable += value.mid(from, match.capturedStart() - from);
        const bool isBase64 = match.captured(2).toLower() == u"b";
        readable += decoded(isBase64 ? QByteArray::fromBase64(content) : quotedPrintable(content, true),
                            match.captured(1));
        from = match.capturedEnd();
    }
    return readable + value.mid(from);
}

QString parameter(const QString &contentType, const QString &name)
{
    const QRegularExpression pattern(name + u"\\s*=\\s*\"?([^\";]+)\"?"_s,
                                     QRegularExpression::CaseInsensitiveOption);
    return pattern.match(contentType).captured(1).trimmed();
}

QString readableBody(const Part &part, int depth);

/** The first plain part, else the first that has any text. */
QString readableOf(const QString &body, const QString &boundary, int depth)
{
    QString fallback;
    for (const QString &piece : body.split(u"--"_s + boundary)) {
        const Part inner = partOf(piece.mid(piece.indexOf(u'\n') + 1));
        if (!inner.isComplete)
            continue;
        const QString text = readableBody(inner, depth + 1);
        if (inner.head.value(u"content-type"_s).startsWith(u"text/plain"_s, Qt::CaseInsensitive)
            && !text.trimmed().isEmpty())
            return text;
        if (fallback.isEmpty()
            && !inner.head.value(u"content-type"_s).startsWith(u"image"_s, Qt::CaseInsensitive))
            fallback = text;
    }
    return fallback.isEmpty() ? body : fallback;
}

QString readableBody(const Part &part, int depth)
{
    const QString type = part.head.value(u"content-type"_s);
    const QString boundary = parameter(type, u"boundary"_s);
    if (!boundary.isEmpty() && depth < deepestPart)
        return readableOf(part.body, boundary, depth);
    const QString encoding = part.head.value(u"content-transfer-encoding"_s).toLower();
    if (encoding == u"quoted-printable")
        return decoded(quotedPrintable(part.body.toUtf8(), false), parameter(type, u"charset"_s));
    if (encoding == u"base64")
        return decoded(QByteArray::fromBase64(part.body.toUtf8()), parameter(type, u"charset"_s));
    return part.body;
}

} // namespace

std::optional<MailMessage> readMail(const QString &text)
{
    const qsizetype start =
        text.size() - QStringView(text).trimmed().size() > 0 ? text.indexOf(QStringView(text).trimmed()) : 0;
    QString unix = text.mid(start);
    unix.replace(u"\r\n"_s, u"\n"_s);
    const Part part = partOf(unix);
    int known = 0;
    for (const QString &name : { u"from"_s, u"to"_s, u"date"_s, u"mime-version"_s, u"message-id"_s,
                                 u"content-type"_s, u"received"_s })
        known += part.head.contains(name);
    if (!part.head.contains(u"subject"_s) || known == 0)
        return std::nullopt;
    return MailMessage{ readableHeader(part.head.value(u"subject"_s)), part.head.value(u"date"_s),
                        readableBody(part, 0) };
}

} // namespace Handrail
