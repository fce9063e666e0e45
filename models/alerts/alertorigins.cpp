// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertorigins.h"

#include "alerts/alerttimes.h"
#include "alerts/fieldroles.h"
#include "alerts/pastefields.h"
#include "alerts/words.h"

#include <algorithm>
#include <limits>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTime = 60;
constexpr qsizetype longestStatus = 120; ///< a title line; further words are prose

FieldRole roleOf(AlertField field)
{
    switch (field) {
    case AlertField::Name:
        return FieldRole::Name;
    case AlertField::Service:
        return FieldRole::Service;
    case AlertField::Severity:
        return FieldRole::Severity;
    case AlertField::Status:
        return FieldRole::Status;
    case AlertField::StartsAt:
        return FieldRole::Start;
    case AlertField::EndsAt:
        return FieldRole::End;
    case AlertField::Runbook:
        break;
    }
    return FieldRole::Runbook;
}

/** @p value in @p text as a whole word; -1 when it is not there. */
qsizetype wordAt(QStringView text, QStringView value)
{
    const auto isPart = [&](qsizetype place) {
        return place >= 0 && place < text.size() && (text.at(place).isLetterOrNumber() || text.at(place) == u'_');
    };
    for (qsizetype at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
        if (!isPart(at - 1) && !isPart(at + value.size()))
            return at;
    }
    return -1;
}

/** One alert's search through the fields of the text it was read from. */
class OriginFinder
{
public:
    OriginFinder(const Alert &alert, const QString &text)
        : m_alert(alert)
        , m_text(text)
        , m_fields(fieldsIn(text))
    {
        findPlace();
    }

    AlertOrigins find();

private:
    struct Candidate
    {
        TextSpan span;
        QString key;
        int rank = 0; ///< 0 is none
    };

    void findPlace();
    qsizetype distance(qsizetype start) const { return std::abs(start - m_place); }
    bool isPair(qsizetype index, const Labels::Pair &pair) const;
    TextSpan part(const PasteField &field, QStringView value) const;
    TextSpan statusWord(const PasteField &field) const;
    TextSpan time(const PasteField &field, const QDateTime &wanted) const;
    template <typename PartOf>
    void findField(AlertField field, PartOf partOf);
    void usePair(const Labels::Pair &pair);
    void useText(const QString &value);
    void use(TextSpan span);
    int lineOf(qsizetype place) const { return 1 + int(QStringView(m_text).first(place).count(u'\n')); }
    int unusedLines() const;

    const Alert &m_alert;
    const QString &m_text;
    const QList<PasteField> m_fields;
    qsizetype m_place = 0; ///< about where this alert stands among others
    AlertOrigins m_origins;
};

/** A label that occurs once tells where this alert is: the middle of all such. */
void OriginFinder::findPlace()
{
    QList<qsizetype> places;
    for (const Labels::Pair &pair : m_alert.labels) {
        qsizetype only = -1;
        int count = 0;
        for (qsizetype i = 0; i < m_fields.size() && count < 2; ++i) {
            if (isPair(i, pair)) {
                only = m_fields.at(i).span.start;
                ++count;
            }
        }
        if (count == 1)
            places.append(only);
    }
    if (places.isEmpty()) {
        m_place = std::max<qsizetype>(0, m_alert.fingerprint.isEmpty() ? 0 : m_text.indexOf(m_alert.fingerprint));
        return;
    }
    std::sort(places.begin(), places.end());
    m_place = places.at(places.size() / 2);
}

/** A label under its own name, or as the value after a field that holds the name: {"name": "pod", "value": "db-0"}. */
bool OriginFinder::isPair(qsizetype index, const Labels::Pair &pair) const
{
    const PasteField &field = m_fields.at(index);
    if (field.value != pair.second)
        return false;
    return field.key == pair.first || (index > 0 && m_fields.at(index - 1).value == pair.first)
        || (index + 1 < m_fields.size() && m_fields.at(index + 1).value == pair.first);
}

/** The part of @p field that says @p value; empty when none does. */
TextSpan OriginFinder::part(const PasteField &field, QStringView value) const
{
    if (value.isEmpty())
        return {};
    if (field.value == value)
        return field.span;
    const qsizetype at = wordAt(QStringView(m_text).sliced(field.span.start, field.span.length), value);
    return at < 0 ? TextSpan() : TextSpan { field.span.start + at, value.size() };
}

TextSpan OriginFinder::statusWord(const PasteField &field) const
{
    if (field.value.size() > longestStatus)
        return {};
    if (statusFromWord(field.value) == m_alert.status)
        return field.span;
    const QStringView text = QStringView(m_text).sliced(field.span.start, field.span.length);
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && text.at(end).isLetter())
            ++end;
        if (end > start && statusFromWord(text.sliced(start, end - start)) == m_alert.status)
            return { field.span.start + start, end - start };
        start = end + 1;
    }
    return {};
}

