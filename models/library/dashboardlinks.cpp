// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/dashboardlinks.h"

#include "library/dashboardsystem.h"

#include <QRegularExpression>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Walks a document's running text; code is left alone, since what stands there is an example or a command. */
class LinkWalk
{
public:
    QList<LinkedDashboard> run(const Block &document)
    {
        visit(document);
        return m_found;
    }

private:
    void visit(const Block &block)
    {
        visit(block.inlines, block.firstLine);
        for (const QList<QList<Inline>> &row : block.rows) {
            for (const QList<Inline> &cell : row)
                visit(cell, block.firstLine);
        }
        for (const Block &child : block.children)
            visit(child);
    }

    void visit(const QList<Inline> &inlines, int line)
    {
        static const QRegularExpression bareAddress(u"https?://[^\\s<>\"')\\]]+[^\\s<>\"')\\].,;:!?]"_s);
        for (const Inline &piece : inlines) {
            const int at = piece.line > 0 ? piece.line : line;
            if (piece.kind == Inline::Kind::Link) {
                add(plainText(piece.children).simplified(), piece.target, at);
                continue;
            }
            if (piece.kind == Inline::Kind::Text && piece.text.contains(u"://"_s)) {
                for (auto match = bareAddress.globalMatch(piece.text); match.hasNext();)
                    add({}, match.next().captured(), at);
            }
            visit(piece.children, at);
        }
    }

    void add(const QString &title, const QString &url, int line)
    {
        if (m_seen.contains(url) || !isDashboard(url))
            return;
        m_seen.insert(url);
        m_found.append({ { title == url ? QString() : title, url }, line });
    }

    QSet<QString> m_seen;
    QList<LinkedDashboard> m_found;
};

} // namespace

QList<LinkedDashboard> dashboardsLinkedIn(const Block &document)
{
    return LinkWalk().run(document);
}

} // namespace Handrail
