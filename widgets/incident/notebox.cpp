// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/notebox.h"

#include "base/clock.h"
#include "base/whenanswered.h"
#include "incident/happened.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"
#include "widgets/incident/noteedit.h"
#include "widgets/incident/savedlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QBuffer>
#include <QImage>
#include <QMenu>
#include <QPushButton>
#include <QTimeZone>
#include <QTimer>
#include <QToolButton>
#include <QtConcurrentRun>

#include <chrono>
#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int roomForKey = 260; ///< px; in a narrower pane the buttons need it, and the menu has the key

QByteArray pngOf(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace

NoteBox::NoteBox(const Clock &clock, const std::array<QAction *, 5> &kinds, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_kindButton(new QToolButton(this))
    , m_edit(new NoteEdit(this))
    , m_when(makeWhenButton())
    , m_happened(makeLabel({}, TextStyle::Small, "info", this))
    , m_correctionOf(makeLabel({}, TextStyle::SmallStrong, "info", this))
    , m_correctionRow(makeCorrectionRow())
    , m_key(makeLabel(tr("Ctrl+M"), TextStyle::Small, "muted", this))
    , m_saved(new SavedLabel(this))
    , m_hint(m_edit->placeholderText())
    , m_tryAgain(new QTimer(this))
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

    QToolButton *attach = makeIconButton("attachButton", u"plus"_s, tr("Attach a file"),
                                         tr("Attach a file of at most 25 MB. Or drop one here, or paste a picture"));
    connect(attach, &QToolButton::clicked, this, &NoteBox::attachWanted);

    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 8);
    head->addWidget(m_kindButton);
    head->addWidget(m_when);
    head->addWidget(attach);
    head->addStretch();
    head->addWidget(m_key);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 12, 10, 6);
    layout->addLayout(head);
    layout->addWidget(m_correctionRow);
    layout->addWidget(m_edit);
    layout->addWidget(m_happened);
    layout->addWidget(m_saved);
    setFocusProxy(m_edit);

    for (int i = 0; i < int(kinds.size()); ++i)
        connect(kinds[size_t(i)], &QAction::triggered, this, [this, i] { setKind(NoteKind(i)); });
    connect(m_edit, &NoteEdit::submitted, this, &NoteBox::submit);
    connect(m_edit, &NoteEdit::textChanged, this, &NoteBox::textChanged);
    connect(m_edit, &NoteEdit::filesPasted, this, &NoteBox::filesEntered);
    connect(m_edit, &NoteEdit::longTextPasted, this, &NoteBox::longTextEntered);
    connect(m_edit, &NoteEdit::imagePasted, this, [this](const QImage &image) {
        whenAnswered(QtConcurrent::run(&pngOf, image), this, [this](const QByteArray &png) { Q_EMIT imageEntered(png); });
    });
    m_happened->setObjectName(u"noteHappened"_s);
    m_happened->hide();
    m_correctionRow->hide();
    m_tryAgain->setObjectName(u"tryAgain"_s);
    m_tryAgain->setSingleShot(true);
    m_tryAgain->setInterval(10s);
    connect(m_tryAgain, &QTimer::timeout, this, [this] {
        if (!m_unsaved.isEmpty() && m_edit->toPlainText() == m_unsaved)
            submit();
    });
}

