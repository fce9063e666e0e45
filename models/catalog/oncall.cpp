// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/oncall.h"

#include "catalog/calendarclock.h"
#include "catalog/calendarpeople.h"
#include "catalog/calendarzones.h"

#include <QMutex>
#include <QSet>
#include <QTimeZone>

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOccurrences = 200'000; ///< of all rules together: a dozen people's daily shifts for half a century
constexpr int costOfNoOccurrence = mostOccurrences / 5; ///< a rule that never has one is looked for through centuries

struct FreeComponent
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
struct FreeIterator
{
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};

/** One occurrence, in seconds since 1970. */
struct Shift
{
    QString person;
    time_t start = 0;
    time_t end = 0;
};

/**
 * Whether a rule is one of shifts: of days or longer, handed over at a few times a day. libical looks through centuries for the next
 * occurrence of a rule that has none, second by second where the rule speaks of seconds.
 */
bool isOfShifts(const icalrecurrencetype &rule)
{
    constexpr size_t timesOfDay = 4;
    return rule.freq >= ICAL_DAILY_RECURRENCE && rule.freq <= ICAL_YEARLY_RECURRENCE && rule.by_hour[timesOfDay] == ICAL_RECURRENCE_ARRAY_MAX
        && rule.by_minute[1] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_second[1] == ICAL_RECURRENCE_ARRAY_MAX;
}

/** The occurrence that an event stands for; null for one that stands for itself. */
icalproperty *replacedBy(icalcomponent *event)
{
    return icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
}

bool isForAllThatFollow(icalproperty *recurrenceId)
{
    const icalparameter *range = icalproperty_get_first_parameter(recurrenceId, ICAL_RANGE_PARAMETER);
    return range && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
}

icaltimetype recurrenceIdOf(icalcomponent *event)
{
    return icalproperty_get_datetime_with_component(replacedBy(event), event); // with its zone, unlike icalcomponent_get_recurrenceid()
}

QString uidOf(icalcomponent *event)
{
    return QString::fromUtf8(icalcomponent_get_uid(event));
}

icaltimetype atMidnight(icaltimetype day, const icaltimezone *zone)
{
    day.is_date = 0;
    day.hour = day.minute = day.second = 0;
    day.zone = zone;
    return day;
}

/** How an occurrence and those after it are since somebody changed them (RFC 5545, RANGE=THISANDFUTURE). */
struct Change
{
    time_t from = 0; ///< of the occurrence as its rule has it, in seconds since 1970
    icaltimetype replaced = {}; ///< that occurrence
    icaltimetype start = {}; ///< when it begins now; null when that is not said
    std::optional<icaldurationtype> length;
    QString person; ///< empty when that is not said
    bool isCancelled = false;

    /** When what the rule has at @p occurrence begins. */
    icaltimetype movedFrom(icaltimetype occurrence, const CalendarClock &clock) const
    {
        if (icaltime_is_null_time(start) || icaltime_is_null_time(replaced))
            return occurrence;
        icaltimetype was = replaced;
        if (was.is_date && !occurrence.is_date) {
            was = atMidnight(was, occurrence.zone);
            was.hour = occurrence.hour;
            was.minute = occurrence.minute;
            was.second = occurrence.second;
        }
        if (occurrence.is_date && !start.is_date) {
            was = atMidnight(was, start.zone);
            occurrence = atMidnight(occurrence, start.zone);
        }
        return icaltime_add(clock.inZone(occurrence, start.zone), icaltime_subtract(start, clock.inZone(was, start.zone)));
    }
};

/** What was changed in the occurrences of one event. */
struct Changes
{
    QList<Change> all; ///< the latest first
    time_t earlier = 0; ///< how far before its rule's time one may begin, in seconds
};

