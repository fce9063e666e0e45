// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelineentry.h"

#include <QFrame>

class QAction;
class QStackedWidget;
class QToolButton;

namespace Handrail {

struct IncidentActions;
class ElidedLabel;
class IncidentSession;
class MarkdownView;
class NoteBox;
class TimelineFilterBar;
class TimelineList;
class TimelineModel;

/** Beside the step: what happened so far, or the whole runbook; below either the note box. */
class TimelinePane : public QFrame
{
    Q_OBJECT
public:
    TimelinePane(const IncidentSession &session, const IncidentActions &actions, NoteBox *noteBox, QWidget *parent = nullptr);

    void open(); ///< another incident
    void follow(); ///< more entries of the same
    void append(const TimelineEntry &entry);
    void focusFilter();
    TimelineEntry chosenNote() const; ///< the selected one, else the last; without an id when there is none

Q_SIGNALS:
    void linkPressed(const QString &target);
    void wholeWanted(); ///< entries that were not read are asked for
    void attachmentOpened(const Handrail::TimelineEntry &entry);

private:
    QWidget *makeHead();
    void keepEnd();
    void connectRows(const IncidentActions &actions);
    void showRunbook(bool shown);
    void rowsAdded(int first, int last);
    void scrollToEnd();

    const IncidentSession &m_session;
    QAction *m_showRunbook;
    TimelineModel *m_model;
    QToolButton *m_timelineButton;
    QToolButton *m_runbookButton;
    ElidedLabel *m_zone;
    QStackedWidget *m_stack;
    TimelineFilterBar *m_filter;
    TimelineList *m_view;
    MarkdownView *m_document;
    bool m_atEnd = true; ///< the last entry is in sight, and stays so when the note box grows
    QString m_shown; ///< the runbook's hash the document was made from
};

} // namespace Handrail
