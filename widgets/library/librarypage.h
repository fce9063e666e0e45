// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/runbook.h"
#include "search/runbookindex.h"

#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTimer;

namespace Handrail {

class ActionButton;
class FoldingPanes;
class HitList;
class ReadingPane;
class RunbookTree;
class Workbench;

/** All runbooks: to find by service, folder or word, and to read before one starts any. */
class LibraryPage : public QWidget
{
    Q_OBJECT
public:
    LibraryPage(Workbench &workbench, QAction *startRunbook, QAction *followHere, QAction *addFolder, QAction *useSamples, QWidget *parent = nullptr);

    void showRunbook(const RunbookRef &ref, const QString &anchor);
    void focusSearch(const QString &text = {});
    RunbookRef current() const;
    ReadingPane *reading() const { return m_reading; }
    const Runbook &runbook() const; ///< empty until the current one has been read
    QString anchor() const;

Q_SIGNALS:
    void currentChanged(); ///< the current runbook has been read, or could not be
    void linkPressed(const QString &target);
    void serviceChosen(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /** One of the buttons after "Show only". */
    struct Filter
    {
        QPushButton *button;
        bool (*holds)(const RunbookEntry &runbook, QDate today);
        QString word;
    };

    QWidget *makeBar();
    QList<RunbookEntry> filtered() const;
    void showFiltered();
    QWidget *makeProblemLine();
    QWidget *makeEmptyPage(QAction *addFolder, QAction *useSamples);
    void connectParts();
    void followIndex();
    void loadRunbooks();
    const RunbookEntry *entryOfCurrent() const;
    void setRunbooks(const QList<RunbookEntry> &runbooks);
    void showLoadProblem(const QString &sentence);
    void showEmptySentence();
    void searchLater();
    void search();
    void showHits(const QString &typed, const QList<SearchHit> &hits);
    void askNearest(const QString &typed);
    void setHitsShown(bool shown);
    void start(const SearchHit &hit);

    Workbench &m_workbench;
    QAction *m_startRunbook;
    QLineEdit *m_search;
    FoldingPanes *m_panes;
    RunbookTree *m_tree;
    HitList *m_hits;
    ReadingPane *m_reading;
    QLabel *m_emptySentence = nullptr;
    ActionButton *m_addFolder = nullptr;
    QFrame *m_problemLine = nullptr; ///< a folder without runbooks among others that have some
    QLabel *m_problem = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTimer *m_searchTimer;
    QTimer *m_loadTimer;
    QList<RunbookEntry> m_runbooks;
    QList<Filter> m_filters;
    QLabel *m_showOnly = nullptr;
    QString m_nearest; ///< the search with the nearest word in it
    int m_searchRequest = 0;
    int m_loadRequest = 0;
    bool m_stale = true; ///< the index has moved on since the runbooks were loaded
    bool m_loaded = false;
    bool m_startWhenShown = false;
};

} // namespace Handrail
