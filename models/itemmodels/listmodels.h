// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "exporting/leavingdocument.h"
#include "incident/incident.h"
#include "itemmodels/valuelistmodel.h"
#include "matching/matcher.h"
#include "search/runbookindex.h"

namespace Handrail {

class IncidentListModel : public ValueListModel<IncidentSummary>
{
    Q_OBJECT
public:
    using ValueListModel::ValueListModel;

protected:
    QString text(const IncidentSummary &incident) const override { return incident.title; }
};

class RunbookListModel : public ValueListModel<RunbookEntry>
{
    Q_OBJECT
public:
    using ValueListModel::ValueListModel;

protected:
    QString text(const RunbookEntry &runbook) const override { return runbook.title; }
};

class SearchHitModel : public ValueListModel<SearchHit>
{
    Q_OBJECT
public:
    using ValueListModel::ValueListModel;

protected:
    QString text(const SearchHit &hit) const override { return hit.runbook.title; }
};

class MatchListModel : public ValueListModel<Match>
{
    Q_OBJECT
public:
    using ValueListModel::ValueListModel;

protected:
    QString text(const Match &match) const override { return match.title; }
};

class AlertListModel : public ValueListModel<Alert>
{
    Q_OBJECT
public:
    using ValueListModel::ValueListModel;

protected:
    QString text(const Alert &alert) const override { return titleOf(alert); }
};

class HiddenPlaceModel : public ValueListModel<HiddenPlace>
{
    Q_OBJECT
public:
    using ValueListModel::ValueListModel;

protected:
    QString text(const HiddenPlace &place) const override { return place.kind; }
};

/** A service as Home lists it: with the number of incidents open on it. */
struct ServiceRow
{
    Service service;
    int openIncidents = 0;

    bool operator==(const ServiceRow &) const = default;
};

class ServiceListModel : public ValueListModel<ServiceRow>
{
    Q_OBJECT
public:
    using ValueListModel::ValueListModel;

protected:
    QString text(const ServiceRow &row) const override { return row.service.name; }
};

} // namespace Handrail
