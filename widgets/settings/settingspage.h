// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace Handrail {

class SegmentedSwitch;
class Theme;
class Workbench;

/** What the user may set: the folders, who they are, how it looks; and where the data lies. */
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(Workbench &workbench, const QString &dataFolder, QAction *addFolder, Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void dataFolderAsked(); ///< incidents are to be kept elsewhere; which folder, the window asks

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addLibraries(QVBoxLayout *page, QAction *addFolder);
    void addPerson(QVBoxLayout *page);
    void addAppearance(QVBoxLayout *page);
    void addData(QVBoxLayout *page, const QString &dataFolder);
    void showLibraries();
    void showSkipped();
    void showPerson();
    void savePerson();
    void askProposals();
    void showProposals(const QStringList &teams);
    void saveAppearance(int choice);

    Workbench &m_workbench;
    Theme &m_theme;
    QVBoxLayout *m_folders = nullptr;
    QPushButton *m_addFolder = nullptr;
    QLabel *m_skipped = nullptr;
    QPushButton *m_showSkipped = nullptr;
    QPlainTextEdit *m_skippedFiles = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_teams = nullptr;
    QWidget *m_proposals = nullptr; ///< teams to add by a press
    SegmentedSwitch *m_appearance = nullptr;
};

} // namespace Handrail
