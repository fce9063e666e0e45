// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/rail.h"

#include "widgets/common/icons.h"
#include "widgets/common/textstyle.h"

#include <QAction>
#include <QActionGroup>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconPixels = 20;
constexpr int itemHeight = 60;
constexpr int pillHeight = 17;

} // namespace

RailButton::RailButton(QAction *action, QWidget *parent)
    : QToolButton(parent)
{
    setDefaultAction(action);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(action->text().remove(u'&'));
}

void RailButton::setCount(int count)
{
    m_count = count;
    const QString name = defaultAction()->text().remove(u'&');
    setAccessibleName(count > 0 ? tr("%1, %2 open").arg(name).arg(count) : name);
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    const int word = QFontMetrics(styled(font(), TextStyle::SmallStrong)).height();
    return { 48, m_narrow ? 48 : std::max(itemHeight, iconPixels + word + 20) };
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool current = isChecked();
    if (current) {
        painter.fillRect(rect(), color(Token::AccentSoft));
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 3, height())), color(Token::Accent));
    } else if (underMouse()) {
        painter.fillRect(rect(), color(Token::Sunken));
    }
    const QColor ink = color(!isEnabled() ? Token::Disabled : current ? Token::Accent : Token::Muted);
    const QFont wordFont = styled(font(), current ? TextStyle::SmallStrong : TextStyle::Small);
    const int wordHeight = m_narrow ? 0 : QFontMetrics(wordFont).height() + 4;
    const int top = (height() - iconPixels - wordHeight) / 2;
    const QRect box((width() - iconPixels) / 2, top, iconPixels, iconPixels);
    paintIcon(painter, box, defaultAction()->icon().name(), ink);
    if (!m_narrow) {
        painter.setPen(ink);
        painter.setFont(wordFont);
        painter.drawText(QRect(0, box.bottom() + 4, width(), wordHeight), Qt::AlignHCenter | Qt::AlignTop,
                         defaultAction()->text().remove(u'&'));
    }
    if (m_count > 0) {
        const QString count = m_count > 99 ? u"99+"_s : QString::number(m_count);
        painter.setFont(styled(font(), TextStyle::SmallStrong));
        const int pillWidth = std::max(pillHeight, painter.fontMetrics().horizontalAdvance(count) + 9);
        const QRect pill(box.right() - 4, box.top() - 6, pillWidth, pillHeight);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Danger));
        painter.drawRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
        painter.setPen(color(Token::OnDanger));
        painter.drawText(pill, Qt::AlignCenter, count);
    }
}

Rail::Rail(const QList<QAction *> &places, QAction *last, QWidget *parent)
    : QFrame(parent)
    , m_actions(places)
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Places"));
    m_actions.append(last);
    auto *group = new QActionGroup(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(0);
    for (QAction *action : std::as_const(m_actions)) {
        group->addAction(action);
        auto *button = new RailButton(action, this);
        button->setObjectName(u"rail"_s + action->objectName());
        if (action == last)
            layout->addStretch();
        layout->addWidget(button);
        m_buttons.append(button);
    }
}

void Rail::setCount(QAction *place, int count)
{
    m_buttons.at(m_actions.indexOf(place))->setCount(count);
}

void Rail::setWindowWidth(int width)
{
    const bool narrow = width < 800;
    setFixedWidth(narrow ? 48 : width < 1000 ? 64 : 80);
    for (RailButton *button : std::as_const(m_buttons))
        button->setNarrow(narrow);
}

} // namespace Handrail
