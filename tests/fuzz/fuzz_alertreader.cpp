// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertorigins.h"
#include "alerts/alertreader.h"

#include <QSet>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

constexpr double longestRead = 2.0; // seconds of this process under sanitizers; without them it is a tenth

void demand(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    __builtin_trap(); // libFuzzer keeps the text and shows the stack
}

/** Escapes, entities and encodings make characters that do not stand in the text themselves. */
bool isWrittenPlainly(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return u"\\%&="_s.contains(c); })
        && !text.contains(u"base64"_s, Qt::CaseInsensitive);
}

void checkNames(const ParsedAlerts &parsed)
{
    if (!isWrittenPlainly(parsed.text))
        return;
    const QSet<QChar> written(parsed.text.begin(), parsed.text.end());
    for (const Alert &alert : parsed.alerts) {
        demand(std::all_of(alert.name.begin(), alert.name.end(),
                           [&](QChar c) { return c == u' ' || written.contains(c); }),
               "a name is made of the text's characters");
    }
}

void checkSpans(const Alert &alert, const QString &text)
{
    const AlertOrigins origins = originsOf(alert, text);
    for (const FieldOrigin &field : origins.fields)
        demand(field.span.start >= 0 && field.span.end() <= text.size(), "a field stands inside the text");
    for (const TextSpan &span : origins.used)
        demand(span.start >= 0 && span.end() <= text.size(), "what was used stands inside the text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const AlertReader reader;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::clock_t start = std::clock();
    const ParsedAlerts parsed = reader.read(text);
    demand(double(std::clock() - start) / CLOCKS_PER_SEC < longestRead, "reading takes no time");

    demand(parsed.text == text.first(std::min(text.size(), AlertReader::maximumLength)), "the text is kept");
    demand(!parsed.format.isEmpty(), "the format has a name");
    for (const Alert &alert : parsed.alerts) {
        demand(!titleOf(alert).isEmpty() || !alert.annotations.isEmpty() || !alert.links.isEmpty()
                   || !alert.fingerprint.isEmpty(),
               "an alert says something");
        for (const QDateTime &time : { alert.startsAt, alert.endsAt })
            demand(!time.isValid() || time.offsetFromUtc() == 0, "times are UTC");
    }
    checkNames(parsed);
    if (!parsed.alerts.isEmpty())
        checkSpans(parsed.alerts.last(), text);
    return 0;
}
