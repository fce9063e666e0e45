// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/pastereview.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Handrail {

/** The pasted text as it came, with what was used of it and what looks like a secret marked. */
class PastedTextView : public QWidget
{
    Q_OBJECT
public:
    explicit PastedTextView(QWidget *parent = nullptr);

    void setText(const QString &text);
    void setReview(const PasteReview &review);
    void showSpan(const TextSpan &span); ///< brings it into sight and marks it

Q_SIGNALS:
    void backPressed();

protected:
    void changeEvent(QEvent *event) override; ///< the marks follow light and dark

private:
    void mark();
    int shownPlace(qsizetype place) const; ///< in the document, where hidden characters have names

    QString m_text;
    QList<qsizetype> m_lineStarts;
    PasteReview m_review;
    TextSpan m_span;
    QLabel *m_legend;
    QPlainTextEdit *m_view;
};

} // namespace Handrail
