// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/noticebar.h"

#include "widgets/common/icons.h"
#include "widgets/common/parts.h"

#include <QHBoxLayout>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    QString ground;
    QString icon;
    Token token;
};

Look look(NoticeBar::Tone tone)
{
    switch (tone) {
    case NoticeBar::Tone::Done:
        return { u"okSoft"_s, u"check"_s, Token::Ok };
    case NoticeBar::Tone::Problem:
        return { u"dangerSoft"_s, u"warning"_s, Token::Danger };
    case NoticeBar::Tone::Warning:
        break;
    }
    return { u"warnSoft"_s, u"warning"_s, Token::Warn };
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_fact(makeLabel({}, TextStyle::Strong, nullptr, this))
    , m_data(makeLabel({}, TextStyle::Body, nullptr, this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"noticeBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumHeight(40);
    m_fact->setWordWrap(true);
    m_data->setWordWrap(true);
    m_buttons->setSpacing(8);

    auto *close = new QPushButton(this);
    close->setProperty("link", true);
    close->setIcon(icon(u"close"_s));
    close->setAccessibleName(tr("Close this notice"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);

    auto *layout = new QHBoxLayout(this);
    setMargins(layout, 16, 4, 8);
    layout->addWidget(m_icon);
    layout->addWidget(m_fact);
    layout->addWidget(m_data);
    layout->addLayout(m_buttons);
    layout->addWidget(close);
    hide();
}

void NoticeBar::showNotice(Tone tone, const QString &fact, const QString &data)
{
    const auto [ground, sign, token] = look(tone);
    setStyleProperty(this, "ground", ground);
    m_icon->setPixmap(icon(sign, token).pixmap(18, 18));
    m_fact->setText(fact);
    m_fact->ensurePolished();
    m_fact->setMaximumWidth(m_fact->fontMetrics().horizontalAdvance(fact) + 4); // where there is room the two follow each other
    m_data->setText(data);
    auto *row = static_cast<QHBoxLayout *>(layout()); // where there is none, each has a share and breaks its lines
    row->setStretchFactor(m_fact, int(fact.size()) + 1);
    row->setStretchFactor(m_data, int(data.size()) + 1);
    setAccessibleName(fact + u' ' + data);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    show();
}

QPushButton *NoticeBar::addButton(const QString &verb)
{
    auto *button = new QPushButton(verb, this);
    button->setProperty("buttonSize", u"small"_s);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return button;
}

QString NoticeBar::fact() const
{
    return m_fact->text();
}

} // namespace Handrail
