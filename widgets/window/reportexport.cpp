// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/reportexport.h"

#include "base/whenanswered.h"
#include "exporting/markdownreport.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "widgets/common/noticebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

namespace Handrail {

using namespace Qt::StringLiterals;
using Key = Settings::Key;

ReportExport::ReportExport(Workbench &workbench, const IncidentSession &session, NoticeBar *notice, QWidget *window)
    : QObject(window)
    , m_workbench(workbench)
    , m_session(session)
    , m_notice(notice)
    , m_window(window)
{
}

void ReportExport::ask()
{
    if (m_session.isEmpty())
        return;
    QString folder = m_workbench.settings().value(Key::ExportFolder).toString();
    if (folder.isEmpty())
        folder = QDir::homePath();
    auto *dialog = new QFileDialog(m_window, tr("Export the incident"), folder, tr("Markdown (*.md);;Web page (*.html)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    const QString name = reportFileName(m_session.incident());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, name](const QString &filter) {
        const bool isWebPage = filter.contains(u"*.html"_s);
        dialog->setDefaultSuffix(isWebPage ? u"html"_s : u"md"_s);
        dialog->selectFile(name.chopped(2) + dialog->defaultSuffix());
    });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportExport::writeTo);
    dialog->open();
}

void ReportExport::writeTo(const QString &filePath)
{
    m_workbench.settings().setValue(Key::ExportFolder, QFileInfo(filePath).path());
    whenAnswered(m_workbench.exportReport(m_session.incident().id, filePath), this, [this, filePath](const Result<Done> &done) {
        if (done) {
            m_notice->showNotice(NoticeBar::Tone::Warning, tr("Exported."), filePath);
        } else {
            m_notice->showNotice(NoticeBar::Tone::Problem, tr("The report was not written."),
                                 tr("%1 The incident itself is safe.").arg(done.problem().text));
            connect(m_notice->addButton(tr("Choose another place…")), &QPushButton::clicked, this, &ReportExport::ask);
        }
    });
}

} // namespace Handrail
