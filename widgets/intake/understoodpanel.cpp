// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/understoodpanel.h"

#include "base/oddcharacters.h"
#include "itemmodels/listmodels.h"
#include "widgets/common/choicebox.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"
#include "widgets/intake/matchdelegate.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype shownText = 256 * 1024;
constexpr qsizetype shownLine = 2000; ///< laying out a line of a million characters takes minutes
constexpr int shownProblems = 4;
constexpr int shownAlerts = 6;

QString readable(const QString &text)
{
    QString lines;
    for (const QStringView line : QStringView(text).first(std::min(text.size(), shownText)).tokenize(u'\n')) {
        lines += line.size() > shownLine ? madeVisible(line.first(shownLine)) + u" …"_s : madeVisible(line);
        lines += u'\n';
    }
    return lines;
}

QString summaryOf(const Alert &alert)
{
    for (const QString &name : { u"summary"_s, u"description"_s, u"message"_s }) {
        if (const QString text = alert.annotations.value(name); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

UnderstoodPanel::UnderstoodPanel(QWidget *parent)
    : QWidget(parent)
    , m_alerts(new AlertListModel(this))
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(makeFields());
    m_stack->addWidget(makeText());
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(m_stack);
    m_corrected.setSingleShot(true);
    m_corrected.setInterval(300ms);
    connect(&m_corrected, &QTimer::timeout, this, &UnderstoodPanel::alertCorrected);
}

QWidget *UnderstoodPanel::addField(QGridLayout *form, int row, const QString &name, QWidget *field)
{
    auto *label = makeLabel(name, TextStyle::Body, "muted", this);
    label->setBuddy(field);
    field->setAccessibleName(name);
    form->addWidget(label, row, 0);
    form->addWidget(field, row, 1);
    return field;
}

QWidget *UnderstoodPanel::makeFields()
{
    auto *page = new QWidget;
    m_several = makeLabel({}, TextStyle::Strong, nullptr, page);
    m_alertView = new ChoiceList(u"alertList"_s, tr("Alerts in this paste"), m_alerts, new AlertDelegate, page);
    m_alertView->setProperty("edge", u"card"_s);
    connect(m_alertView, &ChoiceList::currentMoved, this, [this](const QModelIndex &index) {
        if (index.isValid()) {
            showAlert(m_alerts->value(index));
            Q_EMIT alertChosen();
        }
    });

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    form->setColumnMinimumWidth(0, 72);
    form->setColumnStretch(1, 1);
    m_name = new QLineEdit(page);
    m_name->setObjectName(u"alertName"_s);
    m_service = new ChoiceBox(page);
    m_service->setObjectName(u"alertService"_s);
    m_service->setEditable(true);
    m_severity = new ChoiceBox(page);
    for (const Severity severity : { Severity::Critical, Severity::High, Severity::Warning, Severity::Info, Severity::Unknown }) {
        const Sign sign = signOf(severity);
        m_severity->addItem(icon(sign.icon, sign.token), sign.word, int(severity));
    }
    m_status = new ChoiceBox(page);
    for (const AlertStatus status : { AlertStatus::Firing, AlertStatus::Acknowledged, AlertStatus::Resolved, AlertStatus::Unknown })
        m_status->addItem(wordOf(status), int(status));
    m_since = makeLabel({}, TextStyle::Body, nullptr, page);
    m_sinceUtc = makeLabel({}, TextStyle::Small, "muted", page);
    m_since->setWordWrap(true);
    m_sinceUtc->setWordWrap(true);
    addField(form, 0, tr("Name"), m_name);
    addField(form, 1, tr("Service"), m_service);
    addField(form, 2, tr("Severity"), m_severity);
    addField(form, 3, tr("Status"), m_status);
    addField(form, 4, tr("Since"), m_since);
    form->addWidget(m_sinceUtc, 5, 1);
    connect(m_name, &QLineEdit::textEdited, this, &UnderstoodPanel::correct);
    connect(m_service, &QComboBox::currentTextChanged, this, &UnderstoodPanel::correct);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &UnderstoodPanel::correct);
    connect(m_status, &QComboBox::currentIndexChanged, this, &UnderstoodPanel::correct);

    m_format = makeLabel({}, TextStyle::Small, "muted", page);
    m_labelHead = makeLabel({}, TextStyle::Strong, nullptr, page);
    m_labels = new QGridLayout;
    m_labels->setHorizontalSpacing(12);
    m_labels->setVerticalSpacing(4);
    m_labels->setColumnStretch(1, 1);
    m_summaryHead = makeLabel(tr("Summary"), TextStyle::Strong, nullptr, page);
    m_summary = makeLabel({}, TextStyle::Body, nullptr, page);
    m_summary->setWordWrap(true);
    m_problems = new QVBoxLayout;
    m_problems->setSpacing(6);
    m_showText = makeLinkButton({}, u"clipboard"_s, page);
    m_showText->setObjectName(u"showPastedText"_s);
    connect(m_showText, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(1); });

    auto *layout = new QVBoxLayout(page);
    setMargins(layout, 16, 12, 8);
    layout->addWidget(m_several);
    layout->addWidget(m_alertView);
    layout->addWidget(makeLabel(tr("What was understood"), TextStyle::Strong, nullptr, page));
    layout->addLayout(form);
    layout->addWidget(m_labelHead);
    layout->addLayout(m_labels);
    layout->addWidget(m_summaryHead);
    layout->addWidget(m_summary);
    layout->addLayout(m_problems);
    layout->addWidget(m_showText, 0, Qt::AlignLeft);
    layout->addWidget(m_format);
    layout->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget *UnderstoodPanel::makeText()
{
    auto *page = new QWidget;
    auto *back = makeLinkButton(tr("Back to what was understood"), u"arrow-left"_s, page);
    connect(back, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(0); });
    m_text = new QPlainTextEdit(page);
    m_text->setObjectName(u"pastedText"_s);
    m_text->setAccessibleName(tr("The pasted text"));
    m_text->setReadOnly(true);
    m_text->setProperty("textStyle", u"mono"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(page);
    setMargins(layout, 16, 12, 8);
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(m_text, 1);
    return page;
}

void UnderstoodPanel::setServices(const QStringList &names)
{
    const QSignalBlocker blocker(m_service);
    const QString kept = m_service->currentText();
    m_service->clear();
    m_service->addItems(names);
    m_service->setCurrentText(kept);
}

void UnderstoodPanel::setParsed(const ParsedAlerts &parsed, const QString &formatTitle, const QDateTime &now)
{
    m_now = now;
    const bool several = parsed.alerts.size() > 1;
    m_alerts->setValues(parsed.alerts);
    m_several->setText(tr("%1 alerts in this paste").arg(parsed.alerts.size()));
    m_several->setVisible(several);
    m_alertView->setVisible(several);
    m_alertView->setFixedHeight(int(std::min<qsizetype>(parsed.alerts.size(), shownAlerts)) * m_alertView->sizeHintForRow(0) + 2);
    m_format->setText(parsed.alerts.isEmpty() ? tr("No alert was recognised in this text.") : tr("Read as %1").arg(formatTitle));
    showProblems(parsed.problems);
    showText(parsed.text);
    m_stack->setCurrentIndex(0);
    showAlert(parsed.alerts.isEmpty() ? Alert() : parsed.alerts.first());
    if (several) {
        const QSignalBlocker blocker(m_alertView);
        m_alertView->setCurrentIndex(m_alerts->index(0));
    }
}

void UnderstoodPanel::showAlert(const Alert &alert)
{
    const QSignalBlocker service(m_service), severity(m_severity), status(m_status);
    m_alert = alert;
    m_corrected.stop();
    m_name->setText(madeVisible(alert.name));
    m_name->setCursorPosition(0);
    m_name->setPlaceholderText(tr("The text names none"));
    m_service->setCurrentText(madeVisible(alert.service));
    m_service->lineEdit()->setPlaceholderText(tr("The text names none"));
    m_severity->setCurrentIndex(m_severity->findData(int(alert.severityNormalised)));
    m_status->setCurrentIndex(m_status->findData(int(alert.status)));
    if (alert.startsAt.isValid()) {
        m_since->setText(tr("%1, %2").arg(dayAndTime(alert.startsAt, m_now), age(alert.startsAt.msecsTo(m_now))));
        m_sinceUtc->setText(utcTime(alert.startsAt));
    } else {
        m_since->setText(tr("Not known"));
        m_sinceUtc->setText(tr("The text names no time with a zone."));
    }
    showLabels(alert.labels);
    const QString summary = breakable(madeVisible(summaryOf(alert)));
    m_summary->setText(summary.size() > shownLine ? summary.first(shownLine) + u" …"_s : summary);
    m_summary->setVisible(!summary.isEmpty());
    m_summaryHead->setVisible(!summary.isEmpty());
}

void UnderstoodPanel::showLabels(const Labels &labels)
{
    while (QLayoutItem *item = m_labels->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_labelHead->setText(tr("Labels  %1").arg(labels.size()));
    m_labelHead->setVisible(!labels.isEmpty());
    int row = 0;
    for (const auto &[name, value] : labels) {
        auto *nameLabel = makeLabel(madeVisible(name), TextStyle::Mono, "muted", this);
        auto *valueLabel = makeLabel(breakable(madeVisible(value)), TextStyle::Mono, nullptr, this);
        nameLabel->setAlignment(Qt::AlignTop);
        valueLabel->setWordWrap(true);
        m_labels->addWidget(nameLabel, row, 0);
        m_labels->addWidget(valueLabel, row++, 1);
    }
}

void UnderstoodPanel::showProblems(const QList<Problem> &problems)
{
    while (QLayoutItem *item = m_problems->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Problem &problem : problems.first(std::min<qsizetype>(problems.size(), shownProblems))) {
        const bool note = problem.severity == Problem::Severity::Note;
        auto *box = makeFrame(note ? "surface" : "warnSoft", note ? "info" : "warn", this);
        auto *layout = new QVBoxLayout(box);
        setMargins(layout, 12, 8, 0);
        const QString line = problem.line > 0 ? tr("Line %1: ").arg(problem.line) : QString();
        auto *label = makeLabel(line + breakable(madeVisible(problem.text)), TextStyle::Body, nullptr, box);
        label->setWordWrap(true);
        layout->addWidget(label);
        m_problems->addWidget(box);
    }
}

void UnderstoodPanel::showText(const QString &text)
{
    m_text->setPlainText(readable(text));
    m_showText->setText(tr("Show the pasted text, %1 lines").arg(text.count(u'\n') + 1));
}

void UnderstoodPanel::correct()
{
    m_alert.name = m_name->text().trimmed();
    m_alert.service = m_service->currentText().trimmed();
    m_alert.severityNormalised = Severity(m_severity->currentData().toInt());
    m_alert.status = AlertStatus(m_status->currentData().toInt());
    m_corrected.start();
}

} // namespace Handrail
