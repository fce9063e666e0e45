// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textspan.h"
#include "search/runbookindex.h"
#include "widgets/common/sentences.h"
#include "widgets/common/textstyle.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace Handrail {

class Clock;

/** Draws text and icons of one row; knows the row's ground, so that words on a selection stay readable. */
class RowPainter
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option);

    /** Ground: hover, or chosen with a bar of accent at the left, and the divider below. */
    /** @p rect as it lies in a window that is read from right to left: mirrored in the row. What draws here is placed already. */
    QRect placed(const QRect &rect) const;
    void ground(bool divider) const;
    /** One line, elided at the right; gives the width it took. */
    int text(const QRect &rect, const QString &text, TextStyle style, Token token = Token::Text,
             Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter) const;
    /** As many lines as fit; gives the height it took. */
    int wrapped(const QRect &rect, const QString &text, TextStyle style, Token token = Token::Text) const;
    /** At most @p lines lines with the marked words on warnSoft and semibold; gives the height it took. */
    int marked(const QRect &rect, const QString &text, const QList<TextSpan> &marks, TextStyle style, int lines) const;
    void sign(const QPoint &topLeft, int size, const QString &icon, Token token) const;
    QFontMetrics metrics(TextStyle style) const;
    bool chosen() const { return m_chosen; }

private:
    Token readable(Token token) const; ///< on a selection muted words fall below 4.5:1 and become text
    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    bool m_chosen;
};

int wrappedHeight(const QFont &base, TextStyle style, int width, const QString &text);

/** A row per value: icon, title over a second line, facts at the right. One class for Home's runbooks and services. */
class RunbookDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class ServiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/** A search hit: title, path, the words around what was found, marked so that it reads in grey too, whose it is and how fresh. */
class SearchHitDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    SearchHitDelegate(const Clock &clock, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintFacts(const RowPainter &row, QRect line, const RunbookEntry &runbook) const;

    const Clock &m_clock;
};

} // namespace Handrail

