// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPlainTextEdit>

class QAction;
class QLabel;

namespace Handrail {

/** One line to search in that hands every paste on instead of taking it in: the text of an alert belongs to the intake. */
class PasteEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PasteEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    void pasted();
    void entered();
    void downPressed();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
};

/** Home's one big thing: "Paste an alert, or search". */
class PasteBox : public QFrame
{
    Q_OBJECT
public:
    explicit PasteBox(QAction *fromClipboard, QWidget *parent = nullptr);

    QString text() const;
    void clear();
    void setText(const QString &text);
    void focusEdit();

Q_SIGNALS:
    void pasted(); ///< the clipboard is to be read
    void searchChanged(const QString &text);
    void entered();
    void downPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    PasteEdit *m_edit;
    class ActionButton *m_button;
    void fitLine();
};

} // namespace Handrail
