// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alerttimes.h"

#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTime = 80;
constexpr int firstYear = 1980; // earlier ones are a zero in disguise
constexpr int lastYear = 2200;

QDateTime timeFromEpoch(double number)
{
    struct Unit {
        double from;
        double perMillisecond;
    };
    static constexpr Unit units[] = { { 5e17, 1e-6 }, { 5e14, 1e-3 }, { 5e11, 1.0 }, { 3.2e8, 1e3 } };
    if (!std::isfinite(number) || number >= 5e18)
        return {};
    for (const Unit &unit : units) {
        if (number >= unit.from && number < unit.from * 14)
            return QDateTime::fromMSecsSinceEpoch(std::llround(number * unit.perMillisecond), QTimeZone::utc()).toUTC();
    }
    return {};
}

int monthNamed(QStringView name)
{
    static const QStringList months = { u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                        u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s };
    return int(months.indexOf(name.first(3).toString().toLower())) + 1;
}

QDate dayMonthYear(int first, int second, int year)
{
    if (second > 12)
        return QDate(year, first, second); // written the American way
    if (first > 12 || first == second)
        return QDate(year, second, first);
    return {}; // 03/04 is two different days
}

QDate dateIn(const QString &text)
{
    static const QString month = u"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"_s;
    static const auto pattern = [](const QString &text) {
        return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
    };
    static const QRegularExpression yearFirst(u"(?<!\\d)(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)"_s);
    static const QRegularExpression dayFirst =
        pattern(u"(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s/-]+"_s + month + u",?[\\s/-]+(\\d{4})(?!\\d)"_s);
    static const QRegularExpression monthFirst =
        pattern(u"\\b"_s + month + u"\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?!:)"_s);
    static const QRegularExpression slashes(u"(?<!\\d)(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?!\\d)"_s);
    static const QRegularExpression year(u"(?<![\\d.:+-])(\\d{4})(?![\\d:])"_s);

    if (const auto m = yearFirst.match(text); m.hasMatch())
        return QDate(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    if (const auto m = dayFirst.match(text); m.hasMatch())
        return QDate(m.captured(3).toInt(), monthNamed(m.captured(2)), m.captured(1).toInt());
    if (const auto m = monthFirst.match(text); m.hasMatch()) {
        if (const auto y = year.match(text); y.hasMatch())
            return QDate(y.captured(1).toInt(), monthNamed(m.captured(1)), m.captured(2).toInt());
    }
    if (const auto m = slashes.match(text); m.hasMatch())
        return dayMonthYear(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    return {};
}

/** Minutes east of UTC; only names that mean one zone (CST, IST and BST mean several). */
std::optional<int> offsetNamed(const QString &name)
{
    static const QHash<QString, int> minutes = {
        { u"Z"_s, 0 },      { u"UTC"_s, 0 },    { u"GMT"_s, 0 },    { u"UT"_s, 0 },     { u"EST"_s, -300 },
        { u"EDT"_s, -240 }, { u"CDT"_s, -300 }, { u"MST"_s, -420 }, { u"MDT"_s, -360 }, { u"PST"_s, -480 },
        { u"PDT"_s, -420 }, { u"CET"_s, 60 },   { u"CEST"_s, 120 }, { u"MEZ"_s, 60 },   { u"MESZ"_s, 120 },
        { u"EET"_s, 120 },  { u"EEST"_s, 180 }, { u"WET"_s, 0 },    { u"WEST"_s, 60 },  { u"MSK"_s, 180 },
        { u"JST"_s, 540 },  { u"KST"_s, 540 },  { u"HKT"_s, 480 },  { u"SGT"_s, 480 },  { u"AEST"_s, 600 },
        { u"AEDT"_s, 660 }, { u"AWST"_s, 480 }, { u"NZST"_s, 720 }, { u"NZDT"_s, 780 },
    };
    const auto found = minutes.constFind(name.toUpper());
    return found == minutes.constEnd() ? std::nullopt : std::optional(*found);
}

/** The zone at the head of @p rest, which is what follows the time of day. */
std::optional<int> offsetIn(const QString &rest, const QDate &date, const QTime &time)
{
    static const QRegularExpression sign(
        u"^\\s*\\(?(?:UTC|GMT)?\\s?([+-])(\\d{1,2})(?:[:.]?(\\d{2}))?(?!\\d)"_s);
    static const QRegularExpression named(u"^\\s*\\(?([A-Za-z]+(?:/[A-Za-z_]+)*)"_s);
    if (const auto m = sign.match(rest); m.hasMatch()) {
        const int offset = m.captured(2).toInt() * 60 + m.captured(3).toInt();
        if (offset > 14 * 60)
            return std::nullopt;
        return m.captured(1) == u"-" ? -offset : offset;
    }
    const auto m = named.match(rest);
    if (!m.hasMatch())
        return std::nullopt;
    const QString name = m.captured(1);
    if (!name.contains(u'/'))
        return offsetNamed(name);
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? std::optional(zone.offsetFromUtc(QDateTime(date, time, zone)) / 60)
                          : std::nullopt;
}

int hourOf(const QRegularExpressionMatch &time)
{
    const int hour = time.captured(1).toInt();
    const QString half = time.captured(5).toLower();
    if (half.isEmpty() || hour > 12)
        return hour;
    return hour % 12 + (half.startsWith(u'p') ? 12 : 0);
}

} // namespace

QDateTime timeFromText(QStringView given, Zoneless zoneless)
{
    static const QRegularExpression timeOfDay(
        u"(?<![\\d:])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?(?:\\s*([ap])\\.?m\\b\\.?)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = given.trimmed().toString();
    if (text.isEmpty() || text.size() > longestTime)
        return {};
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        return timeFromEpoch(number);

    // "02/Jan/2006:15:04:05 +0000" glues the time to the date
    static const QRegularExpression glued(u"^(\\d{1,2}/[A-Za-z]{3}/\\d{4}):"_s);
    const QString apart = QString(text).replace(glued, u"\\1 "_s);
    const auto clock = timeOfDay.match(apart);
    if (!clock.hasMatch())
        return {};
    const QDate date = dateIn(apart);
    const int second = clock.captured(3).toInt();
    const QTime time(hourOf(clock), clock.captured(2).toInt(), qMin(second, 59),
                     (clock.captured(4) + u"000"_s).first(3).toInt());
    if (!date.isValid() || !time.isValid() || second > 60 || date.year() < firstYear
        || date.year() > lastYear)
        return {};
    std::optional<int> offset = offsetIn(apart.sliced(clock.capturedEnd()), date, time);
    if (!offset && zoneless == Zoneless::Utc)
        offset = 0;
    if (!offset)
        return {};
    return QDateTime(date, time, QTimeZone::utc()).toUTC().addSecs(-qint64(*offset) * 60 + (second == 60 ? 1 : 0));
}

QDateTime timeFromJson(const QJsonValue &value, Zoneless zoneless)
{
    return value.isDouble() ? timeFromEpoch(value.toDouble()) : timeFromText(value.toString(), zoneless);
}

} // namespace Handrail
