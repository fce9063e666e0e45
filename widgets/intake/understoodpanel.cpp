// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/understoodpanel.h"

#include "base/linkpolicy.h"
#include "base/oddcharacters.h"
#include "itemmodels/listmodels.h"
#include "widgets/common/choicebox.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/parts.h"
#include "widgets/intake/alertform.h"
#include "widgets/intake/editablesection.h"
#include "widgets/intake/matchdelegate.h"
#include "widgets/intake/pastedtextview.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestSummary = 2000;
constexpr qsizetype longestUnbrokenName = 14; ///< a longer label name gives way to its value
constexpr qsizetype longestUnbrokenValue = 8; ///< what fits beside such a name where the panel is narrowest
constexpr int shownProblems = 4;
constexpr int shownAlerts = 6;
constexpr int shownLinks = 6;

QString summaryOf(const Alert &alert)
{
    for (const QString &name : { u"summary"_s, u"description"_s, u"message"_s }) {
        if (const QString text = alert.annotations.value(name); !text.isEmpty())
            return text;
    }
    return {};
}

/** "2 secrets (PagerDuty key, token)" without the secrets. */
QString namesOf(const QList<FoundSecret> &secrets)
{
    QStringList kinds;
    for (const FoundSecret &secret : secrets)
        kinds.append(secret.kind);
    kinds.removeDuplicates();
    return kinds.join(u", "_s);
}

} // namespace

