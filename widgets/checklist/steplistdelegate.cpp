// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/steplistdelegate.h"

#include "widgets/common/rowdelegate.h"

#include <QAbstractItemView>
#include <QTextLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 12;
constexpr int textLeft = 38;
constexpr int padding = 6;
constexpr int titleLines = 2;
constexpr qint64 worthSaying = 60'000; ///< ms a step took
constexpr int shortBelow = 260; ///< px; narrower lists say the heads in fewer words

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : std::max(200, option.rect.width());
}

QString titleOf(const StepRow &row)
{
    return u"%1  %2"_s.arg(row.number).arg(row.title.simplified());
}

/** @p text in at most two lines, the second elided. */
QStringList twoLines(const QFont &font, int width, const QString &text)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (int i = 0; i < titleLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const QString rest = text.sliced(line.textStart());
        lines.append(i + 1 == titleLines ? QFontMetrics(font).elidedText(rest, Qt::ElideRight, width)
                                         : text.sliced(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

Sign stateOf(const StepRow &row)
{
    if (row.current && row.result.state == StepState::ToDo)
        return { StepListDelegate::tr("Current"), u"play"_s, Token::Accent };
    return signOf(row.result.state);
}

QString afterState(const StepRow &row)
{
    if (row.result.state == StepState::ToDo)
        return {};
    QString text = clockTime(row.result.at);
    if (row.result.tookMs >= worthSaying)
        text += u", "_s + StepListDelegate::tr("took %1").arg(elapsed(row.result.tookMs));
    if (!row.result.reason.isEmpty())
        text += u", "_s + row.result.reason.simplified();
    return text;
}

/** Below the line every step names its risk; above it only one that does more than look. */
bool namesRisk(const QModelIndex &index, const StepRow &row)
{
    if (row.risk != Risk::Read)
        return true;
    for (int above = index.row() - 1; above >= 0; --above) {
        const auto other = index.siblingAtColumn(0).sibling(above, 0).data(StepListModel::RowRole).value<StepRow>();
        if (other.kind == StepRow::Kind::ChangeLine)
            return true;
    }
    return false;
}

QString headText(const StepRow &row, int width)
{
    const bool isShort = width < shortBelow;
    switch (row.kind) {
    case StepRow::Kind::LookHead:
        return isShort ? StepListDelegate::tr("Look only, no harm") : StepListDelegate::tr("Look only: cannot make it worse");
    case StepRow::Kind::ChangeLine:
        return isShort ? StepListDelegate::tr("From here, changes") : StepListDelegate::tr("From here, steps change things");
    case StepRow::Kind::PhaseHead:
    case StepRow::Kind::Step:
        break;
    }
    return row.title.simplified();
}

} // namespace

QString StepListDelegate::spoken(const QModelIndex &index)
{
    const auto row = index.data(StepListModel::RowRole).value<StepRow>();
    if (row.kind != StepRow::Kind::Step)
        return headText(row, 2 * shortBelow);
    QString text = titleOf(row) + u", "_s + stateOf(row).word;
    if (const QString after = afterState(row); !after.isEmpty())
        text += u' ' + after;
    return namesRisk(index, row) ? text + u", "_s + signOf(row.risk).word : text;
}

void StepListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(StepListModel::RowRole).value<StepRow>();
    painter->save();
    if (row.kind == StepRow::Kind::Step) {
        paintStep(*painter, option, index, row);
        painter->restore();
        return;
    }
    const RowPainter rowPainter(*painter, option);
    QRect box = option.rect.adjusted(inset, 0, -inset, 0);
    const QString text = headText(row, option.rect.width());
    if (row.kind == StepRow::Kind::PhaseHead) {
        rowPainter.text(box, text, TextStyle::Small, Token::Muted);
    } else {
        const bool changes = row.kind == StepRow::Kind::ChangeLine;
        if (changes) {
            painter->fillRect(QRect(box.left(), box.top() + 6, box.width(), 2), color(Token::Warn));
            box.setTop(box.top() + 8);
        }
        const Sign sign = signOf(changes ? Risk::Change : Risk::Read);
        rowPainter.sign({ box.left(), box.center().y() - 6 }, 14, sign.icon, sign.token);
        rowPainter.text(box.adjusted(20, 0, 0, 0), text, TextStyle::SmallStrong, sign.token);
    }
    painter->restore();
}

void StepListDelegate::paintStep(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const StepRow &row) const
{
    QStyleOptionViewItem shown = option;
    shown.state.setFlag(QStyle::State_Selected, row.current);
    const RowPainter rowPainter(painter, shown);
    rowPainter.ground(false);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(color(Token::Accent), 2));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    const Sign state = stateOf(row);
    const QRect box = option.rect.adjusted(textLeft, padding, -inset, -padding);
    rowPainter.sign({ option.rect.left() + inset, box.top() }, 16, state.icon, state.token);
    painter.setPen(color(Token::Text));
    const QFont font = styled(option.font, row.current ? TextStyle::Strong : TextStyle::Body);
    const QStringList title = titleLinesOf(row, font, box.width());
    const int lineHeight = QFontMetrics(font).height();
    painter.setFont(font);
    for (int i = 0; i < int(title.size()); ++i) {
        const QRect line(box.left(), box.top() + i * lineHeight, box.width(), lineHeight);
        painter.drawText(QStyle::visualRect(option.direction, option.rect, line), Qt::AlignLeft | Qt::TextSingleLine, title.at(i));
    }
    const int titleHeight = int(title.size()) * lineHeight;

    QRect line(box.left(), box.top() + titleHeight, box.width(), rowPainter.metrics(TextStyle::Small).height());
    const bool finished = row.result.state != StepState::ToDo;
    line.setLeft(line.left() + rowPainter.text(line, state.word, finished || row.current ? TextStyle::SmallStrong : TextStyle::Small, state.token));
    if (namesRisk(index, row)) {
        const Sign risk = signOf(row.risk);
        line.setLeft(line.left() + 5);
        line.setLeft(line.left() + 5 + rowPainter.text(line, u"·"_s, TextStyle::Small, Token::Muted));
        rowPainter.sign({ line.left(), line.center().y() - 5 }, 12, risk.icon, risk.token);
        line.setLeft(line.left() + 15);
        line.setLeft(line.left() + rowPainter.text(line, risk.word, TextStyle::SmallStrong, risk.token));
    }
    if (const QString after = afterState(row); !after.isEmpty())
        rowPainter.text(line.adjusted(4, 0, 0, 0), after, TextStyle::Small, Token::Muted);
}

