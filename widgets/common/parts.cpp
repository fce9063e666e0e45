// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/parts.h"

#include "widgets/common/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeySequence>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Qt's buttons inside a line edit have no name of their own. */
void nameNewButtons(const QLineEdit &edit, const QString &name)
{
    const auto buttons = edit.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(name);
    }
}

} // namespace

QLabel *makeLabel(const QString &text, TextStyle style, const char *tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("textStyle", toString(style));
    if (tone)
        label->setProperty("tone", QString::fromLatin1(tone));
    label->setText(text);
    return label;
}

QString breakable(const QString &text, qsizetype unbroken)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (word.size() <= unbroken)
            continue;
        QString broken;
        for (qsizetype i = 0; i < word.size(); ++i) {
            broken += word.at(i);
            const bool canBreak = !word.at(i).isSurrogate() && (!word.at(i).isLetterOrNumber() || i % unbroken == unbroken - 1);
            if (canBreak)
                broken += QChar(0x200b);
        }
        word = broken;
    }
    return words.join(u' ');
}

QFrame *makeFrame(const char *ground, const char *edge, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(QFrame::NoFrame);
    frame->setAttribute(Qt::WA_StyledBackground);
    if (ground)
        frame->setProperty("ground", QString::fromLatin1(ground));
    if (edge)
        frame->setProperty("edge", QString::fromLatin1(edge));
    return frame;
}

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void addClearButton(QLineEdit *edit)
{
    edit->setClearButtonEnabled(true);
    nameNewButtons(*edit, QCoreApplication::translate("Parts", "Clear"));
}

void addSearchIcon(QLineEdit *edit)
{
    edit->addAction(icon(u"search"_s, Token::Muted), QLineEdit::LeadingPosition);
    nameNewButtons(*edit, QCoreApplication::translate("Parts", "Search"));
}

void setMargins(QBoxLayout *layout, int horizontal, int vertical, int spacing)
{
    layout->setContentsMargins(horizontal, vertical, horizontal, vertical);
    layout->setSpacing(spacing);
}

ActionButton::ActionButton(QAction *action, Size size, Role role, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
    , m_size(size)
    , m_role(role)
{
    setProperty("buttonSize", size == Size::Big ? u"big"_s : size == Size::Small ? u"small"_s : u"normal"_s);
    if (role == Role::Primary)
        setProperty("primary", true);
    setAutoDefault(false);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

void ActionButton::follow()
{
    setText(m_action->text().remove(u'&'));
    setEnabled(m_action->isEnabled());
    setToolTip(m_action->toolTip().remove(u'&'));
    setAccessibleName(m_action->text().remove(u'&'));
    updateGeometry();
    update();
}

void ActionButton::setKeyShown(bool shown)
{
    m_keyShown = shown;
    updateGeometry();
    update();
}

void ActionButton::setKeyText(const QString &text)
{
    m_keyText = text;
    updateGeometry();
    update();
}

QString ActionButton::keyText() const
{
    if (!m_keyShown)
        return {};
    if (!m_keyText.isEmpty())
        return m_keyText;
    return m_action->shortcut().toString(QKeySequence::NativeText).replace(u"Return"_s, u"Enter"_s); // what keyboards say
}

QFont ActionButton::wordFont() const
{
    QFont font = m_size == Size::Big ? styled(this->font(), TextStyle::EmphasisStrong) : this->font();
    if (m_size != Size::Big)
        font.setWeight(QFont::Medium);
    return font;
}

namespace {

constexpr int iconGap = 8;
constexpr int keyGap = 12;

int iconPixels(ActionButton::Size size)
{
    return size == ActionButton::Size::Big ? 20 : 16;
}

} // namespace

QSize ActionButton::sizeHint() const
{
    const int padding = m_size == Size::Big ? 18 : m_size == Size::Small ? 10 : 12;
    int width = 2 * padding + QFontMetrics(wordFont()).horizontalAdvance(text()) + 2;
    if (!m_action->icon().isNull())
        width += iconPixels(m_size) + iconGap;
    if (const QString key = keyText(); !key.isEmpty())
        width += keyGap + QFontMetrics(styled(font(), TextStyle::Small)).horizontalAdvance(key);
    const int atLeast = m_size == Size::Big ? 44 : m_size == Size::Small ? 28 : 32;
    return { std::max(width, m_size == Size::Big ? 96 : 24), std::max(atLeast, fontMetrics().height() + 10) };
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawControl(QStyle::CE_PushButton, option);

    const Token word = !isEnabled() ? Token::Disabled : m_role == Role::Primary ? Token::OnAccent : Token::Text;
    const Token key = !isEnabled() ? Token::Disabled : m_role == Role::Primary ? Token::OnAccent : Token::Muted;
    const QFont keyFont = styled(font(), TextStyle::Small);
    const int iconWidth = m_action->icon().isNull() ? 0 : iconPixels(m_size) + iconGap;
    const int wordWidth = QFontMetrics(wordFont()).horizontalAdvance(text());
    const int keyWidth = keyText().isEmpty() ? 0 : keyGap + QFontMetrics(keyFont).horizontalAdvance(keyText());
    const auto placed = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    int x = (width() - iconWidth - wordWidth - keyWidth) / 2;
    if (iconWidth > 0) {
        const QRect box(x, (height() - iconPixels(m_size)) / 2, iconPixels(m_size), iconPixels(m_size));
        paintIcon(painter, placed(box), m_action->icon().name(), color(word));
        x += iconWidth;
    }
    painter.setPen(color(word));
    painter.setFont(wordFont());
    painter.drawText(placed(QRect(x, 0, wordWidth + 2, height())), Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setPen(color(key));
    painter.setFont(keyFont);
    painter.drawText(placed(QRect(x + wordWidth + keyGap, 0, keyWidth, height())), Qt::AlignVCenter | Qt::AlignLeft, keyText());
}

QPushButton *makeLinkButton(const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("link", true);
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, Token::Link));
    return button;
}

SeverityBadge::SeverityBadge(QWidget *parent)
    : QWidget(parent)
{
}

void SeverityBadge::setSign(const Sign &sign)
{
    m_sign = sign;
    setAccessibleName(sign.word);
    updateGeometry();
    update();
}

QSize SeverityBadge::sizeHint() const
{
    const QFontMetrics metrics(styled(font(), TextStyle::Strong));
    return { 22 + metrics.horizontalAdvance(m_sign.word) + 2, std::max(18, metrics.height()) };
}

void SeverityBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = color(m_sign.token);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - 16) / 2, 16, 16)), m_sign.icon, ink);
    painter.setPen(ink);
    painter.setFont(styled(font(), TextStyle::Strong));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(22, 0, 0, 0)), Qt::AlignVCenter, m_sign.word);
}

SignChip::SignChip(const Sign &sign, Token ground, QWidget *parent)
    : QWidget(parent)
    , m_sign(sign)
    , m_ground(ground)
{
    setAccessibleName(sign.word);
}

QSize SignChip::sizeHint() const
{
    const QFontMetrics metrics(styled(font(), TextStyle::SmallStrong));
    return { 8 + 14 + 6 + metrics.horizontalAdvance(m_sign.word) + 8, std::max(24, metrics.height() + 6) };
}

void SignChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(m_ground));
    painter.drawRoundedRect(rect(), 4, 4);
    const QColor ink = color(m_sign.token);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(8, (height() - 14) / 2, 14, 14)), m_sign.icon, ink);
    painter.setPen(ink);
    painter.setFont(styled(font(), TextStyle::SmallStrong));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(28, 0, 0, 0)), Qt::AlignVCenter, m_sign.word);
}

} // namespace Handrail
