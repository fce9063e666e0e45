// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelinefilter.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace Handrail {

class TimelineModel;

/** Above the timeline: words, kinds and people to see alone, how many entries that leaves, and the way back to all. */
class TimelineFilterBar : public QFrame
{
    Q_OBJECT
public:
    explicit TimelineFilterBar(TimelineModel &model, QWidget *parent = nullptr);

    void focusText();
    void showOnly(const TimelineFilter &filter);
    void follow(); ///< the model has other entries

Q_SIGNALS:
    void wholeWanted(); ///< entries that were not read are asked for

private:
    QWidget *makeControls();
    QWidget *makeCount();
    void fillPeople();
    void setGroup(EntryGroup group, bool wanted);
    void apply();

    TimelineModel &m_model;
    QLineEdit *m_text;
    QToolButton *m_show;
    QMenu *m_peopleMenu;
    QWidget *m_countRow;
    QLabel *m_count;
    QPushButton *m_earlier;
    QPushButton *m_all;
    TimelineFilter m_filter; ///< what the controls say
    QTimer m_afterLastKey;
};

} // namespace Handrail
