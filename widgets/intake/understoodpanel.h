// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertreader.h"
#include "session/pastereview.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Handrail {

class AlertForm;
class AlertListModel;
class ChoiceList;
class EditableSection;
class PastedTextView;

/** What was understood of a paste, field by field and correctable, and the pasted text itself one press away. */
class UnderstoodPanel : public QWidget
{
    Q_OBJECT
public:
    explicit UnderstoodPanel(QWidget *parent = nullptr);

    void setFormats(const QList<AlertReader::FormatName> &formats);
    void setServices(const QStringList &names);
    void setParsed(const ParsedAlerts &parsed, const QDateTime &now);
    void setReview(const PasteReview &review); ///< of the alert chosen, as it was read
    const Alert &alert() const { return m_alert; } ///< the one chosen, as corrected
    const Alert &alertAsRead() const { return m_read; }
    bool isBeingCorrected() const { return m_corrected.isActive(); } ///< alertCorrected() is still to come

Q_SIGNALS:
    void alertChosen(); ///< another of several
    void alertCorrected();
    void formatChosen(const QString &format);
    void linkPressed(const QString &target);

private:
    QWidget *makeFields();
    void showAlert(const Alert &alert);
    void showLabels();
    void showLinks();
    void showProblems(const QList<Problem> &problems);
    void showText();
    void takeLabels(const QStringList &lines);
    void takeLinks(const QStringList &lines);
    void correct();

    Alert m_alert;
    Alert m_read;
    QString m_format;
    QDateTime m_now;
    AlertListModel *m_alerts;
    QStackedWidget *m_stack;
    PastedTextView *m_text;
    ChoiceList *m_alertView = nullptr;
    QLabel *m_several = nullptr;
    QComboBox *m_formats = nullptr;
    AlertForm *m_form = nullptr;
    EditableSection *m_labels = nullptr;
    EditableSection *m_links = nullptr;
    QLabel *m_summaryHead = nullptr;
    QLabel *m_summary = nullptr;
    QVBoxLayout *m_problems = nullptr;
    QWidget *m_secretBox = nullptr;
    QLabel *m_secrets = nullptr;
    QPushButton *m_showText = nullptr;
    QTimer m_corrected; ///< matches again a moment after the last key
};

} // namespace Handrail