class Calendar
{
public:
    Calendar(icalcomponent *calendar, time_t at)
        : m_calendar(calendar)
        , m_at(at)
        , m_clock(calendar)
    {
        for (icalcomponent *event = firstEvent(); event; event = nextEvent()) {
            if (icalproperty *replaced = replacedBy(event))
                addReplaced(event, isForAllThatFollow(replaced));
        }
        for (Changes &changes : m_changes) {
            std::sort(changes.all.begin(), changes.all.end(), [](const Change &a, const Change &b) { return a.from > b.from; });
            changes.earlier = earlier(changes.all);
        }
    }

    QList<Shift> shifts()
    {
        QList<Shift> found;
        for (icalcomponent *event = firstEvent(); event; event = nextEvent())
            addShift(event, found);
        return m_left > 0 ? found : QList<Shift>(); // half of a calendar may name the wrong person
    }

private:
    icalcomponent *firstEvent() const { return icalcomponent_get_first_component(m_calendar, ICAL_VEVENT_COMPONENT); }
    icalcomponent *nextEvent() const { return icalcomponent_get_next_component(m_calendar, ICAL_VEVENT_COMPONENT); }

    void addReplaced(icalcomponent *event, bool isForAll)
    {
        const QString uid = uidOf(event);
        const icaltimetype replaced = recurrenceIdOf(event);
        m_replaced.insert({ uid, replaced.is_date ? dayOf(replaced) : qint64(m_clock.seconds(replaced)) });
        if (!isForAll)
            return;
        Change change { m_clock.seconds(replaced), replaced, icalcomponent_get_dtstart(event), {}, personOf(event),
                        icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED };
        const bool hasEnd = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY) || icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY);
        if (hasEnd && !icaltime_is_null_time(change.start))
            change.length = m_clock.lengthOf(event, change.start);
        m_changes[uid].all.append(change);
    }

    void addShift(icalcomponent *event, QList<Shift> &found)
    {
        const icaltimetype start = icalcomponent_get_dtstart(event);
        if (icaltime_is_null_time(start) || icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
            return;
        const QString person = personOf(event);
        const icaldurationtype length = m_clock.lengthOf(event, start);
        const auto add = [&](const icaltimetype &from, const icaldurationtype &lasting, const QString &by) {
            const time_t begin = m_clock.seconds(from);
            const time_t end = m_clock.seconds(icaltime_add(from, lasting));
            if (begin <= m_at && m_at < end && !by.isEmpty())
                found.append({ by, begin, end });
        };
        if (replacedBy(event)) {
            add(start, length, person);
            return;
        }
        if (icalcomponent_get_first_property(event, ICAL_EXRULE_PROPERTY)) {
            m_left = 0; // nobody writes these any more, and to follow one may take for ever
            return;
        }
        const QString uid = uidOf(event);
        const auto [changes, earlier] = m_changes.value(uid);
        const QSet<qint64> excluded = exclusionsOf(event);
        forEachOccurrence(event, start, m_at + earlier, [&, &changes = changes](const icaltimetype &occurrence) {
            const time_t planned = m_clock.seconds(occurrence);
            const qint64 day = dayOf(occurrence);
            if (excluded.contains(planned) || excluded.contains(day) || m_replaced.contains({ uid, planned }) || m_replaced.contains({ uid, day }))
                return;
            const auto change = std::partition_point(changes.begin(), changes.end(), [planned](const Change &each) { return each.from > planned; });
            if (change == changes.end())
                add(occurrence, length, person);
            else if (!change->isCancelled)
                add(change->movedFrom(occurrence, m_clock), change->length.value_or(length), change->person.isEmpty() ? person : change->person);
        });
    }

    /** As Changes::earlier; with a day to spare, as clocks are put back. */
    time_t earlier(const QList<Change> &changes) const
    {
        constexpr time_t aDay = 24 * 60 * 60;
        time_t most = 0;
        for (const Change &change : changes) {
            if (!icaltime_is_null_time(change.start))
                most = std::max(most, change.from - m_clock.seconds(change.start) + aDay);
        }
        return most;
    }

    /** Negative, so that it is no time of exclusionsOf(): an EXDATE may name a whole day. */
    static qint64 dayOf(const icaltimetype &time) { return -(time.year * 10000LL + time.month * 100 + time.day); }

    QSet<qint64> exclusionsOf(icalcomponent *event) const
    {
        QSet<qint64> excluded;
        for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
            const icaltimetype time = icalproperty_get_datetime_with_component(property, event);
            if (!icaltime_is_null_time(time))
                excluded.insert(time.is_date ? dayOf(time) : qint64(m_clock.seconds(time)));
        }
        return excluded;
    }

    /** Occurrences of @p recurrence up to @p until; as many as what is left of the work that a calendar is worth. */
    void addOccurrences(const icalrecurrencetype &recurrence, const icaltimetype &start, time_t until, QList<icaltimetype> &found)
    {
        const std::unique_ptr<icalrecur_iterator, FreeIterator> rule(icalrecur_iterator_new(recurrence, start));
        bool hasSome = false;
        while (rule && m_left > 0) {
            --m_left;
            const icaltimetype next = icalrecur_iterator_next(rule.get());
            if (icaltime_is_null_time(next))
                break;
            hasSome = true;
            if (m_clock.seconds(next) > until)
                break;
            if (icaltime_compare(next, start) != 0)
                found.append(next);
        }
        if (!hasSome)
            m_left -= costOfNoOccurrence;
    }

    template<typename Consider>
    void forEachOccurrence(icalcomponent *event, icaltimetype start, time_t until, const Consider &consider)
    {
        consider(start); // the first one, whether or not the rule has it
        QList<icaltimetype> more;
        for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY); property && m_left > 0;
             property = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
            if (const icalrecurrencetype recurrence = icalproperty_get_rrule(property); isOfShifts(recurrence))
                addOccurrences(recurrence, start, until, more);
        }
        for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
            more.append(icalproperty_get_datetime_with_component(property, event));
        }
        for (const icaltimetype &time : std::as_const(more)) {
            if (!icaltime_is_null_time(time))
                consider(time);
        }
    }

    icalcomponent *m_calendar;
    time_t m_at;
    CalendarClock m_clock;
    int m_left = mostOccurrences;
    QHash<QString, Changes> m_changes; ///< by the event's UID
    QSet<std::pair<QString, qint64>> m_replaced; ///< occurrences that an event of their own stands for: a time, or dayOf() it
};

