// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/segmentedswitch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace Handrail {

using namespace Qt::StringLiterals;

SegmentedSwitch::SegmentedSwitch(const QString &name, const QString &accessibleName, const QStringList &words, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int i = 0; i < int(words.size()); ++i) {
        auto *part = new QToolButton(this);
        part->setObjectName(name + u'.' + QString::number(i));
        part->setText(words.at(i));
        part->setAccessibleName(accessibleName + u": "_s + words.at(i));
        part->setCheckable(true);
        part->setChecked(i == 0);
        part->setFocusPolicy(Qt::StrongFocus);
        part->setProperty("segment", i == 0 ? u"first"_s : i + 1 == words.size() ? u"last"_s : u"middle"_s);
        m_group->addButton(part, i);
        layout->addWidget(part);
    }
    layout->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedSwitch::chosenChanged);
}

int SegmentedSwitch::chosen() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::choose(int index)
{
    if (QAbstractButton *part = m_group->button(index))
        part->setChecked(true);
}

} // namespace Handrail
