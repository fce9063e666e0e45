// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/oddcharacters.h"

#include <QHash>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isControl(char32_t c)
{
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7f && c <= 0x9f);
}

bool isHidden(char32_t c)
{
    return isControl(c) || c == 0x00ad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2028 && c <= 0x2029) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || c == 0x180e || c == 0x061c
        || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0000 && c <= 0xe01ef);
}

/** Names of the hidden characters met in practice; the Unicode name in lower case, and the short form shown in their place. */
struct Name
{
    QString full;
    QString shortForm;
};

const QHash<char32_t, Name> &hiddenNames()
{
    static const QHash<char32_t, Name> names = {
        { 0x00, { u"null"_s, u"␀"_s } },
        { 0x07, { u"bell"_s, u"␇"_s } },
        { 0x08, { u"backspace"_s, u"␈"_s } },
        { 0x0d, { u"carriage return"_s, u"␍"_s } },
        { 0x1b, { u"escape"_s, u"␛"_s } },
        { 0x7f, { u"delete"_s, u"␡"_s } },
        { 0x00ad, { u"soft hyphen"_s, u"⟦SHY⟧"_s } },
        { 0x061c, { u"arabic letter mark"_s, u"⟦ALM⟧"_s } },
        { 0x200b, { u"zero width space"_s, u"⟦ZWSP⟧"_s } },
        { 0x200c, { u"zero width non-joiner"_s, u"⟦ZWNJ⟧"_s } },
        { 0x200d, { u"zero width joiner"_s, u"⟦ZWJ⟧"_s } },
        { 0x200e, { u"left-to-right mark"_s, u"⟦LRM⟧"_s } },
        { 0x200f, { u"right-to-left mark"_s, u"⟦RLM⟧"_s } },
        { 0x202a, { u"left-to-right embedding"_s, u"⟦LRE⟧"_s } },
        { 0x202b, { u"right-to-left embedding"_s, u"⟦RLE⟧"_s } },
        { 0x202c, { u"pop directional formatting"_s, u"⟦PDF⟧"_s } },
        { 0x202d, { u"left-to-right override"_s, u"⟦LRO⟧"_s } },
        { 0x202e, { u"right-to-left override"_s, u"⟦RLO⟧"_s } },
        { 0x2060, { u"word joiner"_s, u"⟦WJ⟧"_s } },
        { 0x2066, { u"left-to-right isolate"_s, u"⟦LRI⟧"_s } },
        { 0x2067, { u"right-to-left isolate"_s, u"⟦RLI⟧"_s } },
        { 0x2068, { u"first strong isolate"_s, u"⟦FSI⟧"_s } },
        { 0x2069, { u"pop directional isolate"_s, u"⟦PDI⟧"_s } },
        { 0xfeff, { u"zero width no-break space"_s, u"⟦BOM⟧"_s } },
    };
    return names;
}

const QHash<char32_t, QString> &lookAlikes()
{
    static const QHash<char32_t, QString> names = {
        { 0x00a0, u"no-break space"_s },
        { 0x2007, u"figure space"_s },
        { 0x2009, u"thin space"_s },
        { 0x202f, u"narrow no-break space"_s },
        { 0x3000, u"ideographic space"_s },
        { 0x2010, u"hyphen"_s },
        { 0x2011, u"non-breaking hyphen"_s },
        { 0x2012, u"figure dash"_s },
        { 0x2013, u"en dash"_s },
        { 0x2014, u"em dash"_s },
        { 0x2212, u"minus sign"_s },
        { 0x2018, u"left single quotation mark"_s },
        { 0x2019, u"right single quotation mark"_s },
        { 0x201c, u"left double quotation mark"_s },
        { 0x201d, u"right double quotation mark"_s },
        { 0x2044, u"fraction slash"_s },
        { 0x2215, u"division slash"_s },
        { 0x037e, u"greek question mark"_s },
        { 0xff1b, u"fullwidth semicolon"_s },
        { 0xff5c, u"fullwidth vertical line"_s },
    };
    return names;
}

QString codePointName(char32_t c)
{
    return u"U+%1"_s.arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}

/** The look-alike's name, or nothing. Whole words in another script are words; one letter among Latin ones is a trick. */
QString lookAlikeName(char32_t c, bool besideLatin)
{
    if (const auto known = lookAlikes().constFind(c); known != lookAlikes().constEnd())
        return *known;
    if (!besideLatin)
        return {};
    switch (QChar::script(c)) {
    case QChar::Script_Cyrillic:
        return u"cyrillic letter"_s;
    case QChar::Script_Greek:
        return u"greek letter"_s;
    default:
        return c >= 0xff01 && c <= 0xff5e ? u"fullwidth form"_s : QString();
    }
}

bool isLatinLetter(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetter() && text[at].script() == QChar::Script_Latin;
}

struct CodePoint
{
    char32_t value;
    qsizetype units;
};

CodePoint codePointAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return { QChar::surrogateToUcs4(text[at], text[at + 1]), 2 };
    return { text[at].unicode(), 1 };
}

} // namespace

QList<OddCharacter> oddCharacters(QStringView text)
{
    QList<OddCharacter> found;
    for (qsizetype at = 0; at < text.size();) {
        const auto [c, units] = codePointAt(text, at);
        if (c >= 0x80 || isControl(c)) {
            if (isHidden(c)) {
                const QString name = hiddenNames().value(c, { u"control character"_s, {} }).full;
                found.append({ OddCharacter::Kind::Hidden, c, at, codePointName(c) + u' ' + name });
            } else if (const QString name = lookAlikeName(c, isLatinLetter(text, at - 1) || isLatinLetter(text, at + units));
                       !name.isEmpty()) {
                found.append({ OddCharacter::Kind::LookAlike, c, at, codePointName(c) + u' ' + name });
            }
        }
        at += units;
    }
    return found;
}

QString madeVisible(QStringView text)
{
    QString visible;
    visible.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const auto [c, units] = codePointAt(text, at);
        if (isHidden(c)) {
            const QString shortForm = hiddenNames().value(c).shortForm;
            visible += shortForm.isEmpty() ? u'⟦' + codePointName(c) + u'⟧' : shortForm;
        } else {
            visible += text.sliced(at, units);
        }
        at += units;
    }
    return visible;
}

QString copyable(QStringView text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (!isControl(c.unicode()))
            clean += c;
    }
    while (clean.endsWith(u'\n'))
        clean.chop(1);
    return clean;
}

} // namespace Handrail
