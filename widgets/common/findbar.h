// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTextEdit>

class QLabel;
class QLineEdit;

namespace Handrail {

/** Finds words in the text that is shown: Enter goes to the next place, Shift+Enter to the one before, Esc closes. */
class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(QTextEdit *view, QWidget *parent = nullptr);

    void open(); ///< with what is marked in the text, if anything is
    QList<QTextEdit::ExtraSelection> marks() const; ///< of all places found; empty while closed
    void findAgain(); ///< the text has changed

Q_SIGNALS:
    void marksChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void go(int step);
    void close();

    QTextEdit *m_view;
    QLineEdit *m_edit;
    QLabel *m_count;
    QList<QTextCursor> m_places;
    int m_current = -1;
};

} // namespace Handrail
