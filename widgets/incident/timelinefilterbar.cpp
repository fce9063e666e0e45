// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident/timelinefilterbar.h"

#include "base/oddcharacters.h"
#include "itemmodels/timelinemodel.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int widestWords = 88; ///< px

constexpr EntryGroup allGroups[] = { EntryGroup::Note,     EntryGroup::Finding, EntryGroup::Decision, EntryGroup::Action,
                                     EntryGroup::Question, EntryGroup::Steps,   EntryGroup::Output,   EntryGroup::Status };

QString wordOf(EntryGroup group)
{
    switch (group) {
    case EntryGroup::Note:
        return signOf(NoteKind::Note).word;
    case EntryGroup::Finding:
        return signOf(NoteKind::Finding).word;
    case EntryGroup::Decision:
        return signOf(NoteKind::Decision).word;
    case EntryGroup::Action:
        return signOf(NoteKind::Action).word;
    case EntryGroup::Question:
        return signOf(NoteKind::Question).word;
    case EntryGroup::Steps:
        return TimelineFilterBar::tr("Steps");
    case EntryGroup::Output:
        return TimelineFilterBar::tr("Output");
    case EntryGroup::Status:
        break;
    }
    return TimelineFilterBar::tr("Status");
}

/** What is chosen, short; empty when everything is. */
QString wordsOf(EntryGroups groups)
{
    QStringList words;
    for (const EntryGroup group : allGroups) {
        if (groups.testFlag(group))
            words.append(wordOf(group));
    }
    return words.size() > 1 ? TimelineFilterBar::tr("%1 kinds").arg(words.size()) : words.join(QString());
}

} // namespace

TimelineFilterBar::TimelineFilterBar(TimelineModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_text(new QLineEdit(this))
    , m_show(new QToolButton(this))
    , m_peopleMenu(new QMenu(tr("By person"), this))
    , m_count(makeLabel({}, TextStyle::Small, "muted", this))
    , m_earlier(makeLinkButton(tr("Show earlier"), {}, this))
    , m_all(makeLinkButton(tr("Show all"), {}, this))
{
    setObjectName(u"timelineFilterBar"_s);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 12, 0, 4);
    layout->addWidget(makeControls());
    layout->addWidget(makeCount());
    m_afterLastKey.setSingleShot(true);
    m_afterLastKey.setInterval(120ms);
    connect(m_text, &QLineEdit::textChanged, &m_afterLastKey, qOverload<>(&QTimer::start));
    connect(&m_afterLastKey, &QTimer::timeout, this, [this] {
        m_filter.text = m_text->text().trimmed();
        apply();
    });
    connect(m_peopleMenu, &QMenu::aboutToShow, this, &TimelineFilterBar::fillPeople);
    connect(m_earlier, &QPushButton::clicked, this, [this] {
        if (m_model.earlier() == 0)
            Q_EMIT wholeWanted();
        m_model.showEarlier();
        follow();
    });
    connect(m_all, &QPushButton::clicked, this, [this] { showOnly({}); });
    showOnly({});
}

QWidget *TimelineFilterBar::makeControls()
{
    m_text->setObjectName(u"timelineFilterText"_s);
    m_text->setAccessibleName(tr("Show only entries with this text"));
    m_text->setPlaceholderText(tr("Filter"));
    addClearButton(m_text);

    auto *menu = new QMenu(this);
    for (const EntryGroup group : allGroups) {
        QAction *action = menu->addAction(wordOf(group));
        action->setCheckable(true);
        action->setData(int(group));
        connect(action, &QAction::triggered, this, [this, group](bool wanted) { setGroup(group, wanted); });
    }
    menu->addSeparator();
    menu->addMenu(m_peopleMenu);
    m_show->setObjectName(u"timelineFilterShow"_s);
    m_show->setProperty("outlined", true);
    m_show->setPopupMode(QToolButton::InstantPopup);
    m_show->setMenu(menu);

    auto *controls = new QWidget(this);
    auto *row = new QHBoxLayout(controls);
    setMargins(row, 0, 0, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_show);
    return controls;
}

QWidget *TimelineFilterBar::makeCount()
{
    m_count->setObjectName(u"timelineCount"_s);
    m_earlier->setObjectName(u"timelineEarlier"_s);
    m_all->setObjectName(u"timelineShowAll"_s);
    m_countRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_countRow);
    setMargins(row, 0, 0, 8);
    row->addWidget(m_count, 1);
    row->addWidget(m_earlier);
    row->addWidget(m_all);
    return m_countRow;
}

void TimelineFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void TimelineFilterBar::showOnly(const TimelineFilter &filter)
{
    m_filter = filter;
    const QSignalBlocker quiet(m_text);
    m_text->setText(filter.text);
    apply();
}

void TimelineFilterBar::setGroup(EntryGroup group, bool wanted)
{
    m_filter.groups.setFlag(group, wanted);
    apply();
}

/** Who wrote here, as they are now; a person that is only named in notes is chosen by a click on the name. */
void TimelineFilterBar::fillPeople()
{
    m_peopleMenu->clear();
    const auto add = [this](const QString &words, const QString &person) {
        QAction *action = m_peopleMenu->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_filter.person == person);
        connect(action, &QAction::triggered, this, [this, person] {
            m_filter.person = person;
            apply();
        });
    };
    add(tr("Everybody"), {});
    for (const QString &person : m_model.people())
        add(madeVisible(person).replace(u'&', u"&&"_s), person);
}

void TimelineFilterBar::apply()
{
    m_afterLastKey.stop();
    m_filter.text = m_text->text().trimmed();
    for (QAction *action : m_show->menu()->actions()) {
        if (action->isCheckable())
            action->setChecked(m_filter.groups.testFlag(EntryGroup(action->data().toInt())));
    }
    QStringList chosen { wordsOf(m_filter.groups), madeVisible(m_filter.person) };
    chosen.removeAll(QString());
    const QString words = chosen.join(u", "_s);
    m_show->setText((words.isEmpty() ? tr("Show") : fontMetrics().elidedText(words, Qt::ElideRight, widestWords)) + u" ▾"_s);
    m_show->setAccessibleName(words.isEmpty() ? tr("Shown: all kinds, everybody") : tr("Shown: %1").arg(words));
    m_model.setFilter(m_filter);
    if (!m_filter.isEmpty() && m_model.leftOut() > 0)
        Q_EMIT wholeWanted(); // what was not read cannot be looked through
    follow();
}

void TimelineFilterBar::follow()
{
    const QLocale locale;
    m_count->setText(tr("%1 of %2 shown").arg(locale.toString(m_model.rowCount()), locale.toString(m_model.total())));
    const bool hasEarlier = m_model.earlier() > 0 || m_model.leftOut() > 0;
    m_earlier->setVisible(hasEarlier);
    m_all->setVisible(!m_filter.isEmpty());
    m_countRow->setVisible(!m_filter.isEmpty() || hasEarlier);
}

} // namespace Handrail
