// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/timelinedelegate.h"

#include "base/oddcharacters.h"
#include "itemmodels/timelinemodel.h"
#include "widgets/common/rowdelegate.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QTextLayout>

#include <algorithm>
#include <optional>

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

/** What stands behind a note: when it was written if that was later, and that it was corrected. */
QString remarksOn(const QModelIndex &index, const TimelineEntry &entry)
{
    QString remarks;
    const bool isOfThatDay = entry.happenedAt.toLocalTime().date() == entry.recordedAt.toLocalTime().date();
    if (isBackdated(entry) && !isOfThatDay)
        remarks += TimelineDelegate::tr(" · happened %1").arg(dayAndTime(entry.happenedAt, entry.recordedAt));
    if (isBackdated(entry))
        remarks += TimelineDelegate::tr(" · written %1").arg(dayAndTime(entry.recordedAt, entry.happenedAt));
    if (const QDateTime at = index.data(TimelineModel::CorrectedAtRole).toDateTime(); at.isValid())
        remarks += TimelineDelegate::tr(" · corrected %1").arg(dayAndTime(at, entry.happenedAt));
    return remarks;
}

QString shown(const QString &text)
{
    // madeVisible() names control characters but keeps line ends, which a layout wants as separators.
    return madeVisible(text.left(longestText)).replace(u'\n', QChar::LineSeparator);
}

/** The text column of one row, laid out in its width. */
class EntryText
{
public:
    EntryText(const QModelIndex &index, const QStyleOptionViewItem &option, int width)
        : m_layout(QString(), option.font)
    {
        const TimelineEntry entry = entryOf(index);
        const Sign sign = signOf(entry);
        const bool isNote = runsOn(entry);
        const qreal small = styled(option.font, TextStyle::Small).pointSizeF();
        QTextCharFormat word = formatOf(sign.token);
        word.setFontWeight(QFont::DemiBold);
        QTextCharFormat aside = formatOf(Token::Muted);
        aside.setFontPointSize(small);

        add(sign.word, word);
        const QString text = shown(textOf(entry));
        if (!text.isEmpty()) {
            add(isNote ? u" "_s : QString(QChar::LineSeparator), isNote ? formatOf(Token::Text) : aside);
            const int start = int(m_text.size());
            add(text, isNote ? formatOf(Token::Text) : aside);
            if (entry.kind == TimelineEntry::Kind::NoteAdded)
                mark(text, start);
        }
        add(remarksOn(index, entry), aside);
        if (const QString first = shown(index.data(TimelineModel::FirstTextRole).toString()); !first.isEmpty()) {
            add(QString(QChar::LineSeparator), aside);
            aside.setFontStrikeOut(true);
            add(first, aside);
        }
        layOut(option.direction, width);
    }

    int height() const { return int(m_height + 0.999); }
    void draw(QPainter &painter, const QPoint &at) const { m_layout.draw(&painter, at); }

    /** The mark under @p place, which counts from the column's top left. */
    std::optional<NoteMark> markAt(const QPointF &place) const
    {
        for (int i = 0; i < m_layout.lineCount(); ++i) {
            const QTextLine line = m_layout.lineAt(i);
            if (!line.naturalTextRect().contains(place))
                continue;
            const int at = line.xToCursor(place.x(), QTextLine::CursorOnCharacter);
            const auto found = std::find_if(m_marks.begin(), m_marks.end(), [at](const NoteMark &mark) {
                return at >= mark.start && at < mark.start + mark.length;
            });
            return found == m_marks.end() ? std::nullopt : std::optional(*found);
        }
        return {};
    }

private:
    static QTextCharFormat formatOf(Token token)
    {
        QTextCharFormat format;
        format.setForeground(color(token));
        return format;
    }

    void add(const QString &text, const QTextCharFormat &format)
    {
        if (text.isEmpty())
            return;
        m_formats.append({ int(m_text.size()), int(text.size()), format });
        m_text += text;
    }

    void mark(const QString &text, int start)
    {
        QTextCharFormat format = formatOf(Token::Link);
        format.setFontUnderline(true);
        m_marks = noteMarks(text);
        for (NoteMark &mark : m_marks) {
            mark.start += start;
            m_formats.append({ int(mark.start), int(mark.length), format });
        }
    }

    void layOut(Qt::LayoutDirection direction, int width)
    {
        m_layout.setText(m_text);
        m_layout.setFormats(m_formats);
        QTextOption wrapping;
        wrapping.setTextDirection(direction);
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

    QTextLayout m_layout;
    QString m_text;
    QList<QTextLayout::FormatRange> m_formats;
    QList<NoteMark> m_marks; ///< their starts count from the whole text's
    qreal m_height = 0;
};

/** Where the words of a row stand. */
QRect wordsIn(const QStyleOptionViewItem &option)
{
    const int column = textColumn(option.font);
    return { option.rect.left() + column, option.rect.top() + padding, std::max(40, option.rect.width() - column - side),
             option.rect.height() };
}

} // namespace

QString TimelineDelegate::spoken(const QModelIndex &index)
{
    const TimelineEntry entry = entryOf(index);
    return (clockTime(entry.happenedAt) + u' ' + signOf(entry).word + u' ' + textOf(entry).left(longestText)
            + remarksOn(index, entry))
        .trimmed();
}

QString TimelineDelegate::toolTip(const QModelIndex &index)
{
    const TimelineEntry entry = entryOf(index);
    const QString happened = utcTime(entry.happenedAt);
    if (entry.kind == TimelineEntry::Kind::FileAttached)
        return tr("%1\nEnter or a double click opens it, or saves a copy").arg(happened);
    return isBackdated(entry) ? tr("Happened %1\nWritten %2").arg(happened, utcTime(entry.recordedAt)) : happened;
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
    painter->setPen(color(Token::Text));
    const QRect words = wordsIn(option);
    EntryText(index, option, words.width()).draw(*painter, row.placed(words).topLeft());
    painter->restore();
}

bool TimelineDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (event->type() != QEvent::MouseButtonRelease || mouse->button() != Qt::LeftButton)
        return false;
    const QRect words = QStyle::visualRect(option.direction, option.rect, wordsIn(option));
    const auto mark = EntryText(index, option, words.width()).markAt(mouse->position() - words.topLeft());
    if (mark)
        Q_EMIT markPressed(*mark);
    return mark.has_value();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const EntryText text(index, option, widthOf(option) - textColumn(option.font) - side);
    return { 100, text.height() + 2 * padding };
}

} // namespace Handrail
