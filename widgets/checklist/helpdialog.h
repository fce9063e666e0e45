// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ownership.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace Handrail {

class IncidentSession;

/** Builds a message that asks a colleague for help, to be pasted anywhere. Stands beside the window and blocks nothing. */
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    HelpDialog(IncidentSession &session, const Ownership &ownership, QWidget *parent = nullptr);

private:
    void showMessage();
    void copy();

    IncidentSession &m_session;
    Ownership m_ownership;
    QLineEdit *m_question;
    QPlainTextEdit *m_message;
};

} // namespace Handrail
