// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "catalog/catalog.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Handrail {

class AlertListModel;
class ChoiceList;

/** What was understood of a paste, field by field and correctable, and the pasted text itself one press away. */
class UnderstoodPanel : public QWidget
{
    Q_OBJECT
public:
    explicit UnderstoodPanel(QWidget *parent = nullptr);

    void setServices(const QStringList &names);
    void setParsed(const ParsedAlerts &parsed, const QString &formatTitle, const QDateTime &now);
    const Alert &alert() const { return m_alert; } ///< the one chosen, as corrected

Q_SIGNALS:
    void alertChosen(); ///< another of several
    void alertCorrected();

private:
    QWidget *makeFields();
    QWidget *makeText();
    QWidget *addField(QGridLayout *form, int row, const QString &name, QWidget *field);
    void showAlert(const Alert &alert);
    void showLabels(const Labels &labels);
    void showProblems(const QList<Problem> &problems);
    void showText(const QString &text);
    void correct();

    Alert m_alert;
    QDateTime m_now;
    AlertListModel *m_alerts;
    QStackedWidget *m_stack;
    ChoiceList *m_alertView = nullptr;
    QLabel *m_several = nullptr;
    QLabel *m_format = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_service = nullptr;
    QComboBox *m_severity = nullptr;
    QComboBox *m_status = nullptr;
    QLabel *m_since = nullptr;
    QLabel *m_sinceUtc = nullptr;
    QLabel *m_labelHead = nullptr;
    QGridLayout *m_labels = nullptr;
    QLabel *m_summaryHead = nullptr;
    QLabel *m_summary = nullptr;
    QVBoxLayout *m_problems = nullptr;
    QPushButton *m_showText = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QTimer m_corrected; ///< matches again a moment after the last key
};

} // namespace Handrail
