// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "incident/incident.h"
#include "session/workbench.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QPushButton;

namespace Handrail {

class ChoiceList;
class ConcernBand;
class FoldingPanes;
class MatchDelegate;
class MatchListModel;
class MatchPreview;
class UnderstoodPanel;

/** After a paste: what it is, whether it concerns me, which runbooks fit and why, and what the chosen one would ask for. */
class AlertPage : public QWidget
{
    Q_OBJECT
public:
    /** What can be done from here, whatever the page shows. */
    struct Actions
    {
        QAction *startRunbook;
        QAction *startWithout;
        QAction *searchAll;
        QAction *writeRunbook;
    };
    AlertPage(Workbench &workbench, const Actions &actions, QWidget *parent = nullptr);

    void showParsed(const ParsedAlerts &parsed);
    const Alert &alert() const;
    QString pasted() const { return m_pasted; }
    const Runbook &runbook() const { return m_chosen.runbook; } ///< of the chosen match; empty ref when none is
    QString anchor() const { return m_anchor; }
    /** What was called the wrong one for this alert, for its incident to keep; until that has it, it is known here. */
    QList<RunbookJudgement> rejected() const { return m_rejected.value(keyOfAlert()); }
    void forgetRejected() { m_rejected.remove(keyOfAlert()); }
    FoldingPanes *panes() const { return m_panes; }

Q_SIGNALS:
    void readWanted(const Handrail::RunbookRef &ref, const QString &anchor);
    void runbookChanged(); ///< another one, or none, is ready to be started
    void linkPressed(const QString &target);
    void incidentChosen(const QString &id);
    void addToIncidentWanted(const QString &id); ///< the alert is one more of the same trouble

private:
    QWidget *makeMatches();
    void offerServices();
    void readAs(const QString &format);
    void review(); ///< where the fields came from, and secrets
    void match();
    void clear(); ///< of what was found, not of the alert
    void showFailure(const Problem &problem); ///< of the index
    void matchAgain(); ///< the runbooks, their owners or a field have changed; keeps what was chosen, and the focus
    void showMatches(const MatchResult &result);
    void focusMatches();
    void askOpenIncidents();
    QString keyOfAlert() const; ///< the same when the same alert comes again
    void reject();
    void preview(const QModelIndex &index);
    void showNoRunbook(const QString &title, const QString &sentence);
    void forgetRunbook();

    Workbench &m_workbench;
    Actions m_actions;
    QString m_pasted;
    QHash<QString, QList<RunbookJudgement>> m_rejected; ///< by keyOfAlert()
    RunbookPreview m_chosen; ///< empty ref when none is
    QString m_anchor; ///< of its section
    std::optional<MatchResult> m_shown; ///< nothing while an answer is awaited
    int m_asked = 0; ///< answers to an older question are dropped
    int m_askedAgain = 0;
    int m_askedPreview = 0;
    int m_askedToRead = 0;
    bool m_movesFocus = false; ///< to what is found, unless somebody types meanwhile

    UnderstoodPanel *m_understood;
    MatchListModel *m_matches;
    ConcernBand *m_band;
    MatchPreview *m_preview;
    FoldingPanes *m_panes;
    QLabel *m_matchHead = nullptr;
    QLabel *m_noMatch = nullptr;
    QLabel *m_deadLink = nullptr;
    MatchDelegate *m_delegate = nullptr;
    ChoiceList *m_matchView = nullptr;
    QLabel *m_none = nullptr;
    QPushButton *m_without = nullptr;
};

} // namespace Handrail
