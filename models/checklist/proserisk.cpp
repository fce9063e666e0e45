// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/proserisk.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Verbs that do something to a system; in the form in which one is told to. */
const QString changing
    = u"(?:abort|activate|add|adjust|allocate|apply|archive|attach|block|boot|bounce|bump|cancel|change|clean|clear|configure|convert|copy|cordon|"
      "create|cut|cycle|deactivate|decommission|decrease|delete|demote|deploy|detach|disable|disconnect|discard|drain|drop|edit|eject|enable|"
      "erase|evict|expand|expire|export|extend|fail[ -]?over|failover|failback|fence|fix|flip|flush|give|grant|assign|tick|press|paste|submit|publish|register|deregister|unregister|force|format|free|grow|halt|"
      "import|increase|initiate|initialize|insert|install|invalidate|isolate|kick|kill|launch|lower|merge|migrate|modify|mount|move|mute|patch|"
      "pause|perform|power|promote|provision|prune|purge|push|raise|reassign|rebalance|reboot|rebuild|recover|recreate|recycle|redeploy|redirect|reduce|"
      "re-?enable|refresh|reindex|reinstall|release|reload|remediate|remount|remove|rename|repair|replace|replay|requeue|rerun|reschedule|reset|"
      "resize|resolve|restart|restore|resume|resync|retry|re-?run|revert|revoke|roll|rotate|run|scale|schedule|seal|set|shrink|shut|silence|skip|spin|start|"
      "stop|suspend|switch|swap|sync|take|taint|terminate|throttle|toggle|tear|trigger|truncate|turn|tweak|uncordon|undo|uninstall|unlock|unmount|"
      "unseal|update|upgrade|upload|upscale|vacuum|wipe|zap)"_s;

/** Where one is told to: at the beginning of a sentence or of its part, or after a word that leads on to the verb. */
const QRegularExpression &imperative()
{
    static const QRegularExpression told(
        u"(?:^|[.!?;:,(]\\s+|\\n\\s*|\\b(?:and|or|then|to|please|must|should|can|may|could|need|try|by|manually|now|just|simply|immediately|"
         "first|next|finally|otherwise|instead|also|either|will|we|you|I)\\s+)(?:manually\\s+|safely\\s+|carefully\\s+|temporarily\\s+|re-?)?"_s
            + changing + u"\\b(?!\\s*[-/]\\w)(?!['’]s)(?!\\s+(?:with|through|by (?:looking|checking|reading)|to (?:the )?(?:next )?(?:step|section)|a look|a note|note|aside|on to)\\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return told;
}

} // namespace

Risk riskOfProse(const QString &text)
{
    return text.contains(imperative()) ? Risk::Unknown : Risk::Read;
}

} // namespace Handrail
