// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/weights.h"

namespace Handrail {

using namespace Qt::StringLiterals;

const std::vector<NamedWeight> &fittedWeights()
{
    constexpr double share = 0.99;
    constexpr double proportion = 10;
    constexpr double words = 2'000;
    static const std::vector<NamedWeight> weights {
        { u"url"_s, &Weights::url, share },
        { u"urlWithoutFolder"_s, &Weights::urlWithoutFolder, share },
        { u"urlElsewhere"_s, &Weights::urlElsewhere, share },
        { u"perSharedFolder"_s, &Weights::perSharedFolder, 0.1 },
        { u"urlNearly"_s, &Weights::urlNearly, share },
        { u"urlOtherSection"_s, &Weights::urlOtherSection, share },
        { u"matcher"_s, &Weights::matcher, share },
        { u"matcherOfAnyName"_s, &Weights::matcherOfAnyName, share },
        { u"declaredName"_s, &Weights::declaredName, share },
        { u"fileName"_s, &Weights::fileName, share },
        { u"title"_s, &Weights::title, share },
        { u"heading"_s, &Weights::heading, share },
        { u"tableRow"_s, &Weights::tableRow, share },
        { u"headingInside"_s, &Weights::headingInside, share },
        { u"sameWords"_s, &Weights::sameWords, share },
        { u"nameWithSeverity"_s, &Weights::nameWithSeverity, share },
        { u"beginsWithName"_s, &Weights::beginsWithName, share },
        { u"namedInText"_s, &Weights::namedInText, share },
        { u"mentionedName"_s, &Weights::mentionedName, share },
        { u"service"_s, &Weights::service, share },
        { u"component"_s, &Weights::component, share },
        { u"workload"_s, &Weights::workload, share },
        { u"serviceBegins"_s, &Weights::serviceBegins, share },
        { u"serviceInside"_s, &Weights::serviceInside, share },
        { u"perFurtherWord"_s, &Weights::perFurtherWord, 0.1 },
        { u"shareOfWorkload"_s, &Weights::shareOfWorkload, 1 },
        { u"shareOfPlace"_s, &Weights::shareOfPlace, 1 },
        { u"shareOfSentence"_s, &Weights::shareOfSentence, 1 },
        { u"pageOfPlace"_s, &Weights::pageOfPlace, 1 },
        { u"overview"_s, &Weights::overview, 0.1 },
        { u"nameTerm"_s, &Weights::nameTerm, proportion },
        { u"summaryTerm"_s, &Weights::summaryTerm, proportion },
        { u"descriptionTerm"_s, &Weights::descriptionTerm, proportion },
        { u"labelValueTerm"_s, &Weights::labelValueTerm, proportion },
        { u"labelNameTerm"_s, &Weights::labelNameTerm, proportion },
        { u"spokenForTerm"_s, &Weights::spokenForTerm, proportion },
        { u"meantTerm"_s, &Weights::meantTerm, proportion },
        { u"mostOfText"_s, &Weights::mostOfText, share },
        { u"inTitle"_s, &Weights::inTitle, share },
        { u"inPath"_s, &Weights::inPath, share },
        { u"inText"_s, &Weights::inText, share },
        { u"saturation"_s, &Weights::saturation, proportion },
        { u"usualLength"_s, &Weights::usualLength, words },
        { u"unknownRarity"_s, &Weights::unknownRarity, share },
        { u"shareOfTitle"_s, &Weights::shareOfTitle, share },
    };
    return weights;
}

} // namespace Handrail
