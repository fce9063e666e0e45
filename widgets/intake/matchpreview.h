// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace Handrail {

class ChoiceList;
class MarkdownView;
class StepListModel;
struct RunbookPreview;

/** What the chosen runbook means and would ask for, before it is started; or why none is shown. */
class MatchPreview : public QWidget
{
    Q_OBJECT
public:
    explicit MatchPreview(QAction *startRunbook, QWidget *parent = nullptr);

    void showRunbook(const RunbookPreview &preview, int rank); ///< @p rank from 1
    void showNone(const QString &title, const QString &sentence);

Q_SIGNALS:
    void readWanted();
    void rejected(); ///< it is the wrong one
    void linkPressed(const QString &target);

private:
    QWidget *makeBody();

    StepListModel *m_steps;
    QLabel *m_head;
    QLabel *m_title;
    QPushButton *m_read;
    QLabel *m_facts;
    QPushButton *m_wrong;
    MarkdownView *m_meaning = nullptr;
    QWidget *m_body;
};

} // namespace Handrail
