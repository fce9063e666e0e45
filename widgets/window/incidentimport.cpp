// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/incidentimport.h"

#include "base/whenanswered.h"
#include "session/workbench.h"
#include "widgets/common/noticebar.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "2 new, 1 continued, 3 here already, 1 refused: it tells something else" */
QString sentenceOf(const ImportOutcome &outcome)
{
    QStringList facts;
    const auto add = [&facts](qsizetype count, const QString &words) {
        if (count > 0)
            facts.append(words.arg(count));
    };
    add(outcome.imported.size(), IncidentImport::tr("%1 new"));
    add(outcome.continued.size(), IncidentImport::tr("%1 continued"));
    add(outcome.known.size(), IncidentImport::tr("%1 here already"));
    add(outcome.refused.size(), IncidentImport::tr("%1 refused, for what is here tells something else"));
    return facts.isEmpty() ? IncidentImport::tr("There is no incident in the file.") : facts.join(u", "_s);
}

} // namespace

IncidentImport::IncidentImport(Workbench &workbench, NoticeBar *notice, QWidget *window)
    : QObject(window)
    , m_workbench(workbench)
    , m_notice(notice)
    , m_window(window)
{
}

void IncidentImport::ask()
{
    auto *dialog = new QFileDialog(m_window, tr("Import incidents"), QDir::homePath(), tr("JSON Lines (*.jsonl);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &IncidentImport::take);
    dialog->open();
}

void IncidentImport::take(const QString &filePath)
{
    whenAnswered(m_workbench.importIncidents(filePath), this, [this](const Result<ImportOutcome> &outcome) {
        if (!outcome) {
            const Problem &problem = outcome.problem();
            m_notice->showNotice(NoticeBar::Tone::Problem, tr("Nothing was imported."),
                                 problem.line > 0 ? tr("Line %1: %2").arg(problem.line).arg(problem.text) : problem.text);
            connect(m_notice->addButton(tr("Choose another file…")), &QPushButton::clicked, this, &IncidentImport::ask);
            return;
        }
        m_notice->showNotice(outcome->refused.isEmpty() ? NoticeBar::Tone::Done : NoticeBar::Tone::Warning, tr("Imported."),
                             sentenceOf(*outcome));
        if (outcome->entries > 0)
            Q_EMIT imported();
    });
}

} // namespace Handrail
