// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/htmlreport.h"

#include "exporting/markdownreport.h"
#include "exporting/redaction.h"
#include "markdown/htmlfragment.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Readable on paper and on a telephone, in light and dark. */
const QString style = u"body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff}"
                      "h1,h2{line-height:1.25}h2{margin-top:2rem;border-bottom:1px solid #d5d9df}"
                      "pre,code{font:0.9em ui-monospace,monospace;background:#f0f2f5;border-radius:4px}code{padding:0 .2em}"
                      "pre{padding:.6em;white-space:pre-wrap;overflow-wrap:anywhere}li{margin:.3em 0;overflow-wrap:anywhere}"
                      "table{border-collapse:collapse}th,td{border:1px solid #d5d9df;padding:.3em .6em;text-align:left}"
                      "blockquote{margin-left:0;padding-left:1em;border-left:3px solid #d5d9df}"
                      "@media(prefers-color-scheme:dark){body{color:#e7eaee;background:#16191d}pre,code{background:#101316}h2{border-color:#343a42}}"
                      "@media print{body{max-width:none;margin:0}}"_s;

} // namespace

QString htmlDocument(const QString &title, const QString &markdown)
{
    return u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>"_s
        + masked(title).simplified().toHtmlEscaped() + u"</title>\n<style>"_s + style + u"</style>\n</head>\n<body>\n"_s
        + htmlFragment(markdown) + u"</body>\n</html>\n"_s;
}

QString htmlReport(const Incident &incident)
{
    return htmlDocument(incident.title, markdownReport(incident));
}

} // namespace Handrail