QToolButton *NoteBox::makeWhenButton()
{
    auto *menu = new QMenu(this);
    for (const int minutes : { 5, 15, 30, 60 }) {
        connect(menu->addAction(tr("%1 minutes ago").arg(minutes)), &QAction::triggered, this,
                [this, minutes] { say(u"-%1m"_s.arg(minutes)); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("At a time…")), &QAction::triggered, this, [this] {
        say(u'@' + clockTime(m_clock.now()));
        QTextCursor time = m_edit->textCursor(); // marked, so that the right one is typed over it
        time.setPosition(1);
        time.setPosition(6, QTextCursor::KeepAnchor);
        m_edit->setTextCursor(time);
    });
    QToolButton *button = makeIconButton("noteWhenButton", u"clock"_s, tr("When…"),
                                         tr("When it happened, if not now. Or begin the note with @14:02 or -20m"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    return button;
}

QToolButton *NoteBox::makeIconButton(const char *name, const QString &iconName, const QString &words, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setProperty("outlined", true);
    button->setProperty("iconOnly", true);
    button->setIcon(icon(iconName));
    button->setAccessibleName(words);
    button->setToolTip(toolTip);
    return button;
}

void NoteBox::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_key->setVisible(width() >= roomForKey);
}

QWidget *NoteBox::makeCorrectionRow()
{
    auto *row = new QWidget(this);
    auto *leave = makeLinkButton(tr("Cancel"), {}, row);
    leave->setObjectName(u"leaveCorrection"_s);
    m_correctionOf->setObjectName(u"correctionOf"_s);
    auto *layout = new QHBoxLayout(row);
    setMargins(layout, 0, 0, 8);
    layout->addWidget(m_correctionOf, 1);
    layout->addWidget(leave);
    connect(leave, &QPushButton::clicked, this, [this] {
        Q_EMIT correctionDrafted(m_corrected, {});
        leaveCorrection();
    });
    return row;
}

void NoteBox::setDraft(const QString &text)
{
    leaveCorrection();
    const QSignalBlocker quiet(m_edit);
    m_submitted.clear();
    m_unsaved.clear();
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    showHappened();
}

void NoteBox::correct(const TimelineEntry &note, const QString &draft)
{
    if (m_corrected.isEmpty())
        m_aside = m_edit->toPlainText();
    m_corrected = note.id;
    m_submitted.clear();
    m_unsaved.clear();
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(draft.isEmpty() ? note.payload.value("text"_L1).toString() : draft);
    m_edit->moveCursor(QTextCursor::End);
    setKind(noteKindFromString(note.payload.value("kind"_L1).toString()));
    m_correctionOf->setText(tr("Correcting %1").arg(localTime(note.happenedAt)));
    m_correctionRow->show();
    m_when->hide();
    showHappened();
    focusEdit();
}

void NoteBox::leaveCorrection()
{
    if (m_corrected.isEmpty())
        return;
    m_corrected.clear();
    m_submitted.clear();
    m_unsaved.clear();
    m_correctionRow->hide();
    m_when->show();
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(m_aside);
    m_edit->moveCursor(QTextCursor::End);
    m_aside.clear();
    setKind(NoteKind::Note);
    showHappened();
}

void NoteBox::textChanged()
{
    showHappened();
    if (m_corrected.isEmpty())
        Q_EMIT draftChanged(m_edit->toPlainText());
    else
        Q_EMIT correctionDrafted(m_corrected, m_edit->toPlainText());
}

void NoteBox::showHappened()
{
    const QDateTime now = m_clock.now();
    const Happened happened
        = m_corrected.isEmpty() ? readHappened(m_edit->toPlainText(), now, QTimeZone::systemTimeZone()) : Happened();
    const bool then = happened.state == Happened::State::Then;
    m_happened->setVisible(happened.state != Happened::State::Now);
    m_happened->setText(then ? tr("Happened %1").arg(dayAndTime(happened.at, now)) : tr("Not a time in the past: kept as text"));
    m_happened->setToolTip(then ? utcTime(happened.at) : QString());
    setStyleProperty(m_happened, "tone", then ? u"info"_s : u"warn"_s);
}

void NoteBox::say(const QString &when)
{
    const Happened happened = readHappened(m_edit->toPlainText(), m_clock.now(), QTimeZone::systemTimeZone());
    m_edit->setPlainText(when + u' ' + happened.text);
    m_edit->moveCursor(QTextCursor::End);
    focusEdit();
}

void NoteBox::setKind(NoteKind kind)
{
    m_kind = kind;
    const Sign sign = signOf(kind);
    m_kindButton->setText(sign.word + u" ▾"_s);
    m_kindButton->setIcon(icon(sign.icon, sign.token));
    m_kindButton->setAccessibleName(tr("Kind of note: %1").arg(sign.word));
}

void NoteBox::setWritable(bool writable)
{
    setEnabled(writable);
    m_edit->setPlaceholderText(writable ? m_hint : tr("New notes cannot be saved here."));
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
    if (!m_corrected.isEmpty()) {
        m_submitted = text;
        Q_EMIT correctionEntered(m_corrected, m_kind, text.trimmed());
        return;
    }
    const bool isAgain = text == m_unsaved && m_firstTry.isValid();
    if (!isAgain)
        m_firstTry = m_clock.now();
    const Happened happened = readHappened(text.trimmed(), m_firstTry, QTimeZone::systemTimeZone());
    if (happened.text.isEmpty())
        return; // a time alone says nothing yet
    m_submitted = text;
    Q_EMIT noteEntered(m_kind, happened.text, happened.at.isValid() || !isAgain ? happened.at : m_firstTry);
}

void NoteBox::noteAdded()
{
    if (!m_corrected.isEmpty()) {
        if (!m_submitted.isEmpty())
            leaveCorrection();
        return;
    }
    // What was typed while the disk was busy is the next note's beginning.
    const QString text = m_edit->toPlainText();
    const QString rest = text.startsWith(m_submitted) ? text.sliced(m_submitted.size()) : text;
    const bool wasHandedIn = !m_submitted.isEmpty();
    m_submitted.clear();
    m_unsaved.clear();
    if (wasHandedIn)
        m_edit->setPlainText(rest);
    m_edit->moveCursor(QTextCursor::End);
    setKind(NoteKind::Note);
}

void NoteBox::notSaved()
{
    m_unsaved = std::exchange(m_submitted, {});
    m_saved->notSaved();
    m_tryAgain->start();
}

void NoteBox::savingIsSlow()
{
    m_saved->savingIsSlow();
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
