// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/palette.h"

#include "base/whenanswered.h"
#include "itemmodels/palettemodel.h"
#include "session/workbench.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"
#include "widgets/window/palettedelegate.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;
using Kind = PaletteItem::Kind;

namespace {

constexpr int widest = 660;
constexpr int fromTop = 16;
constexpr int pageRows = 6;

QString wordOf(const QAction &action)
{
    QString text = action.text();
    return text.remove(u'&');
}

} // namespace

Palette::Palette(Workbench &workbench, const QMenuBar &menus, QWidget *parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_menus(menus)
    , m_model(new PaletteModel(this))
    , m_edit(new QLineEdit(this))
    , m_list(new ChoiceList(u"paletteList"_s, tr("What fits"), m_model, new PaletteDelegate, this))
    , m_none(makeLabel({}, TextStyle::Body, "muted", this))
    , m_count(makeLabel({}, TextStyle::Small, "muted", this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Go to or do"));
    setProperty("edge", u"palette"_s);
    setAutoFillBackground(true);
    hide();
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setAccessibleName(tr("Go to or do"));
    addSearchIcon(m_edit);
    m_edit->setMinimumHeight(40);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(0);
    m_none->setContentsMargins(16, 0, 16, 8);
    auto *keys = makeLabel(tr("↑ ↓ choose    Enter open    Esc close"), TextStyle::Small, "muted", this);

    auto *foot = makeFrame("surface", "top", this);
    auto *footLayout = new QHBoxLayout(foot);
    setMargins(footLayout, 16, 6, 8);
    footLayout->addWidget(keys, 1);
    footLayout->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 2, 2, 8);
    auto *edit = new QHBoxLayout;
    setMargins(edit, 12, 0, 0);
    edit->setContentsMargins(12, 12, 12, 0);
    edit->addWidget(m_edit);
    layout->addLayout(edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none);
    layout->addWidget(foot);

    connect(m_edit, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_list, &ChoiceList::chosen, this, &Palette::choose);
    m_edit->installEventFilter(this);
    parent->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            hide(); // pressed beside it
    });
}

