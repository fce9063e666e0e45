// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/incidentspage.h"

#include "base/whenanswered.h"
#include "itemmodels/listmodels.h"
#include "session/workbench.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/parts.h"
#include "widgets/incident/pastincidentdelegate.h"
#include "widgets/common/segmentedswitch.h"

#include <QBoxLayout>
#include <QLineEdit>

#include <algorithm>
#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum State { All, Open, Resolved };
enum Order { Newest, ByService };

}

IncidentsPage::IncidentsPage(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_incidents(new IncidentListModel(this))
    , m_search(new QLineEdit(this))
    , m_state(new SegmentedSwitch(u"incidentState"_s, tr("Which incidents"), { tr("All"), tr("Open"), tr("Resolved") }, this))
    , m_order(new SegmentedSwitch(u"incidentOrder"_s, tr("Order"), { tr("Newest"), tr("Service") }, this))
    , m_head(makeLabel({}, TextStyle::EmphasisStrong, nullptr, this))
    , m_list(new ChoiceList(u"allIncidents"_s, tr("Incidents"), m_incidents,
                            new PastIncidentDelegate(workbench.clock(), PastIncidentDelegate::Service::Shown, this), this))
{
    setObjectName(u"incidentsPage"_s);
    m_search->setObjectName(u"incidentSearch"_s);
    m_search->setPlaceholderText(tr("Search in all incidents"));
    m_search->setAccessibleName(tr("Search in titles, services, notes, pasted texts and output"));
    addClearButton(m_search);
    m_search->setMaximumWidth(480);
    m_head->setObjectName(u"incidentCount"_s);
    m_list->setProperty("edge", u"card"_s);
    m_list->setUniformItemSizes(true);

    auto *top = new QHBoxLayout;
    setMargins(top, 0, 0, 16);
    top->addWidget(m_search, 1);
    top->addWidget(m_state);
    top->addWidget(m_order);
    top->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("All incidents"), TextStyle::PageHead, nullptr, this));
    layout->addLayout(top);
    layout->addWidget(m_head);
    layout->addWidget(m_list, 1);

    m_afterTyping.setSingleShot(true);
    m_afterTyping.setInterval(200ms);
    connect(m_search, &QLineEdit::textChanged, &m_afterTyping, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(&m_afterTyping, &QTimer::timeout, this, &IncidentsPage::refresh);
    connect(m_state, &SegmentedSwitch::chosenChanged, this, &IncidentsPage::refresh);
    connect(m_order, &SegmentedSwitch::chosenChanged, this, &IncidentsPage::refresh);
    connect(m_list, &ChoiceList::chosen, this,
            [this](const QModelIndex &index) { Q_EMIT incidentChosen(m_incidents->value(index).id); });
}

void IncidentsPage::refresh()
{
    const int asked = ++m_asked;
    whenAnswered(m_workbench.incidentsAbout(m_search->text()), this, [this, asked](const Result<QList<IncidentSummary>> &incidents) {
        if (asked != m_asked)
            return;
        if (incidents)
            showIncidents(*incidents);
        else
            m_head->setText(incidents.problem().text);
    });
}

void IncidentsPage::showIncidents(const QList<IncidentSummary> &all)
{
    QList<IncidentSummary> shown;
    std::copy_if(all.begin(), all.end(), std::back_inserter(shown), [this](const IncidentSummary &incident) {
        return m_state->chosen() == All || incident.isOpen() == (m_state->chosen() == Open);
    });
    std::stable_sort(shown.begin(), shown.end(), [](const auto &a, const auto &b) { return a.startedAt > b.startedAt; });
    if (m_order->chosen() == ByService) {
        std::stable_sort(shown.begin(), shown.end(), [](const IncidentSummary &a, const IncidentSummary &b) {
            return a.service.compare(b.service, Qt::CaseInsensitive) < 0;
        });
    }
    const bool isSearch = !m_search->text().trimmed().isEmpty();
    if (shown.isEmpty())
        m_head->setText(isSearch ? tr("No incident says that") : tr("No incidents here yet. Paste an alert on Home to start one."));
    else
        m_head->setText(shown.size() == 1 ? tr("1 incident") : tr("%1 incidents").arg(shown.size()));
    m_incidents->setValues(shown);
}

void IncidentsPage::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

} // namespace Handrail
