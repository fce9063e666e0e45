// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/runbookurl.h"

#include "alerts/words.h"
#include "library/runbookfile.h"
#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QDir>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

QString decoded(QStringView part)
{
    return QUrl::fromPercentEncoding(part.toUtf8());
}

/** Without what a sentence or markdown puts around an address: "<…>", "[title](…)", "….". */
QString unwrapped(const QString &written)
{
    static const QRegularExpression link(u"^\\[[^\\]]*\\]\\(([^)\\s]+)\\)$"_s);
    static const QRegularExpression around(u"^<|[>).,;]+$"_s);
    QString text = written.trimmed();
    if (const auto match = link.match(text); match.hasMatch())
        text = match.captured(1);
    return text.remove(around).replace(u'\\', u'/');
}

/** What stands in place of a link that nobody has written yet. */
bool isNoLink(const QString &value)
{
    static const QStringList placeholders { u""_s,      u"tbd"_s,  u"tba"_s,     u"tbc"_s,     u"todo"_s,   u"fixme"_s, u"wip"_s, u"na"_s,
                                            u"none"_s,  u"null"_s, u"nil"_s,     u"no"_s,      u"yes"_s,    u"true"_s,  u"false"_s,
                                            u"unknown"_s, u"pending"_s, u"missing"_s };
    return (value.contains(u' ') && !value.contains(u"://")) || placeholders.contains(nameKey(value));
}

/** "runbook", "runbook_url" and "playbookLink2", but not "runbook_team", "runbook_index" or "old_runbook". */
bool holdsRunbookLink(const QString &name)
{
    static const QRegularExpression plain(u"^(wiki|docs?|ops)?(runbook|playbook|opsrecipe|sop)s?"
                                          "(urls?|uri|links?|href|path|file|page|name|docs?|md|wiki|github|gitlab|confluence)?\\d*$"_s);
    return plain.match(foldedWord(name)).hasMatch();
}

/** Takes what a forge puts before a file's path, "owner/repository/-/blob/main/", off @p path; gives the repository's name. */
QString takeRepository(const QString &host, QString &path)
{
    static const QRegularExpression raw(u"^/[^/]+/([^/]+)/(?:refs/heads/)?[^/]+(?:/|$)"_s);
    static const QRegularExpression branch(u"^(?:/[^/]+)*/[^/]+/((?!-/)[^/]+)/(?:-/)?(?:blob|tree|raw|blame|edit|src(?:/(?:branch|tag|commit))?)/[^/]+(?:/|$)"_s);
    const auto match = (host.contains(u"raw.githubusercontent."_s) ? raw : branch).match(path);
    if (!match.hasMatch())
        return {};
    path = path.sliced(match.capturedEnd());
    return match.captured(1);
}

} // namespace

