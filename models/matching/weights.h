// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Handrail {

/**
 * What every kind of evidence is worth, in one place. All are from 0 to 1 but for those that say otherwise; findings combine as
 * independent ones do, so that two weak ones do not outweigh a strong one.
 *
 * Fitted by `handrail-fit RUNBOOKS CASES.jsonl` (tests/bench; "Measuring" in HACKING.md): it moves one weight at a time and keeps
 * what makes two halves of the labelled cases better, or one better and the other no worse.
 */
struct Weights
{
    // The alert's own link to a runbook
    double url = 0.99;
    double urlWithoutFolder = 0.90; ///< the file, of which only the name stands in the link
    double urlElsewhere = 0.80; ///< a file of that name elsewhere, or the page of a folder of several; never sure
    double perSharedFolder = 0.02; ///< of such a file that is in a folder of the same name
    double urlNearly = 0.45; ///< no file is meant, and the words of the link's end are all in the runbook's path; never sure
    double urlOtherSection = 0.30; ///< the file, but not the heading that the link names

    // The alert's name
    double matcher = 0.97; ///< the author's label matchers, by name among others, accept the alert
    double matcherOfAnyName = 0.90; ///< and ask for no one name: of two runbooks the one for this alert is meant
    double declaredName = 0.96; ///< front matter
    double fileName = 0.94;
    double title = 0.93;
    double heading = 0.92; ///< of a part of a page: a file that is called so says more of it
    double tableRow = 0.91; ///< a row of a table that lists alerts
    double headingInside = 0.75; ///< a heading of a runbook that is about more
    double sameWords = 0.90; ///< "Disk is full" for DiskFull
    double nameWithSeverity = 0.85; ///< "LagCritical" for Lag: one page for all degrees
    double beginsWithName = 0.80;
    double namedInText = 0.55; ///< a sentence
    double mentionedName = 0.70; ///< of the above, when the alert's text has the name and it is not its own

    // What became of the runbook for the same alert before
    double judgedRight = 0.90; ///< by somebody who followed it
    double followed = 0.60; ///< to its end
    double keptWhenAbandoned = 0.8; ///< of the score; perhaps only the person was in a hurry
    double keptWhenWrong = 0.2; ///< of the score, when a person said so: it stays in the list, below the others

    // Its service
    double service = 0.65; ///< a label that names the service, or the catalogue
    double workload = 0.60; ///< a label that names what runs, often called like its service
    double component = 0.52; ///< a label that names a part
    double serviceBegins = 0.50; ///< the first words of the name, or of a label's value
    double serviceInside = 0.30; ///< words further on in the name, or in a label's value
    double perFurtherWord = 0.04; ///< of such a run of words
    double shareOfWorkload = 0.8; ///< of these, when the label names what runs: "sidekiq" in deployment=sidekiq-prod
    double shareOfPlace = 0.7; ///< of these, when the label names where: "sidekiq" in pod=sidekiq-6d8f9c-x2x4z
    double shareOfSentence = 0.5; ///< of these, in the alert's summary, which may speak of others too
    double pageOfPlace = 0.5; ///< of such a weight, for a page of that service which is not its overview
    double overview = 0.02; ///< for the page of a folder, when its service is all that is known

    // Where a word stands in the alert; in proportion to each other
    double nameTerm = 2.5;
    double summaryTerm = 1.5;
    double descriptionTerm = 1.0;
    double labelValueTerm = 0.6;
    double labelNameTerm = 0.5;
    double spokenForTerm = 0.5; ///< what a label's name stands for
    double meantTerm = 1.13; ///< a word that a typed text means and does not say

    // Where the runbook has it
    double mostOfText = 0.75; ///< words alone are never as good as a name
    double inTitle = 0.85;
    double inPath = 0.35;
    double inText = 0.69;
    double saturation = 1.2; ///< how soon a second mention counts less, as in BM25; no share
    double usualLength = 350; ///< words of a section; a word in a longer one is more likely there by chance
    double unknownRarity = 0.9; ///< of a title's word that the alert does not have
    double shareOfTitle = 0.31; ///< how much the part of the title that the alert says counts

    // The verdict
    double confidentFrom = 0.90;
    double possibleFrom = 0.12; ///< below it two texts share no more than words of the trade
    double possibleForTyped = 0.04; ///< a person types few words, and seldom the runbook's
    double tooCloseToTell = 0.0005; ///< two scores this near are a tie, however good
};

/** A weight by its name, for a program that moves it. */
struct NamedWeight
{
    QString name;
    double Weights::*member;
    double most; ///< it makes no sense beyond
};

/** Those that labelled cases can fit: not the verdict's, and not what history is worth, which no case has. */
const std::vector<NamedWeight> &fittedWeights();

} // namespace Handrail
