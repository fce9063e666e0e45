// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertblocks.h"

#include "alerts/alert.h"
#include "alerts/fieldroles.h"
#include "alerts/keyvalue.h"
#include "alerts/titleline.h"
#include "alerts/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 5000;
constexpr qsizetype mostBlocks = 200;
constexpr qsizetype longestLine = 2000;
constexpr int certainName = 90; // weight of keys that speak of an alert, see guessRole()
constexpr int anyName = 80;

/** A line of a text, and what it is to the lines around it. */
struct Line
{
    QString text;
    QString time; ///< "2024-05-01T10:00:00Z", taken from its head
    bool parts = false; ///< nothing in it: it is empty, a rule, or says who wrote the message below
};

bool isRule(const QString &line)
{
    static const QRegularExpression rule(u"^[-=_*#~+—─━\\s]{3,}$"_s);
    return rule.match(line).hasMatch();
}

/** "alertbot APP 10:32 AM": what chats print above a message. */
bool isChatHead(const QString &line)
{
    static const QRegularExpression head(
        u"^[\\w .'@-]{1,40}?(?:\\s+\\[?(?:APP|BOT)\\]?)?\\s+(?:(?:today|yesterday) at )?"_s
            + u"[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[AP]M)?[\\])]?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return line.size() <= 80 && head.match(line).hasMatch();
}

/** Takes off what chats and logs put before each message: "[10:32] <bot> DOWN | api". */
void takeHead(Line &line)
{
    static const QRegularExpression head(
        u"^\\[?((?:\\d{4}-\\d\\d-\\d\\d[ T])?\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?"
        u"(?:Z|[+-]\\d{2}:?\\d{2}|\\s*[AP]M)?)\\]?\\s+(?:[-–|]\\s+)?(?:<?@?[\\w.-]{1,30}>?:?\\s+(?=\\[|\\W*[A-Z]{2,}\\b))?"_s);
    const auto match = head.match(line.text);
    if (!match.hasMatch() || match.capturedLength() == line.text.size())
        return;
    line.text.remove(0, match.capturedLength());
    if (match.captured(1).size() > 16)
        line.time = match.captured(1);
}

QList<Line> linesOf(const QString &text)
{
    QList<Line> lines;
    for (const QStringView view : QStringView(text).tokenize(u'\n')) {
        if (lines.size() >= mostLines)
            break;
        Line line;
        line.text = view.first(std::min(view.size(), longestLine)).trimmed().toString();
        line.parts = line.text.isEmpty() || isRule(line.text) || isChatHead(line.text);
        lines.append(line);
    }
    return lines;
}

/** The lines from each of @p starts to the next; what stands before the first belongs to it. */
QStringList blocksFrom(const QList<Line> &lines, const QList<qsizetype> &starts)
{
    QStringList blocks;
    for (qsizetype i = 0; i < starts.size() && blocks.size() < mostBlocks; ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts.at(i + 1) : lines.size();
        QStringList block;
        for (qsizetype at = starts.at(i); at < end; ++at) {
            if (!lines.at(at).parts || lines.at(at).text.isEmpty())
                block.append(lines.at(at).text);
            if (!lines.at(at).time.isEmpty())
                block.append(u"Time: "_s + lines.at(at).time);
        }
        blocks.append(block.join(u'\n'));
    }
    return blocks;
}

/** A title that says "DOWN" begins no new alert among titles that say "CRITICAL", but a line of one. */
bool saysHowBad(const TitleLine &title)
{
    return severityFromWord(title.word) > Severity::Info && foldedWord(title.word) != u"alert";
}

bool isSameKind(const TitleLine &one, const TitleLine &other)
{
    const bool isAfter = one.mark == TitleLine::Mark::After;
    return one.isGroup == other.isGroup && isAfter == (other.mark == TitleLine::Mark::After)
        && (isAfter || saysHowBad(one) == saysHowBad(other));
}

QList<qsizetype> titledStarts(QList<Line> &lines)
{
    QList<qsizetype> starts;
    TitleLine first;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).parts)
            continue;
        Line line = lines.at(i);
        takeHead(line);
        const TitleLine title = readTitleLine(line.text);
        if (title.mark == TitleLine::Mark::None || title.name.isEmpty())
            continue;
        const bool isBelowTitle = !starts.isEmpty() && starts.last() == i - 1;
        const bool isAlone = i == 0 || lines.at(i - 1).parts || isBelowTitle || !line.time.isEmpty()
            || line.text.size() < lines.at(i).text.size();
        if (title.mark != TitleLine::Mark::Apart && !isAlone)
            continue; // a sentence of the message above
        if (starts.isEmpty())
            first = title;
        else if (!isSameKind(title, first))
            continue;
        starts.append(i);
        lines[i] = line;
    }
    return starts;
}

/** A paragraph of "Key: value" lines. */
struct Record
{
    qsizetype start = 0;
    QSet<QString> keys;
    QString nameKey;
    bool hasState = false;

    bool isAlert(int nameWeight) const
    {
        return !nameKey.isEmpty() && keys.size() >= 2 && (hasState || nameWeight >= certainName);
    }
};

QList<qsizetype> recordStarts(const QList<Line> &lines)
{
    QList<qsizetype> starts;
    QString nameKey; // of the first record: the others have the same
    Record record;
    int nameWeight = 0;
    const auto finish = [&](qsizetype next) {
        if (record.isAlert(nameWeight) && (nameKey.isEmpty() || nameKey == record.nameKey)) {
            nameKey = record.nameKey;
            starts.append(record.start);
        }
        record = Record();
        record.start = next;
        nameWeight = 0;
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).parts) {
            finish(i + 1);
            continue;
        }
        const auto pair = keyValueIn(QString(lines.at(i).text).remove(u'*'));
        if (!pair || isNoValue(pair->value))
            continue;
        const QString key = foldedWord(pair->key);
        const FieldGuess guess = guessRole(pair->key);
        const bool isName = guess.role == FieldRole::Name && guess.weight >= anyName;
        if (isName && guess.weight >= certainName && record.nameKey == key)
            finish(i);
        if (isName && record.nameKey.isEmpty()) {
            record.nameKey = key;
            nameWeight = guess.weight;
        }
        record.hasState =
            record.hasState || guess.role == FieldRole::Severity || guess.role == FieldRole::Status;
        record.keys.insert(key);
    }
    finish(lines.size());
    return starts;
}

/** Lines of logfmt that name an alert each. */
QList<qsizetype> logfmtStarts(const QList<Line> &lines)
{
    QList<qsizetype> starts;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines.at(i).text.contains(u'='))
            continue;
        const QList<KeyValue> pairs = logfmtIn(lines.at(i).text);
        const bool names = std::any_of(pairs.begin(), pairs.end(), [](const KeyValue &pair) {
            const FieldGuess guess = guessRole(pair.key);
            return guess.role == FieldRole::Name && guess.weight >= certainName;
        });
        if (names)
            starts.append(i);
    }
    return starts;
}

} // namespace

QStringList alertBlocks(const QString &text)
{
    QList<Line> lines = linesOf(text);
    QList<qsizetype> starts = logfmtStarts(lines);
    if (starts.size() < 2)
        starts = recordStarts(lines);
    if (starts.size() < 2)
        starts = titledStarts(lines);
    if (starts.size() < 2)
        return { text };
    return blocksFrom(lines, starts);
}

} // namespace Handrail
