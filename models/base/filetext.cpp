// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filetext.h"

#include <QStringDecoder>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNamed = 20; ///< lines with control characters: a file full of NULs is said once, not a million times

bool isControl(QChar character)
{
    return (character < u' ' && character != u'\n' && character != u'\r' && character != u'\t') || character == QChar(0x7f);
}

/** yaml-cpp takes byte 4 for the end of the file, and no format read here has a use for a control character. */
void replaceControls(QString &text, QList<Problem> &problems)
{
    int line = 1;
    int lastNamed = 0;
    int named = 0;
    for (QChar &character : text) {
        if (character == u'\n')
            ++line;
        if (!isControl(character))
            continue;
        character = u' ';
        if (lastNamed != line && named++ < mostNamed)
            problems.append({ Problem::Severity::Warning, u"A control character stands here; it was read as a space."_s, line });
        lastNamed = line;
    }
}

} // namespace

QString textOfFile(const QByteArray &bytes, QList<Problem> &problems)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8),
                           QStringConverter::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        const qsizetype first = qMax<qsizetype>(0, text.indexOf(QChar(QChar::ReplacementCharacter)));
        problems.append({ Problem::Severity::Warning,
                          u"The file is not UTF-8: what could not be read is shown as \uFFFD. Save it as UTF-8."_s,
                          int(text.first(first).count(u'\n')) + 1 });
    }
    replaceControls(text, problems);
    return text;
}

} // namespace Handrail
