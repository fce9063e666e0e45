// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/findbar.h"

#include "widgets/common/icons.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPlaces = 1000;

} // namespace

FindBar::FindBar(QTextEdit *view, QWidget *parent)
    : QFrame(parent)
    , m_view(view)
    , m_edit(new QLineEdit(this))
    , m_count(makeLabel({}, TextStyle::Small, "muted", this))
{
    setObjectName(u"findBar"_s);
    setProperty("ground", u"surface"_s);
    setProperty("edge", u"bottom"_s);
    m_edit->setObjectName(u"findEdit"_s);
    m_edit->setAccessibleName(tr("Find in this text"));
    m_edit->setPlaceholderText(tr("Find in this text"));
    addSearchIcon(m_edit);
    m_edit->setMaximumWidth(320);
    m_edit->installEventFilter(this);
    auto *previous = makeLinkButton(tr("Previous"), {}, this);
    auto *next = makeLinkButton(tr("Next"), {}, this);
    auto *done = makeLinkButton(tr("Close"), {}, this);
    auto *layout = new QHBoxLayout(this);
    setMargins(layout, 12, 6, 12);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_count);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addStretch();
    layout->addWidget(done);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::find);
    connect(previous, &QPushButton::clicked, this, [this] { go(-1); });
    connect(next, &QPushButton::clicked, this, [this] { go(1); });
    connect(done, &QPushButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    show();
    const QString marked = m_view->textCursor().selectedText();
    if (!marked.isEmpty() && !marked.contains(QChar::ParagraphSeparator))
        m_edit->setText(marked);
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    find();
}

void FindBar::close()
{
    hide();
    m_places.clear();
    m_view->setFocus(Qt::OtherFocusReason);
    Q_EMIT marksChanged();
}

void FindBar::findAgain()
{
    if (!isHidden())
        find();
}

void FindBar::find()
{
    m_places.clear();
    m_current = -1;
    const QString typed = m_edit->text();
    const int from = m_view->cursorForPosition({ 0, 0 }).position(); // from what is in sight
    QTextCursor found = typed.isEmpty() ? QTextCursor() : m_view->document()->find(typed);
    while (!found.isNull() && m_places.size() < mostPlaces) {
        if (m_current < 0 && found.selectionStart() >= from)
            m_current = int(m_places.size());
        m_places.append(found);
        found = m_view->document()->find(typed, found);
    }
    m_current = std::max(0, m_current);
    go(0);
    if (m_places.isEmpty())
        m_count->setText(typed.isEmpty() ? QString() : tr("Not in this text"));
}

void FindBar::go(int step)
{
    if (const int count = int(m_places.size()); count > 0) {
        m_current = (m_current + step + count) % count;
        QTextCursor place = m_places.at(m_current);
        place.setPosition(place.selectionStart());
        m_view->setTextCursor(place);
        m_view->ensureCursorVisible();
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(count));
    }
    Q_EMIT marksChanged();
}

QList<QTextEdit::ExtraSelection> FindBar::marks() const
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QTextCursor &place : std::as_const(m_places)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = place;
        const bool isCurrent = marks.size() == m_current;
        mark.format.setBackground(color(isCurrent ? Token::Selection : Token::WarnSoft));
        mark.format.setFontUnderline(true); // reads in grey too
        marks.append(mark);
    }
    return marks;
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QFrame::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    const bool enters = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enters && key.key() != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    event->accept(); // meant for this bar, not for the window
    if (event->type() == QEvent::KeyPress && enters)
        go(key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (event->type() == QEvent::KeyPress)
        close();
    return true;
}

} // namespace Handrail
