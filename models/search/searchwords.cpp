// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/searchwords.h"

#include "search/runbookindex.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

struct Ending
{
    QStringView written;
    QStringView kept; ///< what stands in its place
};

/** The first that fits is changed, so longer ones come first. */
constexpr std::array endings {
    Ending { u"isations", u"is" }, Ending { u"izations", u"is" }, Ending { u"isation", u"is" }, Ending { u"ization", u"is" },
    Ending { u"nesses", u"" },     Ending { u"ations", u"at" },   Ending { u"ation", u"at" },   Ending { u"ments", u"" },
    Ending { u"iness", u"y" },     Ending { u"ness", u"" },       Ending { u"ures", u"" },      Ending { u"ment", u"" },
    Ending { u"ings", u"" },       Ending { u"ions", u"" },       Ending { u"ies", u"y" },      Ending { u"ied", u"y" },
    Ending { u"ing", u"" },        Ending { u"ion", u"" },        Ending { u"ure", u"" },       Ending { u"ers", u"" },
    Ending { u"ors", u"" },        Ending { u"ity", u"" },        Ending { u"ed", u"" },        Ending { u"er", u"" },
    Ending { u"or", u"" },         Ending { u"es", u"" },         Ending { u"ly", u"" },        Ending { u"s", u"" },
};

constexpr std::array formEndings { u"", u"s", u"es", u"e", u"ed", u"ing", u"er", u"ers", u"ure", u"ures", u"ion", u"ions",
                                   u"or", u"ors", u"ment", u"ly", u"y", u"ies", u"ied", u"ation", u"ity", u"ness" };

const QSet<QString> &stopWords()
{
    static const QSet<QString> words = [] {
        const QString list
            = u"a about above after again all also an and any are aren as at be because been before being below between but by "
              u"can could did didn do does doesn doing don for from further had has hasn have haven having he her here his how i if "
              u"in into is isn it its itself just ll may me more most my no nor not now of off on once only or other our out over "
              u"own please re same she should so some such than that the their them then there these they this those through to "
              u"too under until up upon using ve very via was wasn we were weren what when where which while who why will with "
              u"within won would you your value labels label alert alerts alerting alertname firing severity critical warning "
              u"info runbook"_s;
        const QStringList split = list.split(u' ');
        return QSet<QString>(split.begin(), split.end());
    }();
    return words;
}

bool isVowel(QChar c)
{
    switch (c.unicode()) {
    case u'a':
    case u'e':
    case u'i':
    case u'o':
    case u'u':
    case u'y':
        return true;
    default:
        return false;
    }
}

/** Whether a new word starts at @p i inside an identifier: lower to upper, or the last capital of "HTTPErrors". */
bool startsWord(QStringView text, qsizetype i)
{
    if (i == 0 || !text[i].isUpper())
        return false;
    if (text[i - 1].isLower() || text[i - 1].isDigit())
        return true;
    return text[i - 1].isUpper() && i + 1 < text.size() && text[i + 1].isLower();
}

QStringList pathKeys(const QString &path)
{
    QStringList keys;
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        keys.append(nameKey(keys.size() == parts.size() - 1 ? pageStem(part) : part));
    if (keys.size() > 1 && isFolderPage(keys.last()))
        keys.removeLast();
    return keys;
}

} // namespace

QString foldedWordOf(QStringView word)
{
    const bool ascii = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii)
        return word.toString().toLower();
    QString result;
    const QString lower = word.toString().normalized(QString::NormalizationForm_D).toLower();
    for (const QChar c : lower) {
        if (!c.isMark())
            result.append(c);
    }
    return result;
}

double WordFrequencies::rarityOf(const QString &stem) const
{
    if (sections == 0)
        return 1;
    return std::log(1 + double(sections) / (1 + containing.value(stem))) / std::log(1 + double(sections));
}

QString nameKey(QStringView name)
{
    QString key;
    const QString plain = foldedWordOf(name);
    for (const QChar c : plain) {
        if (c.isLetterOrNumber())
            key.append(c);
    }
    return key;
}

QStringList nameKeys(const QStringList &names)
{
    QStringList keys;
    for (const QString &name : names)
        keys.append(nameKey(name));
    return keys;
}

QString pageStem(QStringView path)
{
    static const QRegularExpression endings(u"(\\.(md|markdown|mdx|html?|erb))+$"_s, QRegularExpression::CaseInsensitiveOption);
    return path.sliced(path.lastIndexOf(u'/') + 1).toString().remove(endings);
}

bool isFolderPage(const QString &stem)
{
    const QString lower = stem.toLower();
    return lower == u"readme" || lower == u"index" || lower == u"_index";
}

bool isFolderOfAnything(const QString &key)
{
    static const QStringList keys { u"docs"_s,   u"doc"_s,       u"content"_s,  u"source"_s,  u"src"_s,    u"runbooks"_s,
                                    u"alerts"_s, u"playbooks"_s, u"services"_s, u"service"_s, u"manual"_s, u"general"_s };
    return keys.contains(key);
}

QString pageName(const QString &path)
{
    const QString stem = pageStem(path);
    const QString folder = path.section(u'/', -2, -2);
    return isFolderPage(stem) && !folder.isEmpty() ? folder : stem;
}

int sharedParts(const QString &path, const QString &other)
{
    const QStringList a = pathKeys(path);
    const QStringList b = pathKeys(other);
    int shared = 0;
    while (shared < std::min(a.size(), b.size()) && a.at(a.size() - 1 - shared) == b.at(b.size() - 1 - shared))
        ++shared;
    return shared;
}

int pathParts(const QString &path)
{
    return int(pathKeys(path).size());
}

