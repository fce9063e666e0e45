// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/alertform.h"

#include "alerts/alerttimes.h"
#include "base/oddcharacters.h"
#include "widgets/common/choicebox.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"
#include "widgets/common/sentences.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace Handrail {

using namespace Qt::StringLiterals;

AlertForm::AlertForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_service(new ChoiceBox(this))
    , m_severity(new ChoiceBox(this))
    , m_status(new ChoiceBox(this))
    , m_since(new QLineEdit(this))
    , m_sinceWords(makeLabel({}, TextStyle::Small, "muted", this))
    , m_runbook(new QLineEdit(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, 72);
    grid->setColumnStretch(1, 1);

    m_name->setObjectName(u"alertName"_s);
    m_service->setObjectName(u"alertService"_s);
    m_service->setEditable(true);
    m_severity->setObjectName(u"alertSeverity"_s);
    m_status->setObjectName(u"alertStatus"_s);
    m_since->setObjectName(u"alertSince"_s);
    m_runbook->setObjectName(u"alertRunbook"_s);
    for (QLineEdit *edit : { m_name, m_service->lineEdit(), m_since, m_runbook })
        edit->setPlaceholderText(tr("The text names none"));
    m_since->setToolTip(tr("As 2026-11-24 02:16 UTC or 2026-11-24T03:16+01:00; without a zone it is UTC"));
    m_sinceWords->setWordWrap(true);
    for (const Severity severity : { Severity::Critical, Severity::High, Severity::Warning, Severity::Info, Severity::Unknown }) {
        const Sign sign = signOf(severity);
        m_severity->addItem(icon(sign.icon, sign.token), sign.word, int(severity));
    }
    for (const AlertStatus status : { AlertStatus::Firing, AlertStatus::Acknowledged, AlertStatus::Resolved, AlertStatus::Unknown })
        m_status->addItem(wordOf(status), int(status));

    addRow(AlertField::Name, tr("Name"), m_name);
    addRow(AlertField::Service, tr("Service"), m_service);
    addRow(AlertField::Severity, tr("Severity"), m_severity);
    addRow(AlertField::Status, tr("Status"), m_status);
    addRow(AlertField::StartsAt, tr("Since"), m_since, m_sinceWords);
    addRow(AlertField::Runbook, tr("Runbook"), m_runbook);

    for (QLineEdit *edit : { m_name, m_since, m_runbook })
        connect(edit, &QLineEdit::textEdited, this, &AlertForm::corrected);
    connect(m_service, &QComboBox::currentTextChanged, this, &AlertForm::corrected);
    for (QComboBox *box : { m_severity, m_status })
        connect(box, &QComboBox::currentIndexChanged, this, &AlertForm::corrected);
    connect(this, &AlertForm::corrected, this, &AlertForm::showOrigins);
}

QGridLayout *AlertForm::form() const
{
    return static_cast<QGridLayout *>(layout());
}

void AlertForm::addRow(AlertField field, const QString &name, QWidget *edit, QWidget *words)
{
    auto *label = makeLabel(name, TextStyle::Body, "muted", this);
    label->setBuddy(edit);
    edit->setAccessibleName(name);
    auto *origin = makeLinkButton({}, {}, this);
    origin->setProperty("textStyle", toString(TextStyle::Small));
    origin->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    origin->hide();
    connect(origin, &QPushButton::clicked, this, [this, field] {
        if (const FieldOrigin *found = m_origins.find(field))
            Q_EMIT originPressed(found->span);
    });
    auto *reason = makeLabel({}, TextStyle::Small, "muted", this);
    reason->setWordWrap(true);
    reason->hide();
    const int row = form()->rowCount();
    form()->addWidget(label, row, 0);
    form()->addWidget(edit, row, 1);
    if (words)
        form()->addWidget(words, row + 1, 1);
    form()->addWidget(reason, form()->rowCount(), 1);
    form()->addWidget(origin, form()->rowCount(), 1);
    m_rows.append({ field, edit, reason, origin });
}

void AlertForm::setServices(const QStringList &names)
{
    const QSignalBlocker blocker(m_service);
    const QString kept = m_service->currentText();
    m_service->clear();
    m_service->addItems(names);
    m_service->setCurrentText(kept);
}

void AlertForm::setAlert(const Alert &alert, const QDateTime &now)
{
    const QSignalBlocker service(m_service), severity(m_severity), status(m_status);
    m_read = alert;
    m_now = now;
    m_origins = {};
    m_name->setText(madeVisible(alert.name));
    m_service->setCurrentText(madeVisible(alert.service));
    m_severity->setCurrentIndex(m_severity->findData(int(alert.severityNormalised)));
    m_status->setCurrentIndex(m_status->findData(int(alert.status)));
    m_since->setText(alert.startsAt.isValid() ? utcTime(alert.startsAt) : QString());
    m_runbook->setText(madeVisible(alert.runbookUrl));
    for (QLineEdit *edit : { m_name, m_service->lineEdit(), m_since, m_runbook })
        edit->setCursorPosition(0); // what is longer than the field shows its beginning
    for (const Row &row : std::as_const(m_rows)) {
        row.origin->hide();
        row.reason->hide();
    }
    showSince();
}

