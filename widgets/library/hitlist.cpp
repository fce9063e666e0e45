// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/hitlist.h"

#include "itemmodels/listmodels.h"
#include "widgets/common/parts.h"
#include "widgets/common/rowdelegate.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QSet>
#include <QStackedLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int hitLimit = 50; ///< as many as an answer holds at most
constexpr int shownWords = 40; ///< characters of the search in the head

QString headOf(const QString &typed, const QList<SearchHit> &hits)
{
    QSet<QString> runbooks;
    for (const SearchHit &hit : hits)
        runbooks.insert(hit.runbook.ref.filePath());
    const QString words = typed.size() > shownWords ? typed.first(shownWords) + u'…' : typed;
    if (runbooks.size() == 1)
        return HitList::tr("1 runbook fits “%1”").arg(words);
    if (hits.size() >= hitLimit)
        return HitList::tr("%1 or more runbooks fit “%2”").arg(QString::number(runbooks.size()), words);
    return HitList::tr("%1 runbooks fit “%2”").arg(QString::number(runbooks.size()), words);
}

bool isStartKey(const QKeyEvent &key)
{
    return key.modifiers().testFlag(Qt::ControlModifier) && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

} // namespace

HitList::HitList(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(new SearchHitModel(this))
    , m_head(makeLabel({}, TextStyle::Strong, nullptr, this))
    , m_view(new QListView(this))
    , m_nothing(makeLabel({}, TextStyle::Body, nullptr, this))
    , m_nearest(makeLinkButton({}, {}, this))
{
    m_head->setObjectName(u"libraryHitsHead"_s);
    m_view->setObjectName(u"libraryHits"_s);
    m_view->setAccessibleName(tr("Search results"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new SearchHitDelegate(clock, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->installEventFilter(this);
    m_nothing->setObjectName(u"libraryNoHits"_s);
    m_nothing->setWordWrap(true);
    m_nearest->setObjectName(u"libraryNearest"_s);

    auto *headFrame = makeFrame("bg", "bottom", this);
    headFrame->setMinimumHeight(44);
    auto *headLayout = new QHBoxLayout(headFrame);
    setMargins(headLayout, 16, 0, 0);
    m_head->setMinimumWidth(1);
    headLayout->addWidget(m_head, 1);

    auto *none = new QWidget(this);
    auto *noneLayout = new QVBoxLayout(none);
    setMargins(noneLayout, 16, 16, 8);
    noneLayout->addWidget(m_nothing);
    noneLayout->addWidget(m_nearest, 0, Qt::AlignLeft);
    noneLayout->addStretch();

    auto *found = new QWidget(this);
    auto *foundLayout = new QVBoxLayout(found);
    setMargins(foundLayout, 0, 0, 0);
    foundLayout->addWidget(headFrame);
    foundLayout->addWidget(m_view, 1);

    m_stack = new QStackedLayout(this);
    m_stack->addWidget(found);
    m_stack->addWidget(none);

    const auto choose = [this](const QModelIndex &index) { Q_EMIT hitChosen(m_model->value(index)); };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_nearest, &QPushButton::clicked, this, &HitList::nearestChosen);
}

void HitList::showHits(const QString &typed, const QList<SearchHit> &hits, bool stillReading)
{
    m_model->setValues(hits);
    m_head->setText(headOf(typed, hits));
    m_head->setToolTip({});
    m_nothing->setText(stillReading ? tr("Nothing matches %1 yet: runbooks are still being read.").arg(typed)
                                    : tr("Nothing matches %1.").arg(typed));
    m_nearest->hide();
    m_stack->setCurrentIndex(hits.isEmpty() ? 1 : 0);
    if (!hits.isEmpty() && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
}

void HitList::showNearest(const QString &word)
{
    const QString text = tr("Did you mean %1?").arg(word);
    m_nearest->setText(QString(text).replace(u'&', u"&&"_s));
    m_nearest->setAccessibleName(text);
    m_nearest->show();
}

void HitList::showProblem(const QString &sentence)
{
    m_model->setValues({});
    m_nothing->setText(sentence);
    m_nearest->hide();
    m_stack->setCurrentIndex(1);
}

bool HitList::isEmpty() const
{
    return m_model->rowCount() == 0;
}

void HitList::takeFocus()
{
    if (isEmpty()) {
        if (m_nearest->isVisible())
            m_nearest->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void HitList::readCurrent()
{
    if (const QModelIndex index = m_view->currentIndex(); index.isValid())
        Q_EMIT hitChosen(m_model->value(index));
}

void HitList::startCurrent()
{
    if (const QModelIndex index = m_view->currentIndex(); index.isValid())
        Q_EMIT startAsked(m_model->value(index));
}

bool HitList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool plain = !(key.modifiers() & ~Qt::KeypadModifier);
    if (!isEnter || !(plain || isStartKey(key)))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // Ctrl+Enter starts this hit, not what is being read
        return true;
    }
    if (plain)
        readCurrent();
    else
        startCurrent();
    return true;
}

} // namespace Handrail
