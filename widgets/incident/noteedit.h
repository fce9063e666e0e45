// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPlainTextEdit>

namespace Handrail {

/** A few lines of plain text: Enter hands them in, Shift+Enter breaks the line. Grows with what is written in it. */
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit NoteEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    void submitted();
    void imagePasted(const QImage &image);
    void filesPasted(const QStringList &paths); ///< or dropped
    void longTextPasted(const QString &text); ///< more than a note can be: the box would stand still for seconds

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override; ///< plain text; pictures and files are handed on

private:
    void grow();
};

} // namespace Handrail