QMutex libicalMutex; // it keeps its time zones, and its opinion of the last error, in one place for all

std::unique_ptr<icalcomponent, FreeComponent> parse(const QByteArray &calendar)
{
    icalerror_set_errors_are_fatal(0);
    std::unique_ptr<icalcomponent, FreeComponent> parsed(icalparser_parse_string(calendar.constData()));
    if (parsed && (icalcomponent_isa(parsed.get()) != ICAL_VCALENDAR_COMPONENT || !makeZonesKnown(parsed.get())))
        parsed.reset();
    return parsed;
}

} // namespace

bool isCalendar(const QByteArray &text)
{
    const QMutexLocker lock(&libicalMutex);
    return bool(parse(text));
}

std::optional<OnCall> onCallAt(const QByteArray &calendar, const QDateTime &at)
{
    const QMutexLocker lock(&libicalMutex);
    const auto parsed = parse(calendar);
    if (!parsed)
        return std::nullopt;
    const QList<Shift> shifts = Calendar(parsed.get(), time_t(at.toSecsSinceEpoch())).shifts();
    if (shifts.isEmpty())
        return std::nullopt;
    const auto length = [](const Shift &shift) { return shift.end - shift.start; };
    const auto shortest = std::min_element(shifts.begin(), shifts.end(),
                                           [length](const Shift &a, const Shift &b) { return length(a) < length(b); });
    QStringList people;
    for (const Shift &shift : shifts) {
        if (length(shift) == length(*shortest))
            people.append(shift.person);
    }
    people.removeDuplicates();
    people.sort();
    return OnCall { people.join(u" and "_s), QDateTime::fromSecsSinceEpoch(shortest->end, QTimeZone::utc()).toUTC() };
}

} // namespace Handrail
