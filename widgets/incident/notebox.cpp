// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/notebox.h"

#include "widgets/common/icons.h"
#include "widgets/common/parts.h"
#include "widgets/incident/noteedit.h"
#include "widgets/incident/savedlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace Handrail {

using namespace Qt::StringLiterals;

NoteBox::NoteBox(const std::array<QAction *, 5> &kinds, QWidget *parent)
    : QFrame(parent)
    , m_kindButton(new QToolButton(this))
    , m_edit(new NoteEdit(this))
    , m_saved(new SavedLabel(this))
{
    setObjectName(u"noteBox"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", u"surface"_s);
    setProperty("edge", u"top"_s);
    m_saved->setObjectName(u"savedLabel"_s);

    auto *menu = new QMenu(this);
    for (QAction *kind : kinds)
        menu->addAction(kind);
    m_kindButton->setObjectName(u"noteKindButton"_s);
    m_kindButton->setProperty("outlined", true);
    m_kindButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_kindButton->setPopupMode(QToolButton::InstantPopup);
    m_kindButton->setMenu(menu);
    setKind(NoteKind::Note);

    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 8);
    head->addWidget(m_kindButton);
    head->addStretch();
    head->addWidget(makeLabel(tr("Ctrl+M"), TextStyle::Small, "muted", this));
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 12, 10, 6);
    layout->addLayout(head);
    layout->addWidget(m_edit);
    layout->addWidget(m_saved);
    setFocusProxy(m_edit);

    for (int i = 0; i < int(kinds.size()); ++i)
        connect(kinds[size_t(i)], &QAction::triggered, this, [this, i] { setKind(NoteKind(i)); });
    connect(m_edit, &NoteEdit::submitted, this, &NoteBox::submit);
    connect(m_edit, &NoteEdit::textChanged, this, [this] { Q_EMIT draftChanged(m_edit->toPlainText()); });
}

void NoteBox::setDraft(const QString &text)
{
    const QSignalBlocker quiet(m_edit);
    m_submitted.clear();
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void NoteBox::setKind(NoteKind kind)
{
    m_kind = kind;
    const Sign sign = signOf(kind);
    m_kindButton->setText(sign.word + u" ▾"_s);
    m_kindButton->setIcon(icon(sign.icon, sign.token));
    m_kindButton->setAccessibleName(tr("Kind of note: %1").arg(sign.word));
}

void NoteBox::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void NoteBox::submit()
{
    const QString text = m_edit->toPlainText();
    if (text.trimmed().isEmpty() || text == m_submitted)
        return;
    m_submitted = text;
    Q_EMIT noteEntered(m_kind, text.trimmed());
}

void NoteBox::noteAdded()
{
    // What was typed while the disk was busy is the next note's beginning.
    const QString text = m_edit->toPlainText();
    const QString rest = text.startsWith(m_submitted) ? text.sliced(m_submitted.size()) : text;
    const bool wasHandedIn = !m_submitted.isEmpty();
    m_submitted.clear();
    if (wasHandedIn)
        m_edit->setPlainText(rest);
    m_edit->moveCursor(QTextCursor::End);
    setKind(NoteKind::Note);
}

void NoteBox::notSaved()
{
    m_submitted.clear();
    m_saved->notSaved();
}

void NoteBox::showSaved(const QDateTime &at)
{
    m_saved->showSaved(at);
}

void NoteBox::setSavedShown(bool shown)
{
    m_saved->setVisible(shown);
}

} // namespace Handrail
