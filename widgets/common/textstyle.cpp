// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/textstyle.h"

#include <QFontDatabase>
#include <QStringList>

#include <array>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    const char *name;
    double factor;
    int weight;
};

// In the order of TextStyle.
constexpr std::array<Entry, 14> table = { {
    { "stepTitle", 1.8, QFont::DemiBold },
    { "pageHead", 1.5, QFont::DemiBold },
    { "pasteBox", 1.5, QFont::Normal },
    { "verdict", 1.4, QFont::Normal },
    { "verdictWord", 1.4, QFont::DemiBold },
    { "instruction", 1.25, QFont::Normal },
    { "sectionHead", 1.2, QFont::DemiBold },
    { "emphasis", 1.1, QFont::Normal },
    { "emphasisStrong", 1.1, QFont::DemiBold },
    { "body", 1.0, QFont::Normal },
    { "strong", 1.0, QFont::DemiBold },
    { "small", 0.9, QFont::Normal },
    { "smallStrong", 0.9, QFont::DemiBold },
    { "mono", 0.97, QFont::Normal },
} };

/** A monospace family that tells 0 from O and 1 from l and draws "||" as two bars. */
const QString &monoFamily()
{
    static const QString family = [] {
        const QStringList known = QFontDatabase::families();
        for (const QString &wanted : { u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s, u"Liberation Mono"_s }) {
            if (known.contains(wanted))
                return wanted;
        }
        return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    return family;
}

} // namespace

QFont styled(const QFont &base, TextStyle style)
{
    const Entry &entry = table[size_t(style)];
    QFont font(base);
    font.setPointSizeF(base.pointSizeF() * entry.factor);
    font.setWeight(QFont::Weight(entry.weight));
    if (style == TextStyle::Mono) {
        font.setFamilies({ monoFamily() });
        font.setStyleHint(QFont::Monospace);
    }
    return font;
}

QString toString(TextStyle style)
{
    return QString::fromLatin1(table[size_t(style)].name);
}

QString textStyleRules(const QFont &base)
{
    QString rules;
    for (size_t i = 0; i < table.size(); ++i) {
        const QFont font = styled(base, TextStyle(i));
        rules += u"*[textStyle=\"%1\"] { font-size: %2pt; font-weight: %3; %4 }\n"_s
                     .arg(QString::fromLatin1(table[i].name))
                     .arg(font.pointSizeF(), 0, 'f', 2)
                     .arg(table[i].weight)
                     .arg(TextStyle(i) == TextStyle::Mono ? u"font-family: \"%1\";"_s.arg(monoFamily()) : QString());
    }
    return rules;
}

} // namespace Handrail
