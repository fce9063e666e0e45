// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelineentry.h"

#include <QFrame>

#include <array>

class QAction;
class QToolButton;

namespace Handrail {

class NoteEdit;
class SavedLabel;

/** Where notes are written: their kind, their text, and when the disk last had everything. Says what was written; stores nothing. */
class NoteBox : public QFrame
{
    Q_OBJECT
public:
    explicit NoteBox(const std::array<QAction *, 5> &kinds, QWidget *parent = nullptr);

    void setDraft(const QString &text);
    void setKind(NoteKind kind);
    void focusEdit();
    void noteAdded(); ///< the note handed in is in the log: its text may go
    void notSaved(); ///< it is not: the text stays
    void showSaved(const QDateTime &at);
    void setSavedShown(bool shown); ///< not where it stands beside the tabs already

Q_SIGNALS:
    void noteEntered(Handrail::NoteKind kind, const QString &text);
    void draftChanged(const QString &text);

private:
    void submit();

    NoteKind m_kind = NoteKind::Note;
    QToolButton *m_kindButton;
    NoteEdit *m_edit;
    SavedLabel *m_saved;
    QString m_submitted; ///< the text on its way to the disk
};

} // namespace Handrail
