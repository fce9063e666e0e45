// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/runbookwriting.h"

#include "base/whenanswered.h"
#include "exporting/runbookdraft.h"
#include "session/workbench.h"
#include "widgets/common/noticebar.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QUrl>

namespace Handrail {

using namespace Qt::StringLiterals;

RunbookWriting::RunbookWriting(Workbench &workbench, NoticeBar *notice, QWidget *window)
    : QObject(window)
    , m_workbench(workbench)
    , m_notice(notice)
    , m_window(window)
{
}

void RunbookWriting::ask(const Alert &alert)
{
    const QString folder = m_workbench.libraries().value(0, QDir::homePath());
    auto *dialog = new QFileDialog(m_window, tr("Write a runbook for this alert"), folder, tr("Markdown (*.md)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    dialog->selectFile(runbookDraftFileName(alert));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, alert](const QString &path) { writeTo(alert, path); });
    dialog->open();
}

void RunbookWriting::writeTo(const Alert &alert, const QString &filePath)
{
    whenAnswered(m_workbench.writeRunbook(alert, filePath), this, [this, alert, filePath](const Result<Done> &done) {
        if (!done) {
            m_notice->showNotice(NoticeBar::Tone::Problem, tr("The runbook was not written."),
                                 tr("%1 The alert is still open here.").arg(done.problem().text));
            connect(m_notice->addButton(tr("Choose another place…")), &QPushButton::clicked, this, [this, alert] { ask(alert); });
            return;
        }
        m_notice->showNotice(NoticeBar::Tone::Done, tr("Written. Fill in what helped."), filePath);
        connect(m_notice->addButton(tr("Open in your editor")), &QPushButton::clicked, this,
                [filePath] { QDesktopServices::openUrl(QUrl::fromLocalFile(filePath)); });
        for (const QString &library : m_workbench.libraries()) {
            if (filePath.startsWith(library + u'/'))
                return Q_EMIT written({ library, filePath.sliced(library.size() + 1) });
        }
    });
}

} // namespace Handrail