void Palette::open(Scope scope)
{
    if (!isVisible())
        m_cameFrom = QApplication::focusWidget();
    m_scope = scope;
    m_edit->setPlaceholderText(scope == Scope::Places ? tr("Runbook, service or incident")
                                                      : tr("Runbook, service, incident or action"));
    collectActions();
    loadPlaces();
    m_edit->clear();
    show();
    showItems();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

/** What the menus offer now: an action that cannot be done here is left out. */
void Palette::collectActions()
{
    m_actions.clear();
    m_actionMenus.clear();
    const QList<QAction *> menus = m_scope == Scope::Everything ? m_menus.actions() : QList<QAction *>();
    for (const QAction *menu : menus)
        collectActions(*menu);
}

void Palette::collectActions(const QAction &menu)
{
    const QList<QAction *> actions = menu.menu() ? menu.menu()->actions() : QList<QAction *>();
    for (QAction *action : actions) {
        if (action->menu())
            collectActions(*action);
        if (action->isSeparator() || !action->isEnabled() || action->menu())
            continue;
        m_actions.append(action);
        m_actionMenus.append(wordOf(menu));
    }
}

void Palette::loadPlaces()
{
    m_services.clear();
    for (const Service &service : m_workbench.catalog().services())
        m_services.append(service.name);
    whenAnswered(m_workbench.incidents(), this, [this](const Result<QList<IncidentSummary>> &incidents) {
        if (incidents)
            m_incidents = *incidents;
        showItems();
    });
    whenAnswered(m_workbench.runbooks(), this, [this](const Result<QList<RunbookEntry>> &runbooks) {
        if (runbooks)
            m_runbooks = *runbooks;
        showItems();
    });
}

void Palette::showItems()
{
    QList<PaletteItem> items;
    for (int i = 0; i < m_incidents.size(); ++i) {
        const IncidentSummary &incident = m_incidents.at(i);
        const QString step = tr("open, step %1 of %2").arg(incident.currentStep).arg(incident.stepCount);
        const QString state = !incident.isOpen() ? tr("resolved") : incident.stepCount > 0 ? step : tr("open");
        items.append({ Kind::Incident, incident.title, state, incident.service, u"incident"_s, {}, i });
    }
    for (int i = 0; i < m_runbooks.size(); ++i) {
        const RunbookEntry &runbook = m_runbooks.at(i);
        items.append({ Kind::Runbook, runbook.title, runbook.services.join(u", "_s), runbook.ref.path, u"runbook"_s, {}, i });
    }
    for (int i = 0; i < m_services.size(); ++i) {
        const Service *service = m_workbench.catalog().find(m_services.at(i));
        const QString owner = service && !service->owner.isEmpty() ? tr("owner %1").arg(service->owner) : tr("no owner");
        items.append({ Kind::Service, m_services.at(i), owner, {}, u"service"_s, {}, i });
    }
    for (int i = 0; i < m_actions.size(); ++i) {
        const QAction &action = *m_actions.at(i);
        items.append({ Kind::Action, wordOf(action), m_actionMenus.at(i), {}, u"action"_s,
                       action.shortcut().toString(QKeySequence::NativeText), i });
    }
    m_model->setItems(std::move(items));
    filter();
}

void Palette::filter()
{
    const QString typed = m_edit->text();
    m_model->setTyped(typed);
    const int shown = m_model->rowCount();
    m_list->setVisible(shown > 0);
    m_none->setVisible(shown == 0);
    m_none->setText(tr("Nothing is called “%1”. Ctrl+Shift+F searches the text of all runbooks.").arg(typed.trimmed()));
    m_count->setText(tr("%1 of %2 shown").arg(shown).arg(m_model->fitting()));
    if (shown > 0)
        m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    place();
}

void Palette::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(widest, room.width() - 2 * fromTop);
    int rows = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_list->sizeHintForRow(row);
    const int around = layout()->minimumSize().height() - (m_list->isHidden() ? 0 : m_list->minimumSizeHint().height());
    const int height = std::min(room.height() - 2 * fromTop, around + (rows > 0 ? rows + 2 : 0));
    setGeometry((room.width() - width) / 2, fromTop, width, height);
}

void Palette::moveBy(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, last)));
}

void Palette::leave()
{
    hide();
    if (m_cameFrom)
        m_cameFrom->setFocus(Qt::OtherFocusReason);
}

void Palette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const PaletteItem item = m_model->row(index).item;
    leave();
    switch (item.kind) {
    case Kind::Incident:
        Q_EMIT incidentChosen(m_incidents.at(item.id).id);
        break;
    case Kind::Runbook:
        Q_EMIT runbookChosen(m_runbooks.at(item.id).ref);
        break;
    case Kind::Service:
        Q_EMIT serviceChosen(m_services.at(item.id));
        break;
    case Kind::Action:
        m_actions.at(item.id)->trigger();
        break;
    }
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_edit)
        return QFrame::eventFilter(watched, event);
    const int key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride
        ? static_cast<QKeyEvent *>(event)->key()
        : 0;
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (event->type() == QEvent::ShortcutOverride && (enters || key == Qt::Key_Escape)) {
        event->accept(); // meant for the palette, not for the window
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    if (key == Qt::Key_Escape)
        leave();
    else if (enters)
        choose(m_list->currentIndex());
    else if (key == Qt::Key_Down || key == Qt::Key_Up)
        moveBy(key == Qt::Key_Down ? 1 : -1);
    else if (key == Qt::Key_PageDown || key == Qt::Key_PageUp)
        moveBy(key == Qt::Key_PageDown ? pageRows : -pageRows);
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

} // namespace Handrail
