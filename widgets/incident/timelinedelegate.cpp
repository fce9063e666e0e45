// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/timelinedelegate.h"

#include "base/oddcharacters.h"
#include "itemmodels/timelinemodel.h"
#include "widgets/common/rowdelegate.h"

#include <QAbstractItemView>
#include <QTextLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 12;
constexpr int padding = 5;
constexpr int gap = 8;
constexpr int signSize = 16;
constexpr qsizetype longestText = 4000; ///< what one row shows of a very long note; the report has all of it

TimelineEntry entryOf(const QModelIndex &index)
{
    return index.data(TimelineModel::ValueRole).value<TimelineEntry>();
}

/** A person's words run on after the sign's word; what was done stands under it, smaller. */
bool runsOn(const TimelineEntry &entry)
{
    return entry.kind == TimelineEntry::Kind::NoteAdded || entry.kind == TimelineEntry::Kind::Started;
}

int timeColumn(const QFont &font)
{
    return std::max(36, QFontMetrics(styled(font, TextStyle::Small)).horizontalAdvance(u"00:00"_s) + 2);
}

int textColumn(const QFont &font)
{
    return side + timeColumn(font) + gap + signSize + gap;
}

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : std::max(200, option.rect.width());
}

/** The text column of one row, laid out in its width. */
class EntryText
{
public:
    EntryText(const TimelineEntry &entry, const QStyleOptionViewItem &option, int width)
        : m_layout(QString(), option.font)
    {
        const Sign sign = signOf(entry);
        QString text = madeVisible(textOf(entry).left(longestText));
        // madeVisible() names control characters but keeps line ends, which a layout wants as separators.
        text.replace(u'\n', QChar::LineSeparator);
        const QString parting = text.isEmpty() ? QString() : runsOn(entry) ? u" "_s : QString(QChar::LineSeparator);
        m_layout.setText(sign.word + parting + text);

        QTextCharFormat word;
        word.setForeground(color(sign.token));
        word.setFontWeight(QFont::DemiBold);
        QTextCharFormat rest;
        rest.setForeground(color(runsOn(entry) ? Token::Text : Token::Muted));
        if (!runsOn(entry))
            rest.setFontPointSize(styled(option.font, TextStyle::Small).pointSizeF());
        const int wordLength = int(sign.word.size());
        m_layout.setFormats({ { 0, wordLength, word }, { wordLength, int(m_layout.text().size()) - wordLength, rest } });

        QTextOption wrapping;
        wrapping.setTextDirection(option.direction);
        wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(wrapping);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(std::max(40, width));
            line.setPosition({ 0, m_height });
            m_height += line.height();
        }
        m_layout.endLayout();
    }

    int height() const { return int(m_height + 0.999); }
    void draw(QPainter &painter, const QPoint &at) const { m_layout.draw(&painter, at); }

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

} // namespace

QString TimelineDelegate::spoken(const QModelIndex &index)
{
    const TimelineEntry entry = entryOf(index);
    return (clockTime(entry.happenedAt) + u' ' + signOf(entry).word + u' ' + textOf(entry).left(longestText)).trimmed();
}

QString TimelineDelegate::toolTip(const QModelIndex &index)
{
    return utcTime(entryOf(index).happenedAt);
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineEntry entry = entryOf(index);
    painter->save();
    const RowPainter row(*painter, option);
    row.ground(false);
    const int left = option.rect.left() + side;
    const int top = option.rect.top() + padding;
    const int line = row.metrics(TextStyle::Body).height();
    row.text(QRect(left, top, timeColumn(option.font), line), clockTime(entry.happenedAt), TextStyle::Small, Token::Muted);
    const Sign sign = signOf(entry);
    row.sign({ left + timeColumn(option.font) + gap, top + (line - signSize) / 2 }, signSize, sign.icon, sign.token);
    const int column = textColumn(option.font);
    painter->setPen(color(Token::Text));
    const QRect words(option.rect.left() + column, top, std::max(40, option.rect.width() - column - side), option.rect.height());
    EntryText(entry, option, words.width()).draw(*painter, row.placed(words).topLeft());
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const EntryText text(entryOf(index), option, widthOf(option) - textColumn(option.font) - side);
    return { 100, text.height() + 2 * padding };
}

} // namespace Handrail
