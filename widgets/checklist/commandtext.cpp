// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/commandtext.h"

#include "base/oddcharacters.h"
#include "widgets/common/syntaxcolors.h"
#include "widgets/common/textstyle.h"

#include <QMimeData>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <QWheelEvent>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 200; ///< a longer command scrolls in itself, and Copy waits for its end
constexpr int linesWhenScrolling = 24;
constexpr int lineHeight = 135; ///< per cent of the font's own, which makes 1.6 of its size

} // namespace

CommandText::CommandText(QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(u"commandText"_s);
    setAccessibleName(tr("Command"));
    setProperty("ground", u"codeBg"_s);
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CommandText::checkSeen);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &CommandText::checkSeen);
}

void CommandText::showCommand(const FilledCommand &command, const QString &language)
{
    m_command = command;
    m_language = language;
    m_scrolls = command.text.count(u'\n') >= mostLines;
    m_seenToEnd = !m_scrolls;
    setVerticalScrollBarPolicy(m_scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    render();
}

void CommandText::render()
{
    const QString shown = madeVisible(m_command.text);
    const QFont mono = styled(font(), TextStyle::Mono);
    QTextCharFormat plain;
    plain.setFont(mono);
    plain.setForeground(color(Token::Text));
    QTextBlockFormat lines;
    lines.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);

    document()->clear();
    setTabStopDistance(4 * QFontMetricsF(mono).horizontalAdvance(u' '));
    QTextCursor cursor(document());
    cursor.setBlockFormat(lines);
    cursor.insertText(shown, plain);
    for (const ColoredSpan &colored : syntaxColors(shown, m_language)) {
        cursor.setPosition(int(colored.span.start));
        cursor.setPosition(int(colored.span.end()), QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setForeground(color(colored.token));
        cursor.mergeCharFormat(format);
    }
    QTextCharFormat filled;
    filled.setFontWeight(QFont::DemiBold);
    filled.setBackground(color(Token::AccentSoft));
    filled.setForeground(color(Token::Text));
    mark(m_command.filled, filled);
    QTextCharFormat open;
    open.setForeground(color(Token::Danger));
    open.setFontWeight(QFont::DemiBold);
    mark(m_command.open, open);
    moveCursor(QTextCursor::Start);
    fit();
}

void CommandText::mark(const QList<TextSpan> &spans, const QTextCharFormat &format)
{
    // What is shown may be longer than the command: hidden characters are written out in it.
    const auto shownAt = [this](qsizetype position) { return int(madeVisible(QStringView(m_command.text).first(position)).size()); };
    QTextCursor cursor(document());
    for (const TextSpan &span : spans) {
        cursor.setPosition(shownAt(span.start));
        cursor.setPosition(shownAt(span.end()), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

void CommandText::fit()
{
    document()->setTextWidth(viewport()->width());
    int wanted = int(document()->size().height()) + 2;
    if (m_scrolls)
        wanted = std::min(wanted, linesWhenScrolling * fontMetrics().lineSpacing() * lineHeight / 100);
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

void CommandText::checkSeen()
{
    const QScrollBar *bar = verticalScrollBar();
    if (m_seenToEnd || bar->maximum() == 0 || bar->value() < bar->maximum())
        return;
    m_seenToEnd = true;
    Q_EMIT seenToEnd();
}

QSize CommandText::sizeHint() const
{
    return { 400, minimumHeight() };
}

QSize CommandText::minimumSizeHint() const
{
    return { 120, minimumHeight() };
}

void CommandText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

void CommandText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

void CommandText::wheelEvent(QWheelEvent *event)
{
    if (m_scrolls)
        QTextEdit::wheelEvent(event);
    else
        event->ignore(); // the page around it scrolls
}

QMimeData *CommandText::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    data->setText(copyable(textCursor().selection().toPlainText()));
    return data;
}

} // namespace Handrail