UnderstoodPanel::UnderstoodPanel(QWidget *parent)
    : QWidget(parent)
    , m_alerts(new AlertListModel(this))
    , m_stack(new QStackedWidget(this))
    , m_text(new PastedTextView(this))
{
    m_stack->addWidget(makeFields());
    m_stack->addWidget(m_text);
    connect(m_text, &PastedTextView::backPressed, this, [this] { m_stack->setCurrentIndex(0); });
    connect(m_form, &AlertForm::originPressed, this, [this](const TextSpan &span) {
        m_stack->setCurrentIndex(1);
        m_text->showSpan(span);
    });
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(m_stack);
    m_corrected.setSingleShot(true);
    m_corrected.setInterval(300ms);
    connect(&m_corrected, &QTimer::timeout, this, &UnderstoodPanel::alertCorrected);
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

    auto *readAs = makeLabel(tr("Read as"), TextStyle::Body, "muted", page);
    m_formats = new ChoiceBox(page);
    m_formats->setObjectName(u"alertFormat"_s);
    m_formats->setAccessibleName(tr("Read as"));
    m_formats->setToolTip(tr("What kind of text this is. Choose another when it was taken for the wrong one."));
    readAs->setBuddy(m_formats);
    connect(m_formats, &QComboBox::activated, this,
            [this] { Q_EMIT formatChosen(m_formats->currentData().toString()); });
    auto *format = new QHBoxLayout;
    format->setSpacing(8);
    readAs->setMinimumWidth(72);
    format->addWidget(readAs);
    format->addWidget(m_formats, 1);

    m_form = new AlertForm(page);
    connect(m_form, &AlertForm::corrected, this, &UnderstoodPanel::correct);
    m_labels = new EditableSection(tr("Labels"), tr("One label a line: name = value."), page);
    m_labels->setObjectName(u"alertLabels"_s);
    connect(m_labels, &EditableSection::edited, this, &UnderstoodPanel::takeLabels);
    m_links = new EditableSection(tr("Links"), tr("One address a line. Nothing is opened until you press it."), page);
    m_links->setObjectName(u"alertLinks"_s);
    connect(m_links, &EditableSection::edited, this, &UnderstoodPanel::takeLinks);

    m_summaryHead = makeLabel(tr("Summary"), TextStyle::Strong, nullptr, page);
    m_summary = makeLabel({}, TextStyle::Body, nullptr, page);
    m_summary->setWordWrap(true);
    m_problems = new QVBoxLayout;
    m_problems->setSpacing(6);
    m_secretBox = makeFrame("warnSoft", "warn", page);
    m_secrets = makeLabel({}, TextStyle::Body, nullptr, m_secretBox);
    m_secrets->setObjectName(u"secretsInPaste"_s);
    m_secrets->setWordWrap(true);
    auto *secretLayout = new QVBoxLayout(m_secretBox);
    setMargins(secretLayout, 12, 8, 0);
    secretLayout->addWidget(m_secrets);
    m_showText = makeLinkButton({}, u"clipboard"_s, page);
    m_showText->setObjectName(u"showPastedText"_s);
    connect(m_showText, &QPushButton::clicked, this, &UnderstoodPanel::showText);

    auto *layout = new QVBoxLayout(page);
    setMargins(layout, 16, 12, 8);
    layout->addWidget(m_several);
    layout->addWidget(m_alertView);
    layout->addWidget(makeLabel(tr("What was understood"), TextStyle::Strong, nullptr, page));
    layout->addLayout(format);
    layout->addWidget(m_form);
    layout->addWidget(m_secretBox);
    layout->addLayout(m_problems);
    layout->addWidget(m_summaryHead);
    layout->addWidget(m_summary);
    layout->addWidget(m_labels);
    layout->addWidget(m_links);
    layout->addWidget(m_showText, 0, Qt::AlignLeft);
    layout->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void UnderstoodPanel::setFormats(const QList<AlertReader::FormatName> &formats)
{
    m_formats->clear();
    for (const AlertReader::FormatName &format : formats)
        m_formats->addItem(format.title, format.name);
}

void UnderstoodPanel::setServices(const QStringList &names)
{
    m_form->setServices(names);
}

void UnderstoodPanel::setParsed(const ParsedAlerts &parsed, const QDateTime &now)
{
    m_now = now;
    m_format = parsed.format;
    const bool several = parsed.alerts.size() > 1;
    m_alerts->setValues(parsed.alerts);
    m_several->setText(tr("%1 alerts in this paste").arg(parsed.alerts.size()));
    m_several->setVisible(several);
    m_alertView->setVisible(several);
    m_alertView->setFixedHeight(int(std::min<qsizetype>(parsed.alerts.size(), shownAlerts)) * m_alertView->sizeHintForRow(0) + 2);
    m_formats->setCurrentIndex(m_formats->findData(parsed.format)); // an envelope with nothing in it is in no list
    showProblems(parsed.problems);
    m_text->setText(parsed.text);
    const qsizetype lines = parsed.text.trimmed().count(u'\n') + 1;
    m_showText->setText(lines == 1 ? tr("Pasted text, one line") : tr("Pasted text, %1 lines").arg(lines));
    m_stack->setCurrentIndex(0);
    showAlert(parsed.alerts.isEmpty() ? Alert() : parsed.alerts.first());
    if (several) {
        const QSignalBlocker blocker(m_alertView);
        m_alertView->setCurrentIndex(m_alerts->index(0));
    }
}

void UnderstoodPanel::setReview(const PasteReview &review)
{
    const bool guessed = m_format == u"json" || m_format == u"text";
    m_form->setOrigins(review.origins, guessed);
    m_text->setReview(review);
    m_secrets->setText(tr("This paste holds what looks like %1 secrets (%2). They are hidden in every export.")
                           .arg(review.secrets.size())
                           .arg(namesOf(review.secrets)));
    if (review.secrets.size() == 1)
        m_secrets->setText(tr("This paste holds what looks like a secret (%1). It is hidden in every export.")
                               .arg(namesOf(review.secrets)));
    m_secretBox->setVisible(!review.secrets.isEmpty());
}

void UnderstoodPanel::showAlert(const Alert &alert)
{
    m_alert = alert;
    m_read = alert;
    m_corrected.stop();
    m_form->setAlert(alert, m_now);
    m_secretBox->hide();
    showLabels();
    showLinks();
    const QString summary = breakable(madeVisible(summaryOf(alert)));
    m_summary->setText(summary.size() > longestSummary ? summary.first(longestSummary) + u" …"_s : summary);
    m_summary->setVisible(!summary.isEmpty());
    m_summaryHead->setVisible(!summary.isEmpty());
}

void UnderstoodPanel::showLabels()
{
    auto *shown = new QWidget;
    auto *grid = new QGridLayout(shown);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    QStringList lines;
    int row = 0;
    for (const auto &[name, value] : std::as_const(m_alert.labels)) {
        auto *nameLabel = makeLabel(breakable(madeVisible(name)), TextStyle::Mono, "muted", shown);
        const bool isSecret = maskedValue(name, value) != value;
        auto *valueLabel = makeLabel(breakable(madeVisible(value), longestUnbrokenValue), TextStyle::Mono, isSecret ? "danger" : nullptr, shown);
        if (isSecret)
            valueLabel->setToolTip(tr("Looks like a secret. It is hidden in every export."));
        nameLabel->setAlignment(Qt::AlignTop);
        nameLabel->setWordWrap(name.size() > longestUnbrokenName);
        valueLabel->setWordWrap(true);
        grid->addWidget(nameLabel, row, 0);
        grid->addWidget(valueLabel, row++, 1);
        lines.append(name + u" = "_s + value);
    }
    m_labels->setContent(shown, lines);
}

/** Each link by its host, so that it is seen where a press would lead. */
void UnderstoodPanel::showLinks()
{
    auto *shown = new QWidget;
    auto *layout = new QVBoxLayout(shown);
    setMargins(layout, 0, 0, 0);
    const QStringList &links = m_alert.links;
    for (const QString &link : links.first(std::min<qsizetype>(links.size(), shownLinks))) {
        const LinkVerdict verdict = judgeLink(link);
        if (verdict.kind != LinkVerdict::Kind::Web)
            continue;
        auto *button = makeLinkButton(verdict.host + madeVisible(verdict.url.path()), u"external"_s, shown);
        button->setToolTip(madeVisible(link));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, link] { Q_EMIT linkPressed(link); });
        layout->addWidget(button);
    }
    m_links->setContent(shown, links);
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

void UnderstoodPanel::showText()
{
    m_stack->setCurrentIndex(1);
}

void UnderstoodPanel::takeLabels(const QStringList &lines)
{
    Labels labels;
    for (const QString &line : lines) {
        const qsizetype sign = line.indexOf(u'=');
        const QString name = line.first(sign < 0 ? line.size() : sign).trimmed();
        if (!name.isEmpty())
            labels.set(name, sign < 0 ? QString() : line.sliced(sign + 1).trimmed());
    }
    m_alert.labels = labels;
    showLabels();
    Q_EMIT alertCorrected();
}

void UnderstoodPanel::takeLinks(const QStringList &lines)
{
    m_alert.links.clear();
    for (const QString &line : lines)
        m_alert.links.append(line.trimmed());
    showLinks();
    Q_EMIT alertCorrected();
}

void UnderstoodPanel::correct()
{
    m_form->apply(m_alert);
    m_corrected.start();
}

} // namespace Handrail
