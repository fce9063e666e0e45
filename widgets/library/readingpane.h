// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "search/runbookindex.h"
#include "widgets/library/readinghistory.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QStackedLayout;

namespace Handrail {

class FindBar;
class MarkdownView;
class Workbench;

/** One runbook to read: whose it is, how old it is, its text. Follows links inside the library by itself. */
class ReadingPane : public QWidget
{
    Q_OBJECT
public:
    ReadingPane(Workbench &workbench, QAction *startRunbook, QAction *followHere, QWidget *parent = nullptr);

    void showRunbook(const RunbookRef &ref, const QString &anchor);
    /** What the library knows of the runbook shown and its text does not say: whose it is, when it was changed, links to nothing. */
    void setEntry(const RunbookEntry &entry);
    void reloadIfChanged(const QDateTime &modifiedAt); ///< of the file, as the index has it
    void setMarkedWords(const QStringList &words); ///< of the search; marked in what is shown
    void goBack();
    void goForward();
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    void find(); ///< in the text that is shown
    const RunbookRef &current() const { return m_ref; } ///< also while it is being read
    const Runbook &runbook() const { return m_runbook; } ///< empty until it has been read
    const QString &anchor() const { return m_anchor; }

Q_SIGNALS:
    void runbookShown(); ///< or could not be; runbook() tells
    void linkPressed(const QString &target); ///< that leads out of the library
    void serviceChosen(const QString &name);

private:
    QWidget *makeHead(QAction *startRunbook, QAction *followHere);
    void go(const ReadingHistory::Place &place);
    void showServices();
    void load(int scrollPosition);
    void showNotRead(const QString &sentence);
    void showAnswer(const Result<Runbook> &read, int scrollPosition);
    void showFacts();
    void showProblems();
    void showBrokenLinks();
    void showBlocks();
    void goToAnchor();
    void markWords();
    void follow(const QString &target);

    Workbench &m_workbench;
    RunbookRef m_ref;
    Runbook m_runbook;
    RunbookEntry m_entry;
    QString m_anchor;
    QStringList m_words;
    int m_request = 0;
    int m_answered = 0; ///< the last that was
    ReadingHistory m_history;

    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_noOwner;
    QLabel *m_due;
    QLabel *m_problems;
    QLabel *m_brokenLinks;
    QLabel *m_linkNotice;
    QHBoxLayout *m_services = nullptr;
    MarkdownView *m_view;
    FindBar *m_find;
    QLabel *m_sentence;
    QLabel *m_consequence;
    QStackedLayout *m_stack;
};

} // namespace Handrail
