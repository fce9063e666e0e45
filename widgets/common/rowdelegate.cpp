// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rowdelegate.h"

#include "base/clock.h"
#include "itemmodels/listmodels.h"
#include "widgets/common/icons.h"

#include <QTextLayout>

#include <cmath>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Breaks lines between words, inside one only when it is longer than a line; gives the height. */
int layOut(QTextLayout &layout, int width, Qt::LayoutDirection direction = Qt::LayoutDirectionAuto)
{
    QTextOption wrapping;
    wrapping.setTextDirection(direction);
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({ 0, height });
        height += line.height();
    }
    layout.endLayout();
    return int(std::ceil(height));
}

} // namespace

RowPainter::RowPainter(QPainter &painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
    , m_chosen(option.state.testFlag(QStyle::State_Selected))
{
    m_painter.setClipRect(option.rect);
}

QRect RowPainter::placed(const QRect &rect) const
{
    return QStyle::visualRect(m_option.direction, m_option.rect, rect);
}

void RowPainter::ground(bool divider) const
{
    if (m_chosen) {
        m_painter.fillRect(m_option.rect, color(Token::AccentSoft));
        m_painter.fillRect(placed(QRect(m_option.rect.topLeft(), QSize(3, m_option.rect.height()))), color(Token::Accent));
    } else if (m_option.state.testFlag(QStyle::State_MouseOver)) {
        m_painter.fillRect(m_option.rect, color(Token::Surface));
    }
    if (divider) {
        m_painter.setPen(color(Token::Divider));
        m_painter.drawLine(m_option.rect.bottomLeft(), m_option.rect.bottomRight());
    }
}

Token RowPainter::readable(Token token) const
{
    return m_chosen && token == Token::Muted ? Token::Text : token;
}

QFontMetrics RowPainter::metrics(TextStyle style) const
{
    return QFontMetrics(styled(m_option.font, style));
}

int RowPainter::text(const QRect &rect, const QString &text, TextStyle style, Token token, Qt::Alignment alignment) const
{
    const QFontMetrics metrics = this->metrics(style);
    const QString elided = metrics.elidedText(text.simplified(), Qt::ElideRight, rect.width());
    m_painter.setFont(styled(m_option.font, style));
    m_painter.setPen(color(readable(token)));
    const Qt::Alignment visual = QStyle::visualAlignment(m_option.direction, alignment) | Qt::AlignAbsolute;
    m_painter.drawText(placed(rect), int(visual) | Qt::TextSingleLine, elided);
    return metrics.horizontalAdvance(elided);
}

int RowPainter::wrapped(const QRect &rect, const QString &text, TextStyle style, Token token) const
{
    QTextLayout layout(text, styled(m_option.font, style));
    const int height = layOut(layout, rect.width(), m_option.direction);
    m_painter.setPen(color(readable(token)));
    layout.draw(&m_painter, placed(rect).topLeft());
    return height;
}

void RowPainter::sign(const QPoint &topLeft, int size, const QString &icon, Token token) const
{
    paintIcon(m_painter, placed(QRect(topLeft, QSize(size, size))), icon, color(readable(token)));
}

int RowPainter::marked(const QRect &rect, const QString &text, const QList<TextSpan> &marks, TextStyle style, int lines) const
{
    const QFont font = styled(m_option.font, style);
    const QString shown = lines == 1 ? QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()) : text;
    QTextLayout layout(shown, font);
    QTextOption wrapping;
    wrapping.setTextDirection(m_option.direction);
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrapping);
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &mark : marks) {
        QTextCharFormat format;
        format.setBackground(color(Token::WarnSoft));
        format.setFontWeight(QFont::DemiBold);
        if (mark.end() <= shown.size())
            formats.append({ int(mark.start), int(mark.length), format });
    }
    layout.setFormats(formats);
    layout.beginLayout();
    qreal height = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        line.setPosition({ 0, height });
        height += line.height();
    }
    layout.endLayout();
    m_painter.setPen(color(Token::Text));
    layout.draw(&m_painter, placed(rect).topLeft());
    return int(height);
}

int wrappedHeight(const QFont &base, TextStyle style, int width, const QString &text)
{
    QTextLayout layout(text, styled(base, style));
    return layOut(layout, std::max(40, width));
}

namespace {

constexpr int rowPadding = 12;
constexpr int iconColumn = 30;

int twoLineHeight(const QStyleOptionViewItem &option)
{
    return std::max(48, QFontMetrics(option.font).height() + QFontMetrics(styled(option.font, TextStyle::Small)).height() + 14);
}

struct TwoLines
{
    QRect title;
    QRect second;
    QRect right;
};

TwoLines linesOf(const QStyleOptionViewItem &option, int rightWidth)
{
    const QRect box = option.rect.adjusted(rowPadding + iconColumn, 6, -rowPadding, -6);
    const int width = box.width() - rightWidth - (rightWidth > 0 ? 12 : 0);
    const int half = box.height() / 2;
    return { QRect(box.left(), box.top(), width, half), QRect(box.left(), box.top() + half, width, box.height() - half),
             QRect(box.right() - rightWidth + 1, box.top(), rightWidth, box.height()) };
}

QString ownersOf(const RunbookEntry &runbook)
{
    return runbook.owners.join(u", "_s);
}

} // namespace

void RunbookDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto runbook = index.data(RunbookListModel::ValueRole).value<RunbookEntry>();
    painter->save();
    const RowPainter row(*painter, option);
    row.ground(index.row() + 1 < index.model()->rowCount());
    const QString owners = ownersOf(runbook);
    const TextStyle ownerStyle = owners.isEmpty() ? TextStyle::SmallStrong : TextStyle::Small;
    const int ownerWidth = row.metrics(ownerStyle).horizontalAdvance(owners.isEmpty() ? tr("no owner") : owners);
    const TwoLines lines = linesOf(option, std::min({ option.rect.width() / 3, 150, ownerWidth + 1 }));
    row.sign(option.rect.topLeft() + QPoint(rowPadding, (option.rect.height() - 18) / 2), 18, u"runbook"_s, Token::Muted);
    row.text(lines.title, runbook.title, TextStyle::Body);
    row.text(lines.second, runbook.ref.path, TextStyle::Small, Token::Muted);
    if (owners.isEmpty())
        row.text(lines.right, tr("no owner"), TextStyle::SmallStrong, Token::Warn, Qt::AlignRight | Qt::AlignVCenter);
    else
        row.text(lines.right, owners, TextStyle::Small, Token::Muted, Qt::AlignRight | Qt::AlignVCenter);
    painter->restore();
}

QSize RunbookDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 200, twoLineHeight(option) };
}

void ServiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto value = index.data(ServiceListModel::ValueRole).value<ServiceRow>();
    painter->save();
    const RowPainter row(*painter, option);
    row.ground(index.row() + 1 < index.model()->rowCount());
    const TwoLines lines = linesOf(option, std::min(option.rect.width() / 3, 150));
    row.sign(option.rect.topLeft() + QPoint(rowPadding, (option.rect.height() - 18) / 2), 18, u"service"_s, Token::Muted);
    row.text(lines.title, value.service.name, TextStyle::Strong);
    if (value.service.owner.isEmpty())
        row.text(lines.second, tr("nobody is named as owner"), TextStyle::SmallStrong, Token::Warn);
    else
        row.text(lines.second, value.service.owner, TextStyle::Small, Token::Muted);
    if (value.openIncidents > 0) {
        row.text(lines.right, tr("%1 open").arg(value.openIncidents), TextStyle::SmallStrong, Token::Danger,
                 Qt::AlignRight | Qt::AlignVCenter);
    } else {
        row.text(lines.right, value.service.contact, TextStyle::Small, Token::Muted, Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

QSize ServiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 200, twoLineHeight(option) };
}

namespace {

constexpr int hitPadding = 14;
constexpr int snippetLines = 2;

} // namespace

SearchHitDelegate::SearchHitDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

void SearchHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto hit = index.data(SearchHitModel::ValueRole).value<SearchHit>();
    painter->save();
    const RowPainter row(*painter, option);
    row.ground(true);
    QRect box = option.rect.adjusted(hitPadding, 10, -hitPadding, -8);
    const int titleHeight = row.metrics(TextStyle::Strong).height();
    row.marked(QRect(box.left(), box.top(), box.width(), titleHeight), hit.runbook.title, hit.titleMarks,
               TextStyle::Strong, 1);
    box.setTop(box.top() + titleHeight + 2);
    const int smallHeight = row.metrics(TextStyle::Small).height();
    const QString section = hit.sectionTitle == hit.runbook.title ? QString() : hit.sectionTitle;
    row.text(QRect(box.left(), box.top(), box.width(), smallHeight),
             section.isEmpty() ? hit.runbook.ref.path : hit.runbook.ref.path + u" · "_s + section, TextStyle::Small, Token::Muted);
    box.setTop(box.top() + smallHeight + 3);
    row.marked(box, hit.snippet, hit.marks, TextStyle::Body, snippetLines);
    paintFacts(row, QRect(box.left(), box.bottom() + 1 - smallHeight, box.width(), smallHeight), hit.runbook);
    painter->restore();
}

void SearchHitDelegate::paintFacts(const RowPainter &row, QRect line, const RunbookEntry &runbook) const
{
    const QDate today = m_clock.now().toLocalTime().date();
    const bool isDue = runbook.reviewDue.isValid() && runbook.reviewDue < today;
    QStringList facts = runbook.services.mid(0, 1) + runbook.owners.mid(0, 1);
    facts.removeDuplicates();
    QString warning;
    if (runbook.owners.isEmpty())
        warning = tr("no owner");
    else if (isDue)
        warning = tr("review was due %1").arg(QLocale().toString(runbook.reviewDue, u"d MMM yyyy"_s));
    if (warning.isEmpty() && runbook.changedAt.isValid())
        facts.append(tr("changed %1").arg(QLocale().toString(runbook.changedAt.toLocalTime().date(), u"d MMM yyyy"_s)));
    const QString text = facts.join(u" · "_s) + (facts.isEmpty() || warning.isEmpty() ? QString() : u" ·"_s);
    const int width = row.text(line, text, TextStyle::Small, Token::Muted);
    line.setLeft(line.left() + (text.isEmpty() ? 0 : width + row.metrics(TextStyle::Small).horizontalAdvance(u' ')));
    row.text(line, warning, TextStyle::SmallStrong, Token::Warn);
}

QSize SearchHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int body = QFontMetrics(option.font).height();
    const int small = QFontMetrics(styled(option.font, TextStyle::Small)).height();
    return { 200, body + 2 + small + 3 + snippetLines * body + 3 + small + 20 };
}

} // namespace Handrail
