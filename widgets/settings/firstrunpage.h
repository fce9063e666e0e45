// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QProgressBar;

namespace Handrail {

struct IndexState;

/** The one question of the first start: where the runbooks are. */
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    FirstRunPage(QAction *chooseFolder, QAction *useSamples, QWidget *parent = nullptr);

    void setIndexState(const IndexState &state);

Q_SIGNALS:
    void folderDropped(const QString &folder);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeColumn(QAction *chooseFolder, QAction *useSamples);
    void fit();

    QWidget *m_column = nullptr;
    QBoxLayout *m_buttons = nullptr;
    QWidget *m_reading = nullptr;
    QLabel *m_readingText = nullptr;
    QProgressBar *m_bar = nullptr;
};

} // namespace Handrail
