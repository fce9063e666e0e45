// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace Handrail {

/** A bar between the top bar and the panes: the fact, what became of the user's data, and buttons that help. Pushes content down. */
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Done, Warning, Problem };

    explicit NoticeBar(QWidget *parent = nullptr);

    /** @p fact in semibold, @p data beside it. Earlier buttons are gone. */
    void showNotice(Tone tone, const QString &fact, const QString &data);
    QPushButton *addButton(const QString &verb);
    QString fact() const;

private:
    QLabel *m_icon;
    QLabel *m_fact;
    QLabel *m_data;
    QHBoxLayout *m_buttons;
};

} // namespace Handrail
