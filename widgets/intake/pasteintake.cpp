// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/pasteintake.h"

#include "alerts/alertreader.h"
#include "base/whenanswered.h"
#include "session/workbench.h"
#include "widgets/common/noticebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

namespace Handrail {

namespace {

constexpr qsizetype firstPart = 256 * 1024;

} // namespace

PasteIntake::PasteIntake(Workbench &workbench, NoticeBar *notice, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_notice(notice)
{
}

void PasteIntake::takeClipboard()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QString text = data && data->hasText() ? data->text() : QString();
    if (!text.trimmed().isEmpty()) {
        take(text);
        return;
    }
    const bool image = data && data->hasImage();
    m_notice->showNotice(NoticeBar::Tone::Warning,
                         image ? tr("The clipboard holds a picture, not text.") : tr("The clipboard is empty."),
                         tr("Nothing was changed. Copy the text of an alert and paste it here."));
}

void PasteIntake::take(const QString &text)
{
    if (text.size() > AlertReader::maximumLength) {
        offerFirstPart(text);
        return;
    }
    m_notice->hide();
    whenAnswered(m_workbench.read(text), this, [this](const ParsedAlerts &parsed) { Q_EMIT alertsRead(parsed); });
}

void PasteIntake::offerFirstPart(const QString &text)
{
    const qsizetype megabytes = std::max<qsizetype>(2, text.size() / 1'000'000);
    m_notice->showNotice(NoticeBar::Tone::Warning, tr("%1 MB is too large for an alert (limit 1 MB).").arg(megabytes),
                         tr("Nothing was lost: it is still on the clipboard."));
    QPushButton *use = m_notice->addButton(tr("Use first 256 KB"));
    connect(use, &QPushButton::clicked, this, [this, part = text.first(firstPart)] { take(part); });
}

} // namespace Handrail
