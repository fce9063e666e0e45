// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/helpdialog.h"

#include "base/oddcharacters.h"
#include "exporting/helprequest.h"
#include "session/incidentsession.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Handrail {

using namespace Qt::StringLiterals;

HelpDialog::HelpDialog(IncidentSession &session, const Ownership &ownership, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_ownership(ownership)
    , m_question(new QLineEdit(this))
    , m_message(new QPlainTextEdit(this))
{
    setObjectName(u"helpDialog"_s);
    setWindowTitle(tr("Ask for help"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 480);
    m_question->setObjectName(u"helpQuestion"_s);
    m_question->setAccessibleName(tr("Your question"));
    m_question->setPlaceholderText(tr("What would you look at next?"));
    m_question->setText(session.draft(IncidentSession::DraftKind::Question, {}));
    m_message->setObjectName(u"helpMessage"_s);
    m_message->setAccessibleName(tr("The message"));
    m_message->setReadOnly(true);
    m_message->setTabChangesFocus(true);
    m_message->setProperty("edge", u"edit"_s);
    auto *copy = new QPushButton(tr("Copy message"), this);
    copy->setObjectName(u"copyHelp"_s);
    copy->setDefault(true);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);

    QLabel *hint = makeLabel(tr("Being stuck is normal. Paste this wherever your colleagues are; nothing is sent from here. Your question "
                                "is kept in the timeline."),
                             TextStyle::Small, "muted", this);
    hint->setWordWrap(true);
    QLabel *word = makeLabel(tr("Your question"), TextStyle::Body, nullptr, this);
    word->setBuddy(m_question);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 16, 16, 8);
    layout->addWidget(word);
    layout->addWidget(m_question);
    layout->addWidget(m_message, 1);
    layout->addWidget(hint);
    layout->addLayout(buttons);

    connect(m_question, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_session.setDraft(IncidentSession::DraftKind::Question, {}, text); // Esc closes this and loses nothing
        showMessage();
    });
    connect(copy, &QPushButton::clicked, this, &HelpDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&session, &IncidentSession::changed, this, &HelpDialog::showMessage);
    connect(&session, &IncidentSession::opened, this, &QDialog::close); // it is about another incident
    showMessage();
}

void HelpDialog::showMessage()
{
    // What an alert says may hold characters that do something in the terminal it is pasted into.
    m_message->setPlainText(copyable(helpRequest(m_session.incident(), m_session.procedure(), m_ownership,
                                                 m_session.progress().current(), m_question->text())));
}

void HelpDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_message->toPlainText());
    const QString question = m_question->text().simplified();
    m_session.askForHelp(question.isEmpty() ? tr("Asked for help.") : tr("Asked for help: %1").arg(question));
    close();
}

} // namespace Handrail
