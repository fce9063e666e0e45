// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/servicepage.h"

#include "base/linkpolicy.h"
#include "base/oddcharacters.h"
#include "base/whenanswered.h"
#include "itemmodels/listmodels.h"
#include "session/workbench.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/parts.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/sentences.h"
#include "widgets/library/dependencypicture.h"
#include "widgets/incident/pastincidentdelegate.h"

#include <QAction>
#include <QGridLayout>
#include <QLocale>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageMargin = 24;
constexpr int columnBreak = 1000; ///< narrower than this the two columns stand under each other
constexpr int shownRunbooks = 8;
constexpr int shownIncidents = 6;
constexpr int shownAlerts = 12;
constexpr int shownDashboards = 12;
constexpr int shownContradictions = 6;

/** "payments, says handrail.yaml line 14; shop, says catalog-info.yaml line 3" */
QString sentenceOf(const Contradiction &contradiction)
{
    QStringList sayings;
    for (qsizetype i = 0; i < contradiction.claims.size(); ++i) {
        const bool isOwner = contradiction.fact == CatalogClaim::Fact::Owner;
        const QString what = isOwner ? contradiction.claims.at(i).value : contradiction.services.at(i);
        sayings.append(ServicePage::tr("%1, says %2").arg(what, placeOf(contradiction.claims.at(i).source)));
    }
    const QString all = sayings.join(u"; "_s);
    return contradiction.fact == CatalogClaim::Fact::Owner ? ServicePage::tr("Owner: %1.").arg(all)
                                                           : ServicePage::tr("“%1” means: %2.").arg(contradiction.name, all);
}

QString originOf(const Dashboard &dashboard)
{
    switch (dashboard.by) {
    case Dashboard::By::Catalog:
        return ServicePage::tr("Named in %1").arg(placeOf(dashboard.source));
    case Dashboard::By::FrontMatter:
        return ServicePage::tr("Named at the head of %1").arg(dashboard.source.file);
    case Dashboard::By::RunbookText:
        return ServicePage::tr("Linked in %1").arg(placeOf(dashboard.source));
    }
    return {};
}

bool isAbout(const RunbookEntry &runbook, const Service &service)
{
    return std::any_of(runbook.services.begin(), runbook.services.end(), [&](const QString &name) {
        return name.compare(service.name, Qt::CaseInsensitive) == 0 || service.aliases.contains(name, Qt::CaseInsensitive);
    });
}

} // namespace

