// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/corpus.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace Handrail::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 seed = 20'260'101;
constexpr int filesInFolder = 4;
constexpr int foldersInFolder = 40;

const QRegularExpression &longWord()
{
    static const QRegularExpression word(u"[A-Za-z]{5,}"_s);
    return word;
}

QStringList markdownBelow(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, { u"*.md"_s, u"*.markdown"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList shuffledWords(const QStringList &texts, QRandomGenerator &random)
{
    QStringList words;
    for (const QString &text : texts) {
        for (auto match = longWord().globalMatch(text); match.hasNext();)
            words.append(match.next().captured());
    }
    std::shuffle(words.begin(), words.end(), random);
    return words;
}

QString altered(const QString &text, const QStringList &words, qsizetype &next)
{
    constexpr int everyOther = 5;
    QString result;
    qsizetype kept = 0;
    int number = 0;
    for (auto match = longWord().globalMatch(text); match.hasNext();) {
        const auto word = match.next();
        if (++number % everyOther != 0)
            continue;
        result += QStringView(text).sliced(kept, word.capturedStart() - kept);
        result += words.at(next++ % words.size());
        kept = word.capturedEnd();
    }
    result += QStringView(text).sliced(kept);
    return result;
}

} // namespace

qint64 makeCorpus(const QString &source, const QString &folder, int count)
{
    QStringList texts;
    for (const QString &path : markdownBelow(source))
        texts.append(textOf(path));
    if (texts.isEmpty())
        return 0;
    QRandomGenerator random(seed);
    const QStringList words = shuffledWords(texts, random);
    qsizetype nextWord = 0;
    qint64 bytes = 0;
    for (int i = 0; i < count; ++i) {
        const int inner = i / filesInFolder;
        const QString place = u"%1/team%2/service%3"_s.arg(folder).arg(inner / foldersInFolder).arg(inner);
        QDir().mkpath(place);
        const QString &text = texts.at(i % texts.size());
        const QByteArray written = (i < texts.size() || words.isEmpty() ? text : altered(text, words, nextWord)).toUtf8();
        QFile file(place + u"/runbook%1.md"_s.arg(i));
        if (file.open(QIODevice::WriteOnly))
            bytes += std::max<qint64>(0, file.write(written));
    }
    return bytes;
}

QStringList alertTexts(const QString &folder, int count)
{
    QRandomGenerator random(seed);
    QStringList paths = markdownBelow(folder);
    std::shuffle(paths.begin(), paths.end(), random);
    QStringList pieces;
    for (const QString &path : std::as_const(paths)) {
        const QStringList words = textOf(path).simplified().split(u' ');
        const int wanted = random.bounded(30, 61);
        if (words.size() < 2 * wanted)
            continue;
        pieces.append(words.mid(random.bounded(int(words.size()) - wanted), wanted).join(u' '));
        if (pieces.size() == count)
            break;
    }
    return pieces;
}

} // namespace Handrail::Bench
