// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/documenttemplate.h"
#include "exporting/leavingdocument.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace Handrail {

class DraftHighlighter;
class MarkdownView;
class SegmentedSwitch;

/** The document about an incident while it is being written, and as others will read it. */
class DraftPane : public QWidget
{
    Q_OBJECT
public:
    explicit DraftPane(QWidget *parent = nullptr);

    void setTemplates(const QList<DocumentTemplate> &templates, const QString &chosenId);
    DocumentTemplate chosenTemplate() const;

    QString text() const;
    void setText(const QString &text); ///< another draft; nothing of the last can be undone into it
    void setFilledAnew(const QString &text); ///< in place of what was written, which one undo brings back
    void setEdited(bool edited); ///< whether it is as the template filled it, or somebody wrote in it
    void insertLine(const QString &markdown); ///< on a line of its own at the cursor; nothing when it is not writable
    void showLeaving(const LeavingDocument &leaving);
    void showPlace(const HiddenPlace &place); ///< in what others read
    void setWritable(bool writable); ///< by hand; the template fills it all the same
    void focusText();

Q_SIGNALS:
    void templateChosen();
    void textEdited(); ///< by the user
    void startOverWanted();
    void insertWanted(); ///< what is selected in the timeline

protected:
    void changeEvent(QEvent *event) override;

private:
    enum View { Write, Read };

    QWidget *makeHead();
    void showView(int view);
    void updateButtons();

    QList<DocumentTemplate> m_templates;
    QComboBox *m_template;
    SegmentedSwitch *m_view;
    QPushButton *m_startOver;
    QPushButton *m_insert;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_edit;
    DraftHighlighter *m_highlighter;
    MarkdownView *m_reading;
    LeavingDocument m_leaving;
    bool m_setting = false; ///< the text is being changed by the program
    bool m_edited = false;
};

} // namespace Handrail