QSize StepListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(StepListModel::RowRole).value<StepRow>();
    const int small = QFontMetrics(styled(option.font, TextStyle::Small)).height();
    switch (row.kind) {
    case StepRow::Kind::LookHead:
        return { 100, std::max(28, small + 8) };
    case StepRow::Kind::PhaseHead:
        return { 100, std::max(24, small + 6) };
    case StepRow::Kind::ChangeLine:
        return { 100, std::max(36, small + 16) };
    case StepRow::Kind::Step:
        break;
    }
    // Semibold for every row: becoming the current one must not move the rows below.
    const int width = widthOf(option) - textLeft - inset;
    const QFont font = styled(option.font, TextStyle::Strong);
    const int title = int(titleLinesOf(row, font, width).size()) * QFontMetrics(font).height();
    return { 100, title + small + 2 * padding };
}

/** A list asks for the height of every row several times while it is laid out. */
QStringList StepListDelegate::titleLinesOf(const StepRow &row, const QFont &font, int width) const
{
    constexpr qsizetype mostKept = 5'000;
    if (m_titles.size() > mostKept)
        m_titles.clear();
    Title &title = m_titles[{ row.stepId, font.weight() }];
    const QString text = titleOf(row);
    if (title.text != text || title.width != width || title.font != font)
        title = { text, width, font, twoLines(font, width, text) };
    return title.lines;
}

} // namespace Handrail