RunbookUrl readRunbookUrl(const QString &written)
{
    constexpr qsizetype longest = 2048; // characters
    // By hand: QUrl refuses what a template left open, "https://{{ host }}:port/x".
    static const QRegularExpression web(u"^(?:https?://[^/?#]*|[\\w.-]+:\\d+(?=/))"_s, anyCase);
    static const QRegularExpression local(u"^(?:file://[^/]*|[a-z]:(?=/))"_s, anyCase);
    static const QRegularExpression scheme(u"^[a-z][a-z0-9+.-]*:"_s, anyCase);
    if (written.size() > longest)
        return {};
    QString text = unwrapped(written).remove(local);
    RunbookUrl url;
    const QString host = web.match(text).captured();
    url.isAddress = !host.isEmpty();
    text = text.sliced(host.size());
    if (!url.isAddress && scheme.match(text).hasMatch())
        return {};

    const qsizetype hash = text.indexOf(u'#');
    QString anchor = hash < 0 ? QString() : decoded(QStringView(text).sliced(hash + 1));
    QString place = text.left(hash < 0 ? text.size() : hash);
    static const QRegularExpression route(u"^!?/"_s); // of a site that is one page: "#/redis/memory"
    if (route.match(anchor).hasMatch())
        place = std::exchange(anchor, QString());
    static const QRegularExpression noHeading(u"^(?:L?\\d+(?:-L?\\d+)?|lines?-.*)$"_s);
    static const QRegularExpression prefix(u"^user-content-"_s);
    url.anchor = noHeading.match(anchor).hasMatch() ? QString() : anchor.remove(prefix);

    const qsizetype mark = place.indexOf(u'?');
    QString path = QDir::cleanPath(decoded(place.left(mark < 0 ? place.size() : mark)));
    const QUrlQuery query(mark < 0 ? QString() : place.sliced(mark + 1));
    const auto asked = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const bool isWiki = path.endsWith(u"index.php"_s) || path.endsWith(u"viewpage.action"_s);
    if (isWiki && !asked(u"title"_s).isEmpty()) {
        path = asked(u"title"_s);
    } else if (path.contains(u"/_git/"_s) && !asked(u"path"_s).isEmpty()) {
        url.repository = path.section(u"/_git/"_s, -1).section(u'/', 0, 0);
        path = asked(u"path"_s);
    } else {
        static const QStringList idle { u"ref"_s, u"ref_type"_s, u"at"_s, u"plain"_s, u"raw"_s, u"version"_s, u"view"_s, u"tab"_s, u"lang"_s };
        const auto items = query.queryItems();
        url.isVague = std::any_of(items.begin(), items.end(), [](const auto &item) { return !idle.contains(item.first) && !item.first.startsWith(u"utm_"); });
        if (url.isAddress)
            url.repository = takeRepository(host.toLower(), path);
    }
    static const QRegularExpression start(u"^[./!]*/"_s);
    url.path = path.remove(start);
    if (nameKey(url.path).isEmpty())
        return {};
    url.written = written;
    return url;
}

LinkFit fitOf(const RunbookUrl &url, const RunbookRef &runbook)
{
    if (sharedParts(runbook.path, url.path) == 0)
        return LinkFit::None;
    const QString file = runbook.filePath();
    const int withLibrary = sharedParts(file, url.path); // whose own folder may be one of the link's
    const int shared = std::max(withLibrary, sharedParts(runbook.path, url.path));
    const int inLink = pathParts(url.path);
    const int inLibrary = pathParts(runbook.path);
    const QStringList folders = nameKeys(runbook.path.split(u'/'));
    const auto isAnything = [](const QString &key) { return isFolderOfAnything(key) || key == u"en" || key == u"pages" || key == u"website"; };
    // A site leaves out the folder that all its pages are in.
    const bool isBelowDocs = url.isAddress && url.repository.isEmpty() && shared > 1
        && std::all_of(folders.begin(), folders.begin() + std::max(0, inLibrary - shared), isAnything);
    const bool isWhole = shared == inLink || shared >= inLibrary || isBelowDocs;
    if (!isWhole || signsOf(pageStem(url.path)) != signsOf(pageStem(runbook.path)))
        return LinkFit::Elsewhere;
    // "https://example.com/dns" may be any page of that name; "redis-memory" in a library without folders is hardly another's.
    const bool isTelling = spelledOut(pageName(url.path)).contains(u' ');
    bool isSure = true;
    if (!url.repository.isEmpty() && shared == inLink) {
        const int below = shared + (withLibrary > 0 && isFolderPage(pageStem(runbook.path)) ? 1 : 0);
        const bool isThere = nameKey(file.section(u'/', -below - 1, -below - 1)) == nameKey(url.repository);
        const bool isInSomeFolder = !std::all_of(folders.begin(), folders.begin() + std::max(0, inLibrary - 1), isAnything);
        isSure = isThere || (shared >= inLibrary && (isTelling || isInSomeFolder)); // the copy here may have another name
    } else if (url.isAddress && shared == 1) {
        isSure = inLink == inLibrary && (isTelling || isRunbookName(url.path));
    }
    return isSure && !url.isVague ? LinkFit::File : LinkFit::Perhaps;
}

QStringList runbookLinks(const Alert &alert)
{
    QStringList links;
    if (!isNoLink(alert.runbookUrl))
        links.append(alert.runbookUrl);
    for (const Labels &facts : { alert.annotations, alert.labels }) {
        for (const auto &[name, value] : facts) {
            if (holdsRunbookLink(name) && !isNoLink(value))
                links.append(value);
        }
    }
    links.removeDuplicates();
    return links;
}

} // namespace Handrail