void AlertForm::setOrigins(const AlertOrigins &origins, bool guessed)
{
    m_origins = origins;
    m_guessed = guessed;
    showOrigins();
}

/** A field whose text was not touched keeps its value, hidden characters and milliseconds too. */
void AlertForm::apply(Alert &alert) const
{
    const auto keep = [](QString &value, const QString &typed) {
        if (typed != madeVisible(value))
            value = typed.trimmed();
    };
    keep(alert.name, m_name->text());
    keep(alert.service, m_service->currentText());
    keep(alert.runbookUrl, m_runbook->text());
    if (alert.service != m_read.service)
        alert.serviceReason.clear();
    alert.severityNormalised = Severity(m_severity->currentData().toInt());
    alert.status = AlertStatus(m_status->currentData().toInt());
    const QString shown = alert.startsAt.isValid() ? utcTime(alert.startsAt) : QString();
    if (m_since->text() != shown)
        alert.startsAt = timeFromText(m_since->text(), Zoneless::Utc);
}

bool AlertForm::isCorrected(AlertField field) const
{
    Alert now = m_read;
    apply(now);
    switch (field) {
    case AlertField::Name:
        return now.name != m_read.name;
    case AlertField::Service:
        return now.service != m_read.service;
    case AlertField::Severity:
        return now.severityNormalised != m_read.severityNormalised;
    case AlertField::Status:
        return now.status != m_read.status;
    case AlertField::StartsAt:
        return now.startsAt != m_read.startsAt;
    case AlertField::Runbook:
        return now.runbookUrl != m_read.runbookUrl;
    case AlertField::EndsAt:
        break;
    }
    return false;
}

/** Why it is so, when that is more than a place in the text; empty when the field is empty and so says nothing. */
QString AlertForm::reasonText(AlertField field) const
{
    if (isCorrected(field))
        return tr("Corrected by you");
    if (field == AlertField::Service && !m_read.serviceReason.isEmpty())
        return tr("Because %1").arg(madeVisible(m_read.serviceReason));
    if (m_origins.find(field))
        return {};
    if (field == AlertField::Status && m_read.status == AlertStatus::Firing)
        return tr("Assumed: nothing says it is over");
    const bool isKnown = (field == AlertField::Name && !m_read.name.isEmpty())
        || (field == AlertField::Service && !m_read.service.isEmpty())
        || (field == AlertField::Severity && m_read.severityNormalised != Severity::Unknown)
        || (field == AlertField::StartsAt && m_read.startsAt.isValid())
        || (field == AlertField::Runbook && !m_read.runbookUrl.isEmpty());
    return isKnown ? tr("Worked out from the text") : QString();
}

/** Where the text says it; empty when it does not, or has the word for another reason. */
QString AlertForm::originText(AlertField field) const
{
    const FieldOrigin *origin = m_origins.find(field);
    if (!origin || !reasonText(field).isEmpty())
        return {};
    const QString key = madeVisible(origin->key);
    if (key.isEmpty())
        return m_guessed ? tr("Guessed from line %1").arg(origin->line) : tr("From line %1").arg(origin->line);
    return m_guessed ? tr("Guessed from %1, line %2").arg(key).arg(origin->line) : tr("From %1, line %2").arg(key).arg(origin->line);
}

void AlertForm::showOrigins()
{
    for (const Row &row : std::as_const(m_rows)) {
        const QString reason = reasonText(row.field);
        const QString origin = originText(row.field);
        row.reason->setText(breakable(reason));
        row.reason->setVisible(!reason.isEmpty());
        row.origin->setText(origin);
        row.origin->setToolTip(tr("%1. Shows it in the pasted text.").arg(origin));
        row.origin->setVisible(!origin.isEmpty());
        row.edit->setAccessibleDescription(reason + origin); // one of them is empty
    }
    showSince();
}

void AlertForm::showSince()
{
    const QString typed = m_since->text().trimmed();
    const QDateTime since = timeFromText(typed, Zoneless::Utc);
    if (since.isValid())
        m_sinceWords->setText(tr("%1, %2").arg(dayAndTime(since, m_now), age(since.msecsTo(m_now))));
    else
        m_sinceWords->setText(typed.isEmpty() ? tr("No time with a zone is in the text.")
                                              : tr("This is no time. Write it as 2026-11-24 02:16 UTC."));
    setStyleProperty(m_sinceWords, "tone", since.isValid() || typed.isEmpty() ? u"muted"_s : u"warn"_s);
}

} // namespace Handrail
