// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "matching/weights.h"

#include <QList>
#include <QString>

namespace Handrail {

/** A word by which an alert says what is wrong. */
struct AlertTerm
{
    QString stem;
    QString word; ///< as the alert has it, in lower case
    double weight = 0; ///< by where it stands: the name says more than the description
    QString phrase; ///< of the text, for a word that it only means: see meantWords()

    bool operator==(const AlertTerm &) const = default;
};

/**
 * The words of an alert that can speak for a runbook, each once. Left out: numbers, what looks like a pod, host or address, and
 * the values of its labels, which say where it happened and not what.
 */
QList<AlertTerm> alertTerms(const Alert &alert, const Weights &weights = {});

/** Whether a person wrote it in their own words: no name and no label tell of a program that sent it. */
bool isTyped(const Alert &alert);

/** Names of alerts it may be: its own, and any that its text mentions. The own comes first. */
QStringList alertNames(const Alert &alert);

/**
 * What it is about, by label: service, app, component and the like. The alert's own service comes first, with the label that
 * names it, or none.
 */
QList<Labels::Pair> serviceLabels(const Alert &alert);

} // namespace Handrail