QString spelledOut(QStringView name)
{
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool separator = !name[i].isLetterOrNumber();
        if ((separator || startsWord(name, i)) && !result.isEmpty() && !result.endsWith(u' '))
            result.append(u' ');
        if (!separator)
            result.append(name[i]);
    }
    return result.trimmed();
}

QStringList searchWordsOf(QStringView text)
{
    QStringList words;
    qsizetype start = 0;
    qsizetype innerStart = 0;
    bool hasParts = false;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && (text[i].isLetterOrNumber() || text[i].isMark());
        if (inside && i > start && startsWord(text.sliced(start), i - start)) {
            words.append(foldedWordOf(text.sliced(innerStart, i - innerStart)));
            innerStart = i;
            hasParts = true;
        }
        if (inside)
            continue;
        if (i > innerStart)
            words.append(foldedWordOf(text.sliced(innerStart, i - innerStart)));
        if (hasParts)
            words.append(foldedWordOf(text.sliced(start, i - start)));
        start = innerStart = i + 1;
        hasParts = false;
    }
    return words;
}

int editDistance(QStringView a, QStringView b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    QList<int> previous;
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        QList<int> next(b.size() + 1, int(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            next[j + 1] = std::min({ row[j] + (a[i] == b[j] ? 0 : 1), next[j] + 1, row[j + 1] + 1 });
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                next[j + 1] = std::min(next[j + 1], previous[j - 1] + 1);
        }
        if (*std::min_element(next.begin(), next.end()) > limit)
            return limit + 1;
        previous = std::exchange(row, std::move(next));
    }
    return row.last();
}

int mistakesIn(QStringView name)
{
    return name.size() < 5 ? 0 : name.size() < 8 ? 1 : 2;
}

QString stemOf(QStringView word)
{
    constexpr qsizetype shortest = 3;
    if (word.size() <= shortest || word.endsWith(u"ss") || word.back().isDigit())
        return word.toString();
    QString stem = word.toString();
    for (const Ending &ending : endings) {
        if (word.back() != ending.written.back() || !word.endsWith(ending.written))
            continue;
        const QStringView rest = word.chopped(ending.written.size());
        if (rest.size() >= shortest && std::any_of(rest.begin(), rest.end(), isVowel)) {
            stem = rest.toString() + ending.kept.toString();
            break;
        }
    }
    if (stem.size() > shortest && stem.endsWith(u'e'))
        stem.chop(1);
    const qsizetype last = stem.size() - 1;
    if (last >= shortest && stem[last] == stem[last - 1] && stem[last] != u'l' && stem[last] != u's')
        stem.chop(1); // "stopped", "stopping"
    if (stem.endsWith(u'y') && stem.size() > shortest)
        stem[stem.size() - 1] = u'i';
    return stem;
}

QStringList formsOf(const QString &stem)
{
    QStringList forms { stem };
    QStringList bases { stem };
    if (stem.size() >= 3 && !isVowel(stem.back()))
        bases.append(stem + stem.back());
    if (stem.endsWith(u'i'))
        bases.append(stem.chopped(1));
    for (const QString &base : bases) {
        for (const QStringView ending : formEndings) {
            const QString form = base + ending.toString();
            if (!forms.contains(form) && stemOf(form) == stem)
                forms.append(form);
        }
    }
    return forms;
}

bool isStopWord(QStringView word)
{
    return stopWords().contains(QString::fromRawData(word.data(), word.size())); // no copy, it is asked for every word
}

QString signsOf(QStringView name)
{
    constexpr QStringView telling = u"<>!+#\u2264\u2265";
    QString signs;
    QChar before;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool isMinus = c == u'-' && !before.isLetterOrNumber() && i + 1 < name.size() && name[i + 1].isDigit();
        if (c.isDigit() && !before.isDigit() && !signs.isEmpty())
            signs += u' ';
        if (c.isDigit() || isMinus || telling.contains(c))
            signs += c;
        before = c;
    }
    return signs;
}

bool speaksOfOthers(QStringView text)
{
    static const QSet<QString> words { u"not"_s,      u"except"_s,   u"only"_s,     u"without"_s,  u"retired"_s,  u"removed"_s, u"deprecated"_s,
                                       u"obsolete"_s, u"silenced"_s, u"muted"_s,    u"disabled"_s, u"formerly"_s, u"renamed"_s, u"handover"_s,
                                       u"mortem"_s,   u"mortems"_s,  u"postmortem"_s, u"postmortems"_s, u"changelog"_s, u"history"_s };
    const QStringList said = searchWordsOf(text);
    return std::any_of(said.begin(), said.end(), [](const QString &word) { return words.contains(word); });
}

QString alertNameOf(QStringView heading)
{
    QString title = heading.trimmed().toString();
    static const QRegularExpression prefix(u"^(alert\\s*name|alert)\\s*[:=]\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    const bool announced = prefix.match(title).hasMatch();
    title.remove(prefix);
    static const QRegularExpression marks(u"[\"'`*“”]"_s);
    title.remove(marks);
    static const QRegularExpression leadingName(u"^([A-Za-z][A-Za-z0-9_:]*)((?:\\s*[(\\[:,–]|\\s+-).*)?$"_s);
    const QRegularExpressionMatch match = leadingName.match(title.trimmed());
    if (!match.hasMatch() || speaksOfOthers(match.capturedView(2)))
        return {};
    QString name = match.captured(1);
    while (name.endsWith(u':'))
        name.chop(1);
    const qsizetype parts = spelledOut(name).count(u' ') + 1;
    const bool isSentence = match.capturedLength(0) > name.size();
    return announced || parts >= (isSentence ? 3 : 2) ? name : QString();
}

} // namespace Handrail
