// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/notemarks.h"
#include "incident/timelinefilter.h"

#include <QListView>

namespace Handrail {

class TimelineModel;

/** The rows of a timeline, each as high as its words need. */
class TimelineList : public QListView
{
    Q_OBJECT
public:
    TimelineList(const QString &name, TimelineModel *model, QWidget *parent = nullptr);

    TimelineEntry currentEntry() const; ///< without an id when no row is current

Q_SIGNALS:
    void markPressed(const Handrail::NoteMark &mark);
    void entryChosen(const Handrail::TimelineEntry &entry); ///< by Enter or a double click
};

/** What the press of @p mark filters for; empty for a link. */
TimelineFilter filterFor(const NoteMark &mark);

} // namespace Handrail
