// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/vocabulary.h"

#include "search/searchwords.h"

#include <QFile>
#include <QSet>

static void initialiseVocabulary() // Q_INIT_RESOURCE works in the global namespace alone
{
    Q_INIT_RESOURCE(matching);
}

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype furthestApart = 4; ///< words from one of a phrase to the next

struct Subject
{
    QList<QPair<QString, QStringList>> phrases; ///< as written, and their stems
    QStringList words;
};

/** Apostrophes part no word here: "isn't" is one on both sides. */
QStringList stemsOf(QString text)
{
    text.remove(u'\'').remove(u'’');
    QStringList stems;
    for (const QString &word : searchWordsOf(text))
        stems.append(stemOf(word));
    return stems;
}

QList<Subject> readTable()
{
    initialiseVocabulary();
    QFile file(u":/matching/vocabulary.txt"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    QList<Subject> subjects;
    const QStringList lines = opened ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        if (line.startsWith(u'#') || equals < 0)
            continue;
        Subject subject;
        for (const QString &phrase : line.first(equals).split(u','))
            subject.phrases.append({ phrase.trimmed(), stemsOf(phrase) });
        subject.words = line.sliced(equals + 1).split(u' ', Qt::SkipEmptyParts);
        subjects.append(subject);
    }
    return subjects;
}

/** Whether @p phrase stands in @p text, in its order and near enough together. */
bool isIn(const QStringList &text, const QStringList &phrase)
{
    for (qsizetype first = text.indexOf(phrase.first()); first >= 0; first = text.indexOf(phrase.first(), first + 1)) {
        qsizetype at = first;
        qsizetype found = 1;
        while (found < phrase.size()) {
            const qsizetype next = text.indexOf(phrase.at(found), at + 1);
            if (next < 0 || next - at > furthestApart)
                break;
            at = next;
            ++found;
        }
        if (found == phrase.size())
            return true;
    }
    return false;
}

} // namespace

QList<MeantWord> meantWords(const QString &text)
{
    static const QList<Subject> table = readTable();
    const QStringList said = stemsOf(text);
    QSet<QString> seen;
    QList<MeantWord> meant;
    for (const Subject &subject : table) {
        for (const auto &[phrase, stems] : subject.phrases) {
            if (!isIn(said, stems))
                continue;
            for (const QString &word : subject.words) {
                if (seen.contains(word))
                    continue;
                seen.insert(word);
                meant.append({ word, phrase });
            }
            break;
        }
    }
    return meant;
}

} // namespace Handrail
