// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/steplistmodel.h"
#include "widgets/common/sentences.h"

#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>

#include <utility>

namespace Handrail {

class RowPainter;

/** Rows of the step list: heads, the line from which steps change things, and steps with state and risk as shape and word. */
class StepListDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static QString spoken(const QModelIndex &index); ///< the whole row in words

private:
    /** A title as it was broken into lines for a width and a font. */
    struct Title
    {
        QString text;
        int width = 0;
        QFont font;
        QStringList lines;
    };
    QStringList titleLinesOf(const StepRow &row, const QFont &font, int width) const;
    void paintStep(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const StepRow &row) const;

    mutable QHash<std::pair<QString, int>, Title> m_titles; ///< by step and weight of the font
};

} // namespace Handrail