TextSpan OriginFinder::time(const PasteField &field, const QDateTime &wanted) const
{
    const auto isDigit = [](QChar character) { return character.isDigit(); };
    if (field.value.size() > longestTime || !std::any_of(field.value.begin(), field.value.end(), isDigit))
        return {};
    return timeFromText(field.value, Zoneless::Utc) == wanted ? field.span : TextSpan();
}

template <typename PartOf>
void OriginFinder::findField(AlertField field, PartOf partOf)
{
    Candidate best;
    qsizetype bestDistance = std::numeric_limits<qsizetype>::max();
    for (const PasteField &candidate : m_fields) {
        const TextSpan span = partOf(candidate);
        if (span.length == 0)
            continue;
        const FieldGuess guess = guessRole(candidate.key, candidate.parent);
        const int rank = 1 + (span == candidate.span ? 2 : 0) + (guess.role == roleOf(field) ? 4 : 0);
        if (rank > best.rank || (rank == best.rank && distance(span.start) < bestDistance)) {
            best = { span, candidate.key, rank };
            bestDistance = distance(span.start);
        }
    }
    if (best.rank == 0)
        return;
    m_origins.fields.append({ field, best.key, lineOf(best.span.start), best.span });
    use(best.span);
}

void OriginFinder::usePair(const Labels::Pair &pair)
{
    TextSpan best;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const TextSpan span = m_fields.at(i).span;
        if (isPair(i, pair) && (best.length == 0 || distance(span.start) < distance(best.start)))
            best = span;
    }
    if (best.length > 0)
        use(best);
    else
        useText(pair.second);
}

void OriginFinder::useText(const QString &value)
{
    const QString firstLine = value.section(u'\n', 0, 0).trimmed();
    for (const QString &wanted : { value, firstLine }) {
        if (const qsizetype at = wanted.isEmpty() ? -1 : wordAt(m_text, wanted); at >= 0) {
            use({ at, wanted.size() });
            return;
        }
    }
}

void OriginFinder::use(TextSpan span)
{
    m_origins.used.append(span);
}

/** Lines with words or values of which nothing was used. Brackets and keys alone say nothing. */
int OriginFinder::unusedLines() const
{
    int count = 0;
    qsizetype used = 0, field = 0;
    for (qsizetype start = 0; start < m_text.size();) {
        const qsizetype newline = m_text.indexOf(u'\n', start);
        const qsizetype end = newline < 0 ? m_text.size() : newline;
        while (used < m_origins.used.size() && m_origins.used.at(used).end() <= start)
            ++used;
        while (field < m_fields.size() && m_fields.at(field).span.end() <= start)
            ++field;
        const bool says = field < m_fields.size() && m_fields.at(field).span.start < end
            && !isNoValue(m_fields.at(field).value);
        const bool isUsed = used < m_origins.used.size() && m_origins.used.at(used).start < end;
        count += says && !isUsed ? 1 : 0;
        start = end + 1;
    }
    return count;
}

AlertOrigins OriginFinder::find()
{
    const auto text = [this](const QString &value) {
        return [this, value](const PasteField &field) { return part(field, value); };
    };
    findField(AlertField::Name, text(m_alert.name));
    findField(AlertField::Service, text(m_alert.service));
    findField(AlertField::Severity, text(m_alert.severity));
    if (m_alert.status != AlertStatus::Unknown)
        findField(AlertField::Status, [this](const PasteField &field) { return statusWord(field); });
    if (m_alert.startsAt.isValid())
        findField(AlertField::StartsAt, [this](const PasteField &field) { return time(field, m_alert.startsAt); });
    if (m_alert.endsAt.isValid())
        findField(AlertField::EndsAt, [this](const PasteField &field) { return time(field, m_alert.endsAt); });
    findField(AlertField::Runbook, text(m_alert.runbookUrl));
    for (const Labels::Pair &label : m_alert.labels)
        usePair(label);
    for (const Labels::Pair &annotation : m_alert.annotations)
        usePair(annotation);
    for (const QString &link : m_alert.links)
        useText(link);
    useText(m_alert.fingerprint);

    QList<TextSpan> &used = m_origins.used;
    std::sort(used.begin(), used.end(), [](const TextSpan &a, const TextSpan &b) { return a.start < b.start; });
    QList<TextSpan> apart;
    for (const TextSpan &span : used) {
        if (!apart.isEmpty() && span.start <= apart.last().end())
            apart.last().length = std::max(apart.last().end(), span.end()) - apart.last().start;
        else
            apart.append(span);
    }
    used = apart;
    m_origins.unusedLines = unusedLines();
    return m_origins;
}

} // namespace

const FieldOrigin *AlertOrigins::find(AlertField field) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [field](const FieldOrigin &origin) { return origin.field == field; });
    return found == fields.end() ? nullptr : &*found;
}

AlertOrigins originsOf(const Alert &alert, const QString &text)
{
    return OriginFinder(alert, text).find();
}

} // namespace Handrail
