// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/oncall.h"

#include "catalog/calendarzones.h"

#include <QMutex>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <libical/ical.h>

#include <algorithm>
#include <memory>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOccurrences = 200'000; ///< of all rules together: a dozen people's daily shifts for half a century
constexpr qsizetype longestName = 80;

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

QString textOf(const char *text)
{
    return QString::fromUtf8(text ? text : "").simplified().left(longestName);
}

/** "On Call - R. Ito - Payments" and "Primary: R. Ito" name R. Ito. */
QString personIn(const QString &summary)
{
    static const QRegularExpression lead(u"^(?:on[- ]?call|primary|secondary|shift|override|backup)(?:\\s*[:–—-]\\s*|\\s+)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tail(u"\\s+(?:is\\s+)?\\(?on[- ]?call\\)?$|\\s+[–—-]\\s+.*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return QString(summary).remove(lead).remove(tail).trimmed();
}

QString personOf(icalcomponent *event)
{
    if (icalproperty *attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY)) {
        if (icalparameter *name = icalproperty_get_first_parameter(attendee, ICAL_CN_PARAMETER))
            return textOf(icalparameter_get_cn(name));
    }
    return personIn(textOf(icalcomponent_get_summary(event)));
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

/** Wall-clock time, as the zone of @p start has it; none when a cancelled one has no start of its own. */
icaldurationtype timeFrom(icaltimetype from, const icaltimetype &start)
{
    if (icaltime_is_null_time(start))
        return icaldurationtype_null_duration();
    if (from.zone && start.zone)
        from = icaltime_convert_to_zone(from, const_cast<icaltimezone *>(start.zone));
    return icaltime_subtract(start, from);
}

/** How an occurrence and those after it are since somebody changed them (RFC 5545, RANGE=THISANDFUTURE). */
struct Change
{
    time_t from = 0; ///< of the occurrence as its rule has it, in seconds since 1970
    QString person;
    icaldurationtype moved = {}; ///< from when the rule has them
    icaldurationtype length = {};
    bool isCancelled = false;
};

class Calendar
{
public:
    Calendar(icalcomponent *calendar, time_t at)
        : m_calendar(calendar)
        , m_at(at)
        , m_zone(zoneOf(calendar))
    {
        for (icalcomponent *event = firstEvent(); event; event = nextEvent()) {
            if (icalproperty *replaced = replacedBy(event))
                addReplaced(event, isForAllThatFollow(replaced));
        }
        for (QList<Change> &changes : m_changes)
            std::sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) { return a.from > b.from; });
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

    /** Of times that name no zone. */
    static QTimeZone zoneOf(icalcomponent *calendar)
    {
        for (icalproperty *property = icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY); property;
             property = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY)) {
            if (QByteArray(icalproperty_get_x_name(property)) == "X-WR-TIMEZONE") {
                const QByteArray id(icalproperty_get_x(property));
                if (QTimeZone::isTimeZoneIdAvailable(id)) // Qt would open any path that the name leads to
                    return QTimeZone(id);
            }
        }
        return QTimeZone::systemTimeZone();
    }

    time_t seconds(const icaltimetype &time) const
    {
        if (time.zone)
            return icaltime_as_timet_with_zone(time, time.zone);
        const QDateTime local(QDate(time.year, time.month, time.day), QTime(time.hour, time.minute, std::min(time.second, 59)), m_zone);
        return time_t(local.toSecsSinceEpoch());
    }

    void addReplaced(icalcomponent *event, bool isForAll)
    {
        const QString uid = textOf(icalcomponent_get_uid(event));
        const icaltimetype replaced = icalcomponent_get_recurrenceid(event);
        m_replaced.insert({ uid, seconds(replaced) });
        if (!isForAll)
            return;
        const icaltimetype start = icalcomponent_get_dtstart(event);
        m_changes[uid].append({ seconds(replaced), personOf(event), timeFrom(replaced, start), icaltime_subtract(icalcomponent_get_dtend(event), start),
                                icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED });
    }

    void addShift(icalcomponent *event, QList<Shift> &found)
    {
        const icaltimetype start = icalcomponent_get_dtstart(event);
        if (icaltime_is_null_time(start) || icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
            return;
        const QString person = personOf(event);
        // A shift is as long by the clock on the wall, also when that clock is put back in it.
        const icaldurationtype length = icaltime_subtract(icalcomponent_get_dtend(event), start);
        const Change unchanged { 0, person, icaldurationtype_null_duration(), length, false };
        const bool isException = replacedBy(event);
        const QString uid = textOf(icalcomponent_get_uid(event));
        const QList<Change> changes = isException ? QList<Change>() : m_changes.value(uid);
        const QSet<qint64> excluded = exclusionsOf(event);
        const auto consider = [&](const icaltimetype &occurrence) {
            const time_t planned = seconds(occurrence);
            const bool isGone = excluded.contains(planned) || excluded.contains(dayOf(occurrence));
            if (isGone || (!isException && m_replaced.contains({ uid, planned })))
                return;
            const auto change = std::partition_point(changes.begin(), changes.end(), [planned](const Change &each) { return each.from > planned; });
            const Change &as = change == changes.end() ? unchanged : *change;
            const icaltimetype moved = icaltime_add(occurrence, as.moved);
            const time_t begin = seconds(moved);
            const time_t end = seconds(icaltime_add(moved, as.length));
            if (begin <= m_at && m_at < end && !as.isCancelled && !as.person.isEmpty())
                found.append({ as.person, begin, end });
        };
        if (icalcomponent_get_first_property(event, ICAL_EXRULE_PROPERTY))
            m_left = 0; // nobody writes these any more, and to follow one may take for ever
        else if (!person.isEmpty())
            forEachOccurrence(event, start, m_at + earliest(changes), consider);
    }

    /** How far before its rule's time a changed occurrence may begin, in seconds. */
    static time_t earliest(const QList<Change> &changes)
    {
        int most = 0;
        for (const Change &change : changes)
            most = std::max(most, -icaldurationtype_as_int(change.moved));
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
                excluded.insert(time.is_date ? dayOf(time) : qint64(seconds(time)));
        }
        return excluded;
    }

    template<typename Consider>
    void forEachOccurrence(icalcomponent *event, icaltimetype start, time_t until, const Consider &consider)
    {
        consider(start); // the first one, whether or not the rule has it
        QList<icaltimetype> more;
        for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
            const icalrecurrencetype recurrence = icalproperty_get_rrule(property);
            if (!isOfShifts(recurrence))
                continue;
            const std::unique_ptr<icalrecur_iterator, FreeIterator> rule(icalrecur_iterator_new(recurrence, start));
            while (rule && m_left > 0) {
                --m_left;
                const icaltimetype next = icalrecur_iterator_next(rule.get());
                if (icaltime_is_null_time(next) || seconds(next) > until)
                    break;
                if (icaltime_compare(next, start) != 0)
                    more.append(next);
            }
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
    QTimeZone m_zone;
    int m_left = mostOccurrences;
    QHash<QString, QList<Change>> m_changes; ///< by the event's UID, the latest first
    QSet<std::pair<QString, time_t>> m_replaced; ///< occurrences that an event of their own stands for
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
