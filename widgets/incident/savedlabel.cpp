// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/savedlabel.h"

#include "widgets/common/parts.h"

namespace Handrail {

using namespace Qt::StringLiterals;

SavedLabel::SavedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("textStyle", toString(TextStyle::SmallStrong));
    setProperty("tone", u"ok"_s);
    setMinimumHeight(18);
}

void SavedLabel::showSaved(const QDateTime &at)
{
    if (!at.isValid()) {
        clear();
        return;
    }
    setStyleProperty(this, "tone", u"ok"_s);
    setText(tr("✓ Saved %1 %2").arg(at.toLocalTime().toString(u"HH:mm:ss"_s), zoneName(at)));
}

void SavedLabel::notSaved()
{
    setStyleProperty(this, "tone", u"warn"_s);
    setText(tr("Not saved yet"));
}

void SavedLabel::savingIsSlow()
{
    setStyleProperty(this, "tone", u"warn"_s);
    setText(tr("Not saved for 3 s"));
}

} // namespace Handrail