ServicePage::ServicePage(Workbench &workbench, QAction *library, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_runbooks(new RunbookListModel(this))
    , m_incidents(new IncidentListModel(this))
{
    setObjectName(u"servicePage"_s);
    auto *page = new QWidget(this);
    m_right = makeRight();
    m_columns = new QGridLayout(page);
    m_columns->setContentsMargins(pageMargin, pageMargin / 2, pageMargin, pageMargin);
    m_columns->setSpacing(pageMargin);
    m_columns->addWidget(makeLeft(), 0, 0, Qt::AlignTop);
    m_columns->addWidget(m_right, 0, 1, Qt::AlignTop);
    m_columns->setColumnStretch(0, 1);
    m_columns->setColumnStretch(1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(makeHead(library));
    layout->addWidget(scroll, 1);

    connect(&workbench, &Workbench::catalogChanged, this, &ServicePage::refresh);
    connect(&workbench, &Workbench::runbooksChanged, this, &ServicePage::refresh);
    connect(&workbench, &Workbench::personChanged, this, &ServicePage::refresh);
}

QWidget *ServicePage::makeHead(QAction *library)
{
    auto *head = makeFrame("surface", "bottom", this);
    m_back = makeLinkButton(tr("Library"), u"arrow-left"_s, head);
    m_back->setObjectName(u"backToLibrary"_s);
    connect(m_back, &QPushButton::clicked, library, &QAction::trigger);
    m_title = makeLabel({}, TextStyle::PageHead, nullptr, head);
    m_title->setObjectName(u"serviceTitle"_s);
    m_description = makeLabel({}, TextStyle::Body, "muted", head);
    m_description->setWordWrap(true);
    auto *layout = new QVBoxLayout(head);
    setMargins(layout, pageMargin, 8, 2);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    layout->addWidget(m_title);
    layout->addWidget(m_description);
    return head;
}

QWidget *ServicePage::makeWho()
{
    auto *card = makeFrame("bg", "card", this);
    auto *form = new QGridLayout(card);
    form->setContentsMargins(16, 12, 16, 12);
    form->setColumnMinimumWidth(0, 88);
    form->setColumnStretch(1, 1);
    form->setVerticalSpacing(6);
    m_owner = makeLabel({}, TextStyle::Strong, nullptr, card);
    m_owner->setObjectName(u"serviceOwner"_s);
    m_contact = makeLabel({}, TextStyle::Body, nullptr, card);
    m_contact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_onCall = makeLabel({}, TextStyle::Body, nullptr, card);
    m_onCall->setObjectName(u"serviceOnCall"_s);
    m_saidBy = makeLabel({}, TextStyle::Small, "muted", card);
    int row = 0;
    for (const auto &[name, value] :
         QList<std::pair<QString, QLabel *>> { { tr("Owner"), m_owner }, { tr("Contact"), m_contact }, { tr("On call"), m_onCall }, { tr("Said by"), m_saidBy } }) {
        value->setWordWrap(true);
        value->setAccessibleName(name);
        form->addWidget(makeLabel(name, TextStyle::Body, "muted", card), row, 0, Qt::AlignTop);
        form->addWidget(value, row++, 1);
    }
    return card;
}

QWidget *ServicePage::makeContradictions()
{
    m_contradictionCard = makeFrame("warnSoft", "card", this);
    m_contradictionCard->setObjectName(u"serviceContradictionCard"_s);
    m_contradictions = makeLabel({}, TextStyle::Body, nullptr, m_contradictionCard);
    m_contradictions->setObjectName(u"serviceContradictions"_s);
    m_contradictions->setWordWrap(true);
    auto *layout = new QVBoxLayout(m_contradictionCard);
    setMargins(layout, 12, 8, 4);
    layout->addWidget(makeLabel(tr("Sources do not agree. The first is believed."), TextStyle::Strong, "warn", m_contradictionCard));
    layout->addWidget(m_contradictions);
    return m_contradictionCard;
}

QWidget *ServicePage::makeBlock(QLabel *head, QWidget *content, QLabel *none)
{
    auto *block = new QWidget(this);
    auto *layout = new QVBoxLayout(block);
    setMargins(layout, 0, 0, 8);
    layout->addWidget(head);
    layout->addWidget(content);
    if (none) {
        none->setWordWrap(true);
        layout->addWidget(none);
    }
    return block;
}

QWidget *ServicePage::makeLeft()
{
    m_runbookHead = makeLabel({}, TextStyle::EmphasisStrong, nullptr, this);
    m_runbookView = new ChoiceList(u"serviceRunbooks"_s, tr("Runbooks"), m_runbooks, new RunbookDelegate(this), this);
    m_runbookView->setProperty("edge", u"card"_s);
    connect(m_runbookView, &ChoiceList::chosen, this,
            [this](const QModelIndex &index) { Q_EMIT runbookChosen(m_runbooks->value(index).ref); });
    m_noRunbooks = makeLabel(tr("No runbook is written for this service. A runbook belongs to it when its front matter, its folder or "
                                "the catalogue says so."),
                             TextStyle::Body, "muted", this);
    m_dashboardCard = makeFrame("bg", "card", this);
    m_dashboards = new QVBoxLayout(m_dashboardCard);
    setMargins(m_dashboards, 12, 6, 0);
    m_noDashboards = makeLabel(tr("No dashboard is named for it."), TextStyle::Body, "muted", this);

    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    setMargins(layout, 0, 0, 20);
    layout->addWidget(makeBlock(makeLabel(tr("Who"), TextStyle::EmphasisStrong, nullptr, this), makeWho(), nullptr));
    layout->addWidget(makeContradictions());
    layout->addWidget(makeBlock(m_runbookHead, m_runbookView, m_noRunbooks));
    layout->addWidget(makeBlock(makeLabel(tr("Dashboards"), TextStyle::EmphasisStrong, nullptr, this), m_dashboardCard, m_noDashboards));
    return column;
}

QWidget *ServicePage::makeRight()
{
    auto *pictureCard = makeFrame("bg", "card", this);
    m_picture = new DependencyPicture(pictureCard);
    connect(m_picture, &DependencyPicture::servicePressed, this, &ServicePage::showService);
    auto *pictureLayout = new QVBoxLayout(pictureCard);
    setMargins(pictureLayout, 0, 0, 0);
    pictureLayout->addWidget(m_picture);
    m_alerts = makeLabel({}, TextStyle::Body, nullptr, this);
    m_alerts->setObjectName(u"serviceAlerts"_s);
    m_alerts->setWordWrap(true);
    m_incidentHead = makeLabel({}, TextStyle::EmphasisStrong, nullptr, this);
    m_incidentView = new ChoiceList(u"serviceIncidents"_s, tr("Incidents"), m_incidents,
                                    new PastIncidentDelegate(m_workbench.clock(), PastIncidentDelegate::Service::Hidden, this),
                                    this);
    m_incidentView->setProperty("edge", u"card"_s);
    connect(m_incidentView, &ChoiceList::chosen, this,
            [this](const QModelIndex &index) { Q_EMIT incidentChosen(m_incidents->value(index).id); });
    m_noIncidents = makeLabel(tr("No incident has been kept for it on this computer."), TextStyle::Body, "muted", this);

    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    setMargins(layout, 0, 0, 20);
    layout->addWidget(makeBlock(makeLabel(tr("Dependencies"), TextStyle::EmphasisStrong, nullptr, this), pictureCard, nullptr));
    layout->addWidget(makeBlock(makeLabel(tr("Alerts with a runbook here"), TextStyle::EmphasisStrong, nullptr, this), m_alerts, nullptr));
    layout->addWidget(makeBlock(m_incidentHead, m_incidentView, m_noIncidents));
    return column;
}

void ServicePage::showService(const QString &name)
{
    m_name = name;
    refresh();
    m_back->setFocus(Qt::OtherFocusReason); // from there Tab goes down the page
}

void ServicePage::refresh()
{
    if (m_name.isEmpty())
        return;
    Service service;
    service.name = m_name;
    if (const Service *known = m_workbench.catalog().find(m_name))
        service = *known;
    m_title->setText(madeVisible(service.name));
    m_description->setText(madeVisible(service.description));
    m_description->setVisible(!service.description.isEmpty());
    showWho(service);
    showContradictions(service);
    m_picture->show(m_workbench.catalog(), service.name);

    const QString asked = m_name;
    whenAnswered(m_workbench.runbooks(), this, [this, asked, service](const Result<QList<RunbookEntry>> &all) {
        if (asked != m_name || !all)
            return;
        QList<RunbookEntry> here;
        std::copy_if(all->begin(), all->end(), std::back_inserter(here),
                     [&](const RunbookEntry &runbook) { return isAbout(runbook, service); });
        showRunbooks(here);
        showAlerts(here);
    });
    whenAnswered(m_workbench.incidents(), this, [this, asked, service](const Result<QList<IncidentSummary>> &all) {
        if (asked != m_name || !all)
            return;
        QList<IncidentSummary> here;
        std::copy_if(all->begin(), all->end(), std::back_inserter(here), [&](const IncidentSummary &incident) {
            return incident.service.compare(service.name, Qt::CaseInsensitive) == 0
                || service.aliases.contains(incident.service, Qt::CaseInsensitive);
        });
        showIncidents(here);
    });
    whenAnswered(m_workbench.dashboardsOf(service.name), this, [this, asked](const QList<Dashboard> &dashboards) {
        if (asked == m_name)
            showDashboards(dashboards);
    });
}

void ServicePage::showWho(const Service &service)
{
    const Ownership ownership = m_workbench.catalog().ownershipOf(service.name, m_workbench.teams());
    const bool mine = ownership.concerns == Ownership::Concerns::Mine;
    m_owner->setText(ownership.owner.isEmpty() ? tr("Nobody is named")
                         : mine                ? tr("%1, your team").arg(madeVisible(ownership.owner))
                                               : madeVisible(ownership.owner));
    setStyleProperty(m_owner, "tone", ownership.owner.isEmpty() ? u"warn"_s : QString());
    m_contact->setText(ownership.contact.isEmpty() ? tr("Not named") : madeVisible(ownership.contact));
    m_saidBy->setText(madeVisible(ownership.reason));
    m_onCall->setText(tr("Not known"));
    whenAnswered(m_workbench.onCall(ownership.owner), this, [this, asked = m_name](const OnCall &onCall) {
        if (asked != m_name || onCall.person.isEmpty())
            return;
        const QString end = QLocale().toString(onCall.until.toLocalTime(), u"ddd d MMM HH:mm"_s);
        m_onCall->setText(madeVisible(tr("%1, until %2 %3").arg(onCall.person, end, zoneName(onCall.until))));
    });
}

void ServicePage::showContradictions(const Service &service)
{
    QStringList sentences;
    for (const Contradiction &contradiction : m_workbench.catalog().contradictions()) {
        if (!contradiction.services.contains(service.name))
            continue;
        if (sentences.size() < shownContradictions)
            sentences.append(madeVisible(sentenceOf(contradiction)));
    }
    m_contradictions->setText(sentences.join(u'\n'));
    m_contradictionCard->setVisible(!sentences.isEmpty());
}

void ServicePage::showDashboards(const QList<Dashboard> &dashboards)
{
    while (QLayoutItem *item = m_dashboards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Dashboard &dashboard : dashboards.first(std::min<qsizetype>(dashboards.size(), shownDashboards))) {
        const auto &[name, url] = dashboard.link;
        const bool needsAlert = url.contains(u'{');
        const LinkVerdict verdict = judgeLink(QString(url).remove(u'{').remove(u'}')); // for the host; filled later
        const QString title = name.isEmpty() ? verdict.host : name;
        const QString where = verdict.host.isEmpty() ? tr("no web address") : verdict.host;
        auto *button = makeLinkButton(madeVisible(tr("%1  on %2").arg(title, where)), u"dashboard"_s, m_dashboardCard);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setEnabled(verdict.kind == LinkVerdict::Kind::Web && !needsAlert);
        const QString address = needsAlert ? tr("Opens from a step: its address is filled from the alert.") : madeVisible(url);
        button->setToolTip(madeVisible(originOf(dashboard)) + u'\n' + address);
        connect(button, &QPushButton::clicked, this, [this, url = url] { Q_EMIT linkPressed(url); });
        m_dashboards->addWidget(button);
    }
    if (dashboards.size() > shownDashboards)
        m_dashboards->addWidget(makeLabel(tr("and %1 more in its runbooks").arg(dashboards.size() - shownDashboards), TextStyle::Small,
                                          "muted", m_dashboardCard));
    m_dashboardCard->setVisible(!dashboards.isEmpty());
    m_noDashboards->setVisible(dashboards.isEmpty());
}

void ServicePage::showRunbooks(const QList<RunbookEntry> &runbooks)
{
    m_runbooks->setValues(runbooks);
    m_runbookHead->setText(tr("Runbooks  %1").arg(runbooks.size()));
    m_runbookView->fitRows(shownRunbooks);
    m_noRunbooks->setVisible(runbooks.isEmpty());
}

void ServicePage::showIncidents(const QList<IncidentSummary> &incidents)
{
    m_incidents->setValues(incidents);
    m_incidentHead->setText(tr("Incidents  %1").arg(incidents.size()));
    m_incidentView->fitRows(shownIncidents);
    m_noIncidents->setVisible(incidents.isEmpty());
}

void ServicePage::showAlerts(const QList<RunbookEntry> &runbooks)
{
    QStringList alerts;
    for (const RunbookEntry &runbook : runbooks)
        alerts += runbook.alerts;
    alerts.sort(Qt::CaseInsensitive);
    alerts.removeDuplicates();
    QStringList names;
    for (const QString &name : alerts.first(std::min<qsizetype>(alerts.size(), shownAlerts)))
        names.append(breakable(madeVisible(name)));
    QString text = names.join(u'\n');
    if (alerts.size() > shownAlerts)
        text += u'\n' + tr("and %1 more").arg(alerts.size() - shownAlerts);
    m_alerts->setText(alerts.isEmpty() ? tr("No runbook of this service names an alert.") : text);
    setStyleProperty(m_alerts, "tone", alerts.isEmpty() ? u"muted"_s : QString());
}

void ServicePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool two = width() >= columnBreak;
    if (two == m_twoColumns)
        return;
    m_twoColumns = two;
    m_columns->removeWidget(m_right);
    m_columns->addWidget(m_right, two ? 0 : 1, two ? 1 : 0, Qt::AlignTop);
    m_columns->setColumnStretch(1, two ? 1 : 0);
}

} // namespace Handrail
