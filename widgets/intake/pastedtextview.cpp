// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/pastedtextview.h"

#include "base/oddcharacters.h"
#include "widgets/common/parts.h"
#include "widgets/common/tokens.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownText = 256 * 1024;
constexpr qsizetype shownLine = 2000; ///< laying out a line of a million characters takes minutes

} // namespace

PastedTextView::PastedTextView(QWidget *parent)
    : QWidget(parent)
    , m_legend(makeLabel({}, TextStyle::Small, "muted", this))
    , m_view(new QPlainTextEdit(this))
{
    auto *back = makeLinkButton(tr("Back to what was understood"), u"arrow-left"_s, this);
    back->setObjectName(u"backToFields"_s);
    connect(back, &QPushButton::clicked, this, &PastedTextView::backPressed);
    m_legend->setWordWrap(true);
    m_view->setObjectName(u"pastedText"_s);
    m_view->setAccessibleName(tr("The pasted text"));
    m_view->setReadOnly(true);
    m_view->setProperty("textStyle", u"mono"_s);
    m_view->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 8);
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(m_legend);
    layout->addWidget(m_view, 1);
}

void PastedTextView::setText(const QString &text)
{
    m_text = text.first(std::min(text.size(), shownText));
    m_review = {};
    m_span = {};
    m_lineStarts.clear();
    QString shown;
    qsizetype start = 0;
    for (const QStringView line : QStringView(m_text).tokenize(u'\n')) {
        m_lineStarts.append(start);
        start += line.size() + 1;
        const QStringView bare = line.endsWith(u'\r') ? line.chopped(1) : line;
        shown += bare.size() > shownLine ? madeVisible(bare.first(shownLine)) + u" …"_s : madeVisible(bare);
        shown += u'\n';
    }
    m_view->setPlainText(shown);
    mark();
}

void PastedTextView::setReview(const PasteReview &review)
{
    m_review = review;
    mark();
}

void PastedTextView::showSpan(const TextSpan &span)
{
    m_span = span;
    mark();
    QTextCursor cursor(m_view->document());
    cursor.setPosition(shownPlace(span.start));
    m_view->setTextCursor(cursor);
    m_view->centerCursor();
    m_view->setFocus(Qt::OtherFocusReason);
}

void PastedTextView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

int PastedTextView::shownPlace(qsizetype place) const
{
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), place);
    const auto line = std::max<qsizetype>(0, after - m_lineStarts.begin() - 1);
    const QTextBlock block = m_view->document()->findBlockByNumber(int(line));
    const qsizetype column = place - m_lineStarts.value(line);
    const QString before = madeVisible(QStringView(m_text).sliced(m_lineStarts.value(line), column));
    return block.position() + int(std::min<qsizetype>(before.size(), block.length() - 1));
}

void PastedTextView::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](const TextSpan &span, Token ground) {
        if (span.length == 0 || span.end() > m_text.size())
            return;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_view->document());
        selection.cursor.setPosition(shownPlace(span.start));
        selection.cursor.setPosition(shownPlace(span.end()), QTextCursor::KeepAnchor);
        selection.format.setBackground(color(ground));
        if (ground == Token::DangerSoft)
            selection.format.setFontUnderline(true); // not by colour alone
        marks.append(selection);
    };
    for (const TextSpan &span : m_review.origins.used)
        add(span, Token::AccentSoft);
    for (const FoundSecret &secret : m_review.secrets)
        add(secret.span, Token::DangerSoft);
    add(m_span, Token::Selection);
    m_view->setExtraSelections(marks);

    QStringList legend;
    if (!m_review.origins.used.isEmpty())
        legend.append(tr("Marked: what was used."));
    if (m_review.origins.unusedLines > 0)
        legend.append(tr("Lines that say more, not used: %1.").arg(m_review.origins.unusedLines));
    if (!m_review.secrets.isEmpty())
        legend.append(tr("Underlined in red: looks like a secret."));
    m_legend->setText(legend.join(u' '));
    m_legend->setVisible(!legend.isEmpty());
}

} // namespace Handrail
