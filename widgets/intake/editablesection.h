// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Handrail {

/** A head with a count, what it counts, and "Edit": then the same as lines of text, one each, until "Done". */
class EditableSection : public QWidget
{
    Q_OBJECT
public:
    /** @p help is the sentence over the lines while they are edited. */
    EditableSection(const QString &title, const QString &help, QWidget *parent = nullptr);

    /** Takes @p shown over; it shows what @p lines say. */
    void setContent(QWidget *shown, const QStringList &lines);

Q_SIGNALS:
    void edited(const QStringList &lines); ///< after "Done"; without empty lines

private:
    void toggle();

    QString m_title;
    QLabel *m_head;
    QPushButton *m_edit;
    QLabel *m_help;
    QPlainTextEdit *m_lines;
    QWidget *m_shown = nullptr;
};

} // namespace Handrail
