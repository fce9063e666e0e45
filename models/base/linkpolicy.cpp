// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/linkpolicy.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

LinkVerdict refused(const QString &reason)
{
    LinkVerdict verdict;
    verdict.reason = reason;
    return verdict;
}

/** Looked at before the scheme is: what hides in these is what makes one parser see another scheme than the next. */
bool hasForbiddenByte(const QString &target)
{
    return std::any_of(target.begin(), target.end(),
                       [](QChar c) { return c.unicode() <= 0x20 || c.unicode() == 0x7f || c == u'\\'; });
}

LinkVerdict judgeWeb(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(u"not a complete address"_s);
    if (!url.userInfo().isEmpty())
        return refused(u"holds a user name or password"_s);
    LinkVerdict verdict;
    verdict.kind = LinkVerdict::Kind::Web;
    verdict.url = url;
    verdict.host = url.host(QUrl::FullyEncoded);
    return verdict;
}

LinkVerdict judgeRelative(const QString &target)
{
    LinkVerdict verdict;
    verdict.path = QUrl::fromPercentEncoding(target.section(u'#', 0, 0).toUtf8());
    verdict.anchor = target.section(u'#', 1);
    if (verdict.path.isEmpty()) {
        verdict.kind = LinkVerdict::Kind::Anchor;
        return verdict;
    }
    if (verdict.path.startsWith(u"//") || verdict.path.contains(QChar(0)) || verdict.path.contains(u'\\'))
        return refused(u"leaves the library"_s);
    if (!verdict.path.endsWith(u".md") && !verdict.path.endsWith(u".markdown") && !verdict.path.endsWith(u".mdx"))
        return refused(u"not a markdown file"_s);
    verdict.kind = LinkVerdict::Kind::Relative;
    return verdict;
}

} // namespace

LinkVerdict judgeLink(const QString &target)
{
    static const QRegularExpression scheme(u"^([A-Za-z][A-Za-z0-9+.-]*):"_s);
    if (target.isEmpty())
        return refused(u"an empty link"_s);
    if (hasForbiddenByte(target))
        return refused(u"holds a blank or a control character"_s);
    const QString name = scheme.match(target).captured(1).toLower();
    if (name.isEmpty())
        return judgeRelative(target);
    if (name == u"http" || name == u"https")
        return judgeWeb(target);
    if (name == u"mailto") {
        LinkVerdict verdict;
        verdict.kind = LinkVerdict::Kind::Mail;
        verdict.url = QUrl(target, QUrl::StrictMode);
        return verdict;
    }
    return refused(u"%1: links are not opened"_s.arg(name));
}

} // namespace Handrail
