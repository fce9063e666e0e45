// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelineentry.h"

#include <QDateTime>
#include <QFrame>

#include <array>

class QAction;
class QLabel;
class QTimer;
class QToolButton;

namespace Handrail {

class Clock;
class NoteEdit;
class SavedLabel;

/** Where notes are written: their kind, their text, and when the disk last had everything. Says what was written; stores nothing. */
class NoteBox : public QFrame
{
    Q_OBJECT
public:
    NoteBox(const Clock &clock, const std::array<QAction *, 5> &kinds, QWidget *parent = nullptr);

    void setDraft(const QString &text);
    void setKind(NoteKind kind);
    void focusEdit();
    void setWritable(bool writable); ///< else it says why nothing can be written
    /** Until it is added or left: what is typed is what @p note should say. @p draft is where that was left, if it was. */
    void correct(const TimelineEntry &note, const QString &draft);
    void noteAdded(); ///< the note handed in is in the log: its text may go
    void notSaved(); ///< it is not: the text stays, and is handed in again every ten seconds while nobody changes it
    void savingIsSlow();
    void showSaved(const QDateTime &at);
    void setSavedShown(bool shown); ///< not where it stands beside the tabs already

Q_SIGNALS:
    void noteEntered(Handrail::NoteKind kind, const QString &text, const QDateTime &happenedAt); ///< UTC; not valid: now
    void attachWanted();
    void filesEntered(const QStringList &paths);
    void imageEntered(const QByteArray &png);
    void longTextEntered(const QString &text);
    void correctionEntered(const QString &noteId, Handrail::NoteKind kind, const QString &text);
    void correctionDrafted(const QString &noteId, const QString &text);
    void draftChanged(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCorrectionRow();
    QToolButton *makeWhenButton();
    QToolButton *makeIconButton(const char *name, const QString &iconName, const QString &words, const QString &toolTip);
    void submit();
    void textChanged();
    void showHappened();
    void say(const QString &when); ///< begins the note with it, in place of what it began with
    void leaveCorrection();

    const Clock &m_clock;
    NoteKind m_kind = NoteKind::Note;
    QToolButton *m_kindButton;
    NoteEdit *m_edit;
    QToolButton *m_when;
    QLabel *m_happened; ///< the time the note begins with, as it was understood
    QLabel *m_correctionOf;
    QWidget *m_correctionRow;
    QLabel *m_key;
    SavedLabel *m_saved;
    QString m_hint; ///< what the empty box says
    QString m_corrected; ///< the id of the note that is being corrected; empty: a new one is written
    QString m_aside; ///< the new note's text meanwhile
    QString m_submitted; ///< the text on its way to the disk
    QString m_unsaved; ///< the text that could not be written
    QDateTime m_firstTry; ///< UTC: when it was handed in, which is when it happened
    QTimer *m_tryAgain;
};

} // namespace Handrail
