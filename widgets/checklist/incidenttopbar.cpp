// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/incidenttopbar.h"

#include "session/incidentsession.h"
#include "widgets/checklist/elidedlabel.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QResizeEvent>
#include <QToolButton>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForExport = 960; ///< px; below it the menu bar has Export
constexpr int roomForTwoLines = 700; ///< px; a window as narrow is low too, and the step needs the second line's room
constexpr int twoLines = 60;
constexpr int oneLine = 44;

/** " · on it: grace"; nothing while nobody is known. */
QString onItText(const IncidentSession &session)
{
    const QString &by = session.incident().claim.by;
    if (by.isEmpty())
        return {};
    return IncidentTopBar::tr(" · on it: %1").arg(by == session.actor() ? IncidentTopBar::tr("you") : by);
}

QString sinceText(const IncidentSession &session, const QDateTime &now)
{
    const Incident &incident = session.incident();
    const QString started = dayAndTimeWithUtc(incident.startedAt, now);
    const QString text = incident.isOpen()
        ? IncidentTopBar::tr("open since %1").arg(started) + onItText(session)
        : IncidentTopBar::tr("from %1, resolved %2").arg(started, dayAndTime(incident.resolvedAt, now));
    return incident.service.isEmpty() ? text : incident.service + u" · "_s + text;
}

} // namespace

IncidentTopBar::IncidentTopBar(const IncidentActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_severity(new SeverityBadge(this))
    , m_title(new ElidedLabel(TextStyle::SectionHead, nullptr, this))
    , m_since(new ElidedLabel(TextStyle::Small, "muted", this))
    , m_elapsed(makeLabel({}, TextStyle::EmphasisStrong, nullptr, this))
    , m_elapsedWord(makeLabel(tr("elapsed"), TextStyle::Small, "muted", this))
    , m_progressBox(new QWidget(this))
    , m_stepOf(makeLabel({}, TextStyle::EmphasisStrong, nullptr, m_progressBox))
    , m_progress(new QProgressBar(m_progressBox))
    , m_help(new ActionButton(actions.askForHelp, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
    , m_export(new ActionButton(actions.exportReport, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
    , m_resolve(new ActionButton(actions.resolve, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
    , m_reopen(new ActionButton(actions.reopen, ActionButton::Size::Normal, ActionButton::Role::Outlined, this))
    , m_menu(new QToolButton(this))
{
    setObjectName(u"incidentTopBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", u"surface"_s);
    setProperty("edge", u"bottom"_s);
    m_title->setObjectName(u"incidentTitle"_s);
    m_elapsed->setObjectName(u"elapsedLabel"_s);
    m_stepOf->setObjectName(u"stepOfLabel"_s);
    m_severity->setSign(signOf(Severity::Unknown));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(112, 4);
    m_progress->setAccessibleName(tr("Finished steps"));
    for (ActionButton *button : { m_help, m_export, m_resolve, m_reopen })
        button->setKeyShown(false);

    auto *menu = new QMenu(m_menu);
    menu->addActions({ actions.askForHelp, actions.exportReport, actions.resolve, actions.reopen });
    m_menu->setObjectName(u"incidentMenuButton"_s);
    m_menu->setProperty("outlined", true);
    m_menu->setText(tr("Incident") + u" ▾"_s);
    m_menu->setAccessibleName(tr("Incident: ask for help, export, resolve"));
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(menu);

    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 10);
    head->addWidget(m_severity);
    head->addWidget(m_title, 1);
    auto *words = new QVBoxLayout;
    setMargins(words, 0, 0, 2);
    words->addStretch();
    words->addLayout(head);
    words->addWidget(m_since);
    words->addStretch();

    auto *time = new QVBoxLayout;
    setMargins(time, 0, 0, 2);
    time->addStretch();
    time->addWidget(m_elapsed);
    time->addWidget(m_elapsedWord);
    time->addStretch();

    auto *progress = new QVBoxLayout(m_progressBox);
    setMargins(progress, 0, 0, 6);
    progress->addStretch();
    progress->addWidget(m_stepOf);
    progress->addWidget(m_progress);
    progress->addStretch();

    auto *layout = new QHBoxLayout(this);
    setMargins(layout, 16, 8, 12);
    layout->addLayout(words, 1);
    layout->addLayout(time);
    layout->addSpacing(8);
    layout->addWidget(m_progressBox);
    layout->addSpacing(8);
    layout->addWidget(m_help);
    layout->addWidget(m_export);
    layout->addWidget(m_resolve);
    layout->addWidget(m_reopen);
    layout->addWidget(m_menu);
    arrange();
}

void IncidentTopBar::show(const IncidentSession &session, const QDateTime &now)
{
    const Incident &incident = session.incident();
    m_severity->setSign(signOf(severityFromName(incident.severity)));
    m_title->setFullText(incident.title.simplified());
    m_since->setFullText(sinceText(session, now));
    m_elapsed->setToolTip(sinceText(session, now));

    const Progress &progress = session.progress();
    const int count = int(progress.stepIds().size());
    m_progressBox->setVisible(count > 0);
    m_stepOf->setText(tr("Step %1 of %2").arg(progress.stepIds().indexOf(progress.current()) + 1).arg(count));
    m_progress->setRange(0, std::max(1, count));
    m_progress->setValue(progress.finishedCount());
    m_isOpen = incident.isOpen();
    arrange();
    showElapsed(session, now);
}

void IncidentTopBar::showElapsed(const IncidentSession &session, const QDateTime &now)
{
    const Incident &incident = session.incident();
    const QDateTime end = incident.isOpen() ? now : incident.resolvedAt;
    m_elapsed->setText(incident.startedAt.isValid() ? elapsed(incident.startedAt.msecsTo(end)) : QString());
}

void IncidentTopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void IncidentTopBar::arrange()
{
    const bool narrow = width() < roomForTwoLines;
    setMinimumHeight(narrow ? oneLine : twoLines);
    for (QWidget *second : { static_cast<QWidget *>(m_since), static_cast<QWidget *>(m_elapsedWord), static_cast<QWidget *>(m_progress) })
        second->setVisible(!narrow);
    m_help->setVisible(!narrow);
    m_export->setVisible(width() >= roomForExport);
    m_resolve->setVisible(!narrow && m_isOpen);
    m_reopen->setVisible(!narrow && !m_isOpen);
    m_menu->setVisible(narrow);
}

} // namespace Handrail
