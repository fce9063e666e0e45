// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/leavingdocument.h"
#include "widgets/checklist/incidentactions.h"
#include "widgets/review/exportformat.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace Handrail {

class DraftPane;
class ExportPane;
class FoldingPanes;
class IncidentSession;
class ReviewTopBar;
class TimelineFilterBar;
class TimelineList;
class TimelineModel;
class Workbench;
struct TimelineEntry;

/** After the incident, or in the middle of it: what happened at the left, the document about it, and what leaves. */
class ReviewPage : public QWidget
{
    Q_OBJECT
public:
    /** Templates of the user's own are read from @p templatesFolder, which need not exist. */
    ReviewPage(Workbench &workbench, IncidentSession &session, QAction *backToIncident, QAction *exportNow,
               const IncidentActions &actions, const QString &templatesFolder, QWidget *parent = nullptr);

    void open(); ///< shows the session's incident, as it is now
    void setActive(bool active); ///< whether it is the page being looked at
    void focusFilter();

    ExportFormat format() const;
    LeavingDocument leaving() const; ///< of what is written at this moment
    QHash<QString, QString> roles() const; ///< what stands in place of names; empty when they stay

Q_SIGNALS:
    void problemArose(const QString &fact, const QString &data);
    void copied();
    void linkPressed(const QString &target);

private:
    void layOut();
    void connectParts();
    void follow();
    void readTemplates();
    void showDraft();
    void refillSoon();
    void fill(bool anew);
    void keepDraft();
    void renewLeaving();
    void insert(const TimelineEntry &entry);

    Workbench &m_workbench;
    IncidentSession &m_session;
    QAction *m_exportNow;
    QString m_templatesFolder;
    ReviewTopBar *m_topBar;
    FoldingPanes *m_panes;
    QWidget *m_evidence;
    QLabel *m_zone; ///< of the times in the timeline
    TimelineModel *m_model;
    TimelineFilterBar *m_filter;
    TimelineList *m_timeline;
    DraftPane *m_draft;
    ExportPane *m_export;
    bool m_active = false;
    QString m_incidentId; ///< whose draft is shown
    QString m_templateId;
    QString m_filled; ///< what the template came to
    int m_asked = 0; ///< answers to an older question are dropped
    int m_askedToLeave = 0;
    QTimer m_afterLastKey;
    QTimer m_refill;
};

} // namespace Handrail
