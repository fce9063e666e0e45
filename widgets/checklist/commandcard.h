// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/commandrisk.h"
#include "checklist/placeholders.h"
#include "library/procedure.h"

#include <QFrame>

#include <functional>

class QAction;
class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace Handrail {

class CommandText;

/** One command, or query, as it would be copied: what it can do, every character of it, and where each filled value came from. */
class CommandCard : public QFrame
{
    Q_OBJECT
public:
    /** @p replacedBytes: the runbook was not UTF-8, so what is shown may not be what its author wrote. */
    CommandCard(const CommandBlock &command, const KnownValues &values, bool replacedBytes, QWidget *parent = nullptr);

    const QString &written() const { return m_command.text; }
    void setValues(const KnownValues &values);
    void setDrafts(const std::function<QString(const QString &)> &draftOf); ///< what was typed before for values not known
    void showKey(const QKeySequence &key); ///< beside Copy: the card the shortcut means
    void copy(); ///< or takes the user to what is in the way

Q_SIGNALS:
    void valueDrafted(const QString &placeholder, const QString &text); ///< typed so far, not entered
    void copied(const QString &text, Handrail::Risk risk);
    void valueTyped(const QString &name, const QString &value);

private:
    QWidget *makeHead();
    QWidget *makeOddLine();
    void refill();
    void fillRows();
    void addRow(const ParameterValue &value, const QString &halfTyped);
    QString hindrance() const; ///< why Copy waits; empty when it does not
    void updateCopy();

    CommandBlock m_command;
    KnownValues m_values;
    CommandRisk m_risk;
    bool m_replacedBytes;
    bool m_seen = false; ///< the odd characters were looked at
    FilledCommand m_filled;
    QAction *m_copy;
    CommandText *m_text;
    QLabel *m_hindrance = nullptr;
    QFrame *m_oddLine = nullptr;
    QLabel *m_oddNames = nullptr;
    QPushButton *m_seenButton = nullptr;
    QWidget *m_rowsBox;
    QGridLayout *m_rows;
};

} // namespace Handrail
