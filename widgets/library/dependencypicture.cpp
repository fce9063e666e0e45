// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/library/dependencypicture.h"

#include "base/oddcharacters.h"
#include "widgets/common/parts.h"
#include "widgets/common/tokens.h"

#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownBoxes = 6; ///< in a column; more is no small picture
constexpr int arrowRoom = 44;
constexpr int arrowHead = 5;

void drawArrow(QPainter &painter, QPointF from, QPointF to)
{
    QPainterPath path(from);
    const qreal middle = (from.x() + to.x()) / 2;
    path.cubicTo({ middle, from.y() }, { middle, to.y() }, to - QPointF(arrowHead, 0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(QPolygonF { to, to + QPointF(-2 * arrowHead, -arrowHead), to + QPointF(-2 * arrowHead, arrowHead) });
}

QPointF leftOf(const QWidget &box)
{
    return { qreal(box.geometry().left()), box.geometry().center().y() + 0.5 };
}

QPointF rightOf(const QWidget &box)
{
    return { qreal(box.geometry().right()), box.geometry().center().y() + 0.5 };
}

} // namespace

DependencyPicture::DependencyPicture(QWidget *parent)
    : QWidget(parent)
    , m_columns(new QGridLayout(this))
{
    setObjectName(u"dependencyPicture"_s);
    m_columns->setContentsMargins(16, 12, 16, 16);
    m_columns->setHorizontalSpacing(arrowRoom);
    m_columns->setVerticalSpacing(10);
    for (int column = 0; column < 3; ++column)
        m_columns->setColumnStretch(column, 1);
}

QPushButton *DependencyPicture::makeBox(const Catalog &catalog, const QString &name, bool isThis)
{
    const Service *service = catalog.find(name);
    const QString owner = !service ? tr("not in the catalogue")
        : service->owner.isEmpty() ? tr("no owner")
                                   : tr("owner %1").arg(service->owner);
    auto *box = new QPushButton(madeVisible(name + u'\n' + owner), this);
    box->setAccessibleName(madeVisible(tr("%1, %2").arg(name, owner)));
    box->setProperty("picture", isThis ? u"this"_s : u"other"_s);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    box->setAutoDefault(false);
    box->setEnabled(!isThis && service);
    box->setToolTip(madeVisible(name));
    connect(box, &QPushButton::clicked, this, [this, name] { Q_EMIT servicePressed(name); });
    return box;
}

void DependencyPicture::fill(int column, const QString &head, const QList<QPushButton *> &boxes)
{
    auto *label = makeLabel(head, TextStyle::Small, "muted", this);
    label->setWordWrap(true);
    m_columns->addWidget(label, 0, column);
    auto *stack = new QVBoxLayout;
    stack->setSpacing(10);
    stack->addStretch();
    for (QPushButton *box : boxes)
        stack->addWidget(box);
    stack->addStretch();
    m_columns->addLayout(stack, 1, column);
}

void DependencyPicture::show(const Catalog &catalog, const QString &service)
{
    const QList<QWidget *> old = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    while (QLayoutItem *item = m_columns->takeAt(0))
        delete item;
    for (QWidget *widget : old)
        widget->deleteLater();
    m_needing.clear();
    m_needed.clear();

    const auto boxesOf = [&](const QStringList &names) {
        QList<QPushButton *> boxes;
        for (const QString &name : names.first(std::min<qsizetype>(names.size(), shownBoxes)))
            boxes.append(makeBox(catalog, name, false));
        return boxes;
    };
    const auto headOf = [](const QString &words, qsizetype count) {
        return count > shownBoxes ? tr("%1 (%2 of %3)").arg(words).arg(shownBoxes).arg(count) : words;
    };
    const Service *known = catalog.find(service);
    const QStringList needing = catalog.dependents(service);
    const QStringList needed = known ? known->dependsOn : QStringList();
    m_needing = boxesOf(needing);
    m_this = makeBox(catalog, service, true);
    m_needed = boxesOf(needed);
    fill(0, needing.isEmpty() ? tr("Nothing is said to need it") : headOf(tr("needs %1").arg(service), needing.size()), m_needing);
    fill(1, tr("this service"), { m_this });
    fill(2, needed.isEmpty() ? tr("It is said to need nothing") : headOf(tr("%1 needs").arg(service), needed.size()), m_needed);
    update();
}

void DependencyPicture::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_this)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Border), 1.5));
    for (const QPushButton *box : std::as_const(m_needing))
        drawArrow(painter, rightOf(*box), leftOf(*m_this));
    for (const QPushButton *box : std::as_const(m_needed))
        drawArrow(painter, rightOf(*m_this), leftOf(*box));
}

} // namespace Handrail
