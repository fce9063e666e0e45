// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/httprisk.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

struct Request
{
    QString method;
    bool sendsData = false;
    bool dataInUrl = false;
    QStringList urls;
    QString output;
};

bool isDataOption(const QString &option)
{
    static const QRegularExpression form(u"^(-d|-F|-T|--data(-\\w+)?|--json|--form(-string)?|--upload-file)(=|$)"_s);
    return form.match(option).hasMatch() || (option.size() > 2 && !option.startsWith(u"--"_s) && (option.startsWith(u"-d"_s) || option.startsWith(u"-F"_s) || option.startsWith(u"-T"_s)));
}

/** Short options in a run: "-sSX" ends in the one that takes a value. */
bool endsWithOption(const QString &argument, QChar option)
{
    return argument.size() > 1 && argument[0] == u'-' && argument[1] != u'-' && argument.endsWith(option);
}

Request requestOf(const QStringList &arguments)
{
    static const QRegularExpression joined(u"^-[a-zA-Z]*X=?([A-Za-z]+)$"_s);
    Request request;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == u"--request" || endsWithOption(argument, u'X')) {
            request.method = arguments.value(++i).toUpper();
        } else if (argument.startsWith(u"--request="_s)) {
            request.method = argument.section(u'=', 1).toUpper();
        } else if (const QRegularExpressionMatch match = joined.match(argument); match.hasMatch() && !argument.startsWith(u"--"_s)) {
            request.method = match.captured(1).toUpper();
        } else if (argument == u"-G" || argument == u"--get") {
            request.dataInUrl = true;
        } else if (argument == u"-I" || argument == u"--head") {
            request.method = u"HEAD"_s;
        } else if (isDataOption(argument) || endsWithOption(argument, u'd')) {
            request.sendsData = true;
        } else if (argument == u"--output" || endsWithOption(argument, u'o')) {
            request.output = arguments.value(++i);
        } else if (!argument.startsWith(u'-')) {
            request.urls.append(argument);
        }
    }
    return request;
}

/** Search and query interfaces take a POST and change nothing. */
bool isQueryUrl(const QStringList &urls)
{
    static const QRegularExpression form(u"/(_search|_msearch|_count|_cat/\\w+|api/v1/(query|query_range|series|labels)|graphql-readonly)/?([?#].*)?$"_s);
    return std::any_of(urls.begin(), urls.end(), [](const QString &url) { return form.match(url).hasMatch(); });
}

} // namespace

CommandRisk riskOfCurl(const QStringList &arguments)
{
    Request request = requestOf(arguments);
    if (request.method.isEmpty())
        request.method = request.sendsData && !request.dataInUrl ? u"POST"_s : u"GET"_s;
    const bool writesSystem = request.output.startsWith(u'/') && !request.output.startsWith(u"/tmp/"_s)
        && !request.output.startsWith(u"/dev/null"_s) && !request.output.startsWith(u"/dev/std"_s);
    if (writesSystem && request.method != u"DELETE")
        return { Risk::Change, u"curl writes %1"_s.arg(request.output) };
    if (request.method == u"GET" || request.method == u"HEAD" || request.method == u"OPTIONS")
        return { Risk::Read, u"curl %1 only reads"_s.arg(request.method) };
    if (request.method == u"DELETE")
        return { Risk::Destroy, u"curl DELETE deletes on the server"_s };
    if (request.method == u"POST" && isQueryUrl(request.urls))
        return { Risk::Read, u"curl POST to a search only reads"_s };
    const bool isKnown = request.method == u"POST" || request.method == u"PUT" || request.method == u"PATCH";
    return { isKnown ? Risk::Change : Risk::Unknown, u"curl %1 changes something on the server"_s.arg(request.method) };
}

} // namespace Handrail
