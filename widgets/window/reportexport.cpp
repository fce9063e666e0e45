// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/reportexport.h"

#include "base/settings.h"
#include "base/whenanswered.h"
#include "base/wholefile.h"
#include "exporting/markdownreport.h"
#include "widgets/common/noticebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QtConcurrentRun>

namespace Handrail {

using namespace Qt::StringLiterals;
using Key = Settings::Key;

ReportExport::ReportExport(Settings &settings, NoticeBar *notice, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_notice(notice)
    , m_window(window)
{
}

void ReportExport::ask(ExportFormat format, const Incident &incident, const LeavingDocument &leaving, const QHash<QString, QString> &roles)
{
    QString folder = m_settings.value(Key::ExportFolder).toString();
    if (folder.isEmpty())
        folder = QDir::homePath();
    auto *dialog = new QFileDialog(m_window, tr("Export the incident"), folder, u"%1 (*.%2)"_s.arg(nameOf(format), suffixOf(format)));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format));
    dialog->selectFile(reportFileName(incident, roles).chopped(2) + suffixOf(format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format, incident, leaving, roles](const QString &filePath) { writeTo(filePath, format, incident, leaving, roles); });
    dialog->open();
}

void ReportExport::writeTo(const QString &filePath, ExportFormat format, const Incident &incident, const LeavingDocument &leaving,
                           const QHash<QString, QString> &roles)
{
    m_settings.setValue(Key::ExportFolder, QFileInfo(filePath).path());
    const auto written = QtConcurrent::run([filePath, format, incident, leaving] {
        return writeWhole(filePath, exported(format, incident, leaving));
    });
    whenAnswered(written, this, [this, filePath, format, incident, leaving, roles](const Result<Done> &done) {
        if (done) {
            m_notice->showNotice(NoticeBar::Tone::Done, tr("Exported."), filePath);
        } else {
            m_notice->showNotice(NoticeBar::Tone::Problem, tr("The report was not written."),
                                 tr("%1 The incident itself is safe.").arg(done.problem().text));
            connect(m_notice->addButton(tr("Choose another place…")), &QPushButton::clicked, this,
                    [this, format, incident, leaving, roles] { ask(format, incident, leaving, roles); });
        }
    });
}

} // namespace Handrail
