// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/runbookindex.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedLayout;

namespace Handrail {

class Clock;
class SearchHitModel;

/** What a search found, best first; says which hit is to be read and which to be started. */
class HitList : public QWidget
{
    Q_OBJECT
public:
    HitList(const Clock &clock, QWidget *parent = nullptr);

    void showHits(const QString &typed, const QList<SearchHit> &hits, bool stillReading);
    void showNearest(const QString &word); ///< "Did you mean …?", after no hit
    void showProblem(const QString &sentence);
    bool isEmpty() const;
    void takeFocus(); ///< into the list, on its first hit when none is current
    void readCurrent();
    void startCurrent();

Q_SIGNALS:
    void hitChosen(const Handrail::SearchHit &hit);
    void startAsked(const Handrail::SearchHit &hit);
    void nearestChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    SearchHitModel *m_model;
    QLabel *m_head;
    QListView *m_view;
    QLabel *m_nothing;
    QPushButton *m_nearest;
    QStackedLayout *m_stack;
};

} // namespace Handrail
