// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/incidentpeople.h"
#include "exporting/markdownreport.h"
#include "exporting/redaction.h"

namespace Handrail {

using namespace Qt::StringLiterals;

QString reportFileName(const Incident &incident, const QHash<QString, QString> &roles)
{
    constexpr qsizetype longest = 60;
    QString name;
    const QString plain = withRoles(masked(incident.title), roles).normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            name += c;
        else if (!c.isMark() && !name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name.truncate(longest);
    while (name.endsWith(u'-'))
        name.chop(1);
    const QString day = incident.startedAt.toUTC().toString(u"yyyy-MM-dd"_s);
    return (day.isEmpty() ? QString() : day + u'-') + (name.isEmpty() ? u"incident"_s : name) + u".md"_s;
}

} // namespace Handrail
