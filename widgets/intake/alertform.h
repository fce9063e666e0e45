// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertorigins.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Handrail {

/** The facts of one alert as fields that can be corrected; under each where the pasted text says so, or that it does not. */
class AlertForm : public QWidget
{
    Q_OBJECT
public:
    explicit AlertForm(QWidget *parent = nullptr);

    void setServices(const QStringList &names);
    void setAlert(const Alert &alert, const QDateTime &now);
    /** @p guessed says that the format is not known and keys were judged by their words. */
    void setOrigins(const AlertOrigins &origins, bool guessed);
    /** Writes the fields into @p alert; what has no field here stays as it is. */
    void apply(Alert &alert) const;

Q_SIGNALS:
    void corrected();
    void originPressed(const Handrail::TextSpan &span); ///< "show me where"

private:
    struct Row
    {
        AlertField field;
        QWidget *edit = nullptr;
        QLabel *reason = nullptr; ///< that no place in the text tells
        QPushButton *origin = nullptr; ///< leads to the place in the text
    };

    void addRow(AlertField field, const QString &name, QWidget *edit, QWidget *words = nullptr);
    QGridLayout *form() const;
    void showOrigins();
    void showSince();
    QString reasonText(AlertField field) const;
    QString originText(AlertField field) const;
    bool isCorrected(AlertField field) const;

    Alert m_read; ///< as the text was understood
    QDateTime m_now;
    AlertOrigins m_origins;
    bool m_guessed = false;
    QList<Row> m_rows;
    QLineEdit *m_name;
    QComboBox *m_service;
    QComboBox *m_severity;
    QComboBox *m_status;
    QLineEdit *m_since;
    QLabel *m_sinceWords;
    QLineEdit *m_runbook;
};

} // namespace Handrail
