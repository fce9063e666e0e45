// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "widgets/common/sentences.h"
#include "widgets/common/textstyle.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QAction;
class QBoxLayout;
class QLineEdit;

namespace Handrail {

/** A label of plain text in one of the text styles; @p tone names a token of the style sheet ("muted", "warn"). */
QLabel *makeLabel(const QString &text, TextStyle style, const char *tone = nullptr, QWidget *parent = nullptr);

constexpr qsizetype longestUnbroken = 24; ///< characters of a word before a line may break inside it
/**
 * @p text with places to break its long words at, after @p unbroken letters at the latest; for showing only, never for copying: the
 * breaks are characters.
 */
QString breakable(const QString &text, qsizetype unbroken = longestUnbroken);

/** A frame on a ground ("surface") with an edge ("card", "bottom") of the style sheet. */
QFrame *makeFrame(const char *ground, const char *edge, QWidget *parent = nullptr);

/** Sets a style property and has the style sheet look at the widget again. */
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

void setMargins(QBoxLayout *layout, int horizontal, int vertical, int spacing);

/** A button that is an action: its text, icon, state and shortcut; the key stands beside the word, muted. */
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    enum class Size { Small, Normal, Big };
    enum class Role { Outlined, Primary };

    explicit ActionButton(QAction *action, Size size = Size::Normal, Role role = Role::Outlined, QWidget *parent = nullptr);

    void setKeyShown(bool shown);
    void setKeyText(const QString &text); ///< for a key that is not the action's own, as Enter in a list
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    QString keyText() const;
    QFont wordFont() const;

    QAction *m_action;
    Size m_size;
    Role m_role;
    bool m_keyShown = true;
    QString m_keyText;
};

/** A button in @p edit that empties it, with a name for who cannot see it: Qt gives it none. */
void addClearButton(QLineEdit *edit);
void addSearchIcon(QLineEdit *edit); ///< at its beginning; named too

/** A word that is pressed like a link; outlined nowhere, in the link's colour. */
QPushButton *makeLinkButton(const QString &text, const QString &iconName, QWidget *parent = nullptr);

/** Icon shape, word and colour of a severity. */
class SeverityBadge : public QWidget
{
    Q_OBJECT
public:
    explicit SeverityBadge(QWidget *parent = nullptr);
    void setSign(const Sign &sign);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign;
};

/** A sign as shape, word and soft colour: what a command can do. */
class SignChip : public QWidget
{
    Q_OBJECT
public:
    SignChip(const Sign &sign, Token ground, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign;
    Token m_ground;
};

} // namespace Handrail
