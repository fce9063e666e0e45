// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/pastebox.h"

#include "widgets/common/icons.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>

namespace Handrail {

using namespace Qt::StringLiterals;

PasteEdit::PasteEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(0);
}

bool PasteEdit::canInsertFromMimeData(const QMimeData *) const
{
    return true; // an empty or a strange clipboard is answered with a sentence, not with silence
}

void PasteEdit::insertFromMimeData(const QMimeData *)
{
    Q_EMIT pasted();
}

void PasteEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasted();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT entered();
    } else if (event->key() == Qt::Key_Escape && !toPlainText().isEmpty()) {
        clear();
    } else if (event->key() == Qt::Key_Down) {
        Q_EMIT downPressed();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

PasteBox::PasteBox(QAction *fromClipboard, QWidget *parent)
    : QFrame(parent)
    , m_edit(new PasteEdit(this))
    , m_button(new ActionButton(fromClipboard, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
{
    setObjectName(u"pasteBox"_s);
    m_edit->setObjectName(u"pasteEdit"_s);
    m_edit->setProperty("textStyle", u"pasteBox"_s);
    m_edit->setPlaceholderText(tr("Paste an alert (Ctrl+V), or search"));
    m_edit->setAccessibleName(tr("Paste an alert, or search"));

    auto *sign = new QLabel(this);
    sign->setPixmap(icon(u"clipboard"_s, Token::Accent).pixmap(28, 28));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 20, 0);
    layout->setSpacing(16);
    layout->addWidget(sign);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_button);

    connect(m_edit, &PasteEdit::pasted, this, &PasteBox::pasted);
    connect(m_edit, &PasteEdit::entered, this, &PasteBox::entered);
    connect(m_edit, &PasteEdit::downPressed, this, &PasteBox::downPressed);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT searchChanged(text()); });
    setFocusProxy(m_edit);
    fitLine();
}

void PasteBox::fitLine()
{
    const int line = QFontMetrics(styled(font(), TextStyle::PageHead)).height();
    m_edit->setFixedHeight(line + 2);
    setFixedHeight(std::max(84, line + 36));
}

void PasteBox::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_button->setKeyShown(width() > 700);
}

void PasteBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitLine();
}

QString PasteBox::text() const
{
    return m_edit->toPlainText();
}

void PasteBox::clear()
{
    m_edit->clear();
}

void PasteBox::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    focusEdit();
}

void PasteBox::focusEdit()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace Handrail
