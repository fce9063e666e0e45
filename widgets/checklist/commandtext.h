// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/placeholders.h"

#include <QTextEdit>

namespace Handrail {

/** A whole command to read: wrapped, never cut, with what was filled in and what is still open marked. */
class CommandText : public QTextEdit
{
    Q_OBJECT
public:
    explicit CommandText(QWidget *parent = nullptr);

    void showCommand(const FilledCommand &command, const QString &language);
    bool isSeenToEnd() const { return m_seenToEnd; } ///< false only for a text that scrolls and was not scrolled through
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seenToEnd();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override; ///< plain text alone

private:
    void render();
    void mark(const QList<TextSpan> &spans, const QTextCharFormat &format);
    void fit();
    void checkSeen();

    FilledCommand m_command;
    QString m_language;
    bool m_scrolls = false;
    bool m_seenToEnd = true;
};

} // namespace Handrail
