// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingspage.h"

#include "base/oddcharacters.h"
#include "base/whenanswered.h"
#include "session/workbench.h"
#include "widgets/common/parts.h"
#include "widgets/common/theme.h"
#include "widgets/common/segmentedswitch.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;
using Key = Settings::Key;

namespace {

constexpr int contentWidth = 720;
constexpr int skippedHeight = 160;

void addHead(QVBoxLayout *page, const QString &text)
{
    page->addSpacing(16);
    page->addWidget(makeLabel(text, TextStyle::SectionHead));
}

void addHint(QVBoxLayout *page, const QString &text)
{
    QLabel *hint = makeLabel(text, TextStyle::Small, "muted");
    hint->setWordWrap(true);
    page->addWidget(hint);
}

QLineEdit *addField(QVBoxLayout *page, const QString &title, const char *name)
{
    QLabel *label = makeLabel(title, TextStyle::Body);
    auto *field = new QLineEdit;
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    label->setBuddy(field);
    page->addWidget(label);
    page->addWidget(field);
    return field;
}

QStringList namesIn(const QString &text)
{
    QStringList names;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const QString name = part.trimmed(); !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace

SettingsPage::SettingsPage(Workbench &workbench, const QString &dataFolder, QAction *addFolder, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_theme(theme)
{
    setObjectName(u"settingsPage"_s);
    auto *content = new QWidget(this);
    content->setMaximumWidth(contentWidth);
    auto *page = new QVBoxLayout(content);
    setMargins(page, 24, 24, 8);
    page->addWidget(makeLabel(tr("Settings"), TextStyle::PageHead));
    addLibraries(page, addFolder);
    addPerson(page);
    addAppearance(page);
    addData(page, dataFolder);
    page->addStretch();

    auto *wide = new QWidget(this);
    auto *across = new QHBoxLayout(wide);
    setMargins(across, 0, 0, 0);
    across->addWidget(content, 1000);
    across->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(wide);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(scroll);

    connect(&workbench, &Workbench::librariesChanged, this, &SettingsPage::showLibraries);
    connect(&workbench, &Workbench::indexStateChanged, this, &SettingsPage::showSkipped);
    connect(&workbench, &Workbench::personChanged, this, &SettingsPage::showPerson);
    showLibraries();
    showSkipped();
    showPerson();
}

void SettingsPage::addLibraries(QVBoxLayout *page, QAction *addFolder)
{
    addHead(page, tr("Libraries"));
    m_folders = new QVBoxLayout;
    setMargins(m_folders, 0, 0, 8);
    page->addLayout(m_folders);
    m_addFolder = new ActionButton(addFolder);
    m_addFolder->setObjectName(u"settingsAddFolder"_s);
    page->addWidget(m_addFolder, 0, Qt::AlignLeft);
    addHint(page, tr("Removing a folder here deletes nothing on disk."));
    m_skipped = makeLabel({}, TextStyle::Small, "muted");
    m_skipped->setObjectName(u"settingsSkipped"_s);
    m_skipped->setWordWrap(true);
    page->addWidget(m_skipped);
    m_showSkipped = new QPushButton(tr("Show them"));
    m_showSkipped->setObjectName(u"settingsShowSkipped"_s);
    m_showSkipped->setCheckable(true);
    page->addWidget(m_showSkipped, 0, Qt::AlignLeft);
    m_skippedFiles = new QPlainTextEdit;
    m_skippedFiles->setObjectName(u"settingsSkippedFiles"_s);
    m_skippedFiles->setAccessibleName(tr("Files that were not read, each with the reason"));
    m_skippedFiles->setProperty("edge", u"edit"_s);
    m_skippedFiles->setReadOnly(true);
    m_skippedFiles->setTabChangesFocus(true);
    m_skippedFiles->setFixedHeight(skippedHeight);
    page->addWidget(m_skippedFiles);
    connect(m_showSkipped, &QPushButton::toggled, this, &SettingsPage::showSkipped);
}

void SettingsPage::addPerson(QVBoxLayout *page)
{
    addHead(page, tr("You"));
    m_name = addField(page, tr("Name"), "settingsName");
    m_teams = addField(page, tr("Teams"), "settingsTeams");
    m_teams->setPlaceholderText(tr("payments, platform"));
    addHint(page, tr("Teams as your catalogue names them: they decide what is yours."));
    m_proposals = new QWidget;
    setMargins(new QHBoxLayout(m_proposals), 0, 0, 8);
    m_proposals->hide();
    page->addWidget(m_proposals);
    connect(m_name, &QLineEdit::editingFinished, this, &SettingsPage::savePerson);
    connect(m_teams, &QLineEdit::editingFinished, this, &SettingsPage::savePerson);
}

void SettingsPage::addAppearance(QVBoxLayout *page)
{
    addHead(page, tr("Appearance"));
    m_appearance = new SegmentedSwitch(u"settingsAppearance"_s, tr("Appearance"), { tr("System"), tr("Light"), tr("Dark") });
    m_appearance->choose(int(m_theme.appearance()));
    page->addWidget(m_appearance);
    connect(m_appearance, &SegmentedSwitch::chosenChanged, this, &SettingsPage::saveAppearance);
}

void SettingsPage::addData(QVBoxLayout *page, const QString &dataFolder)
{
    addHead(page, tr("Data"));
    QLineEdit *folder = addField(page, tr("Folder of your incidents"), "settingsDataFolder");
    folder->setReadOnly(true);
    folder->setText(QDir::toNativeSeparators(dataFolder));
    folder->setCursorPosition(0);
    auto *choose = new QPushButton(tr("Choose another folder…"));
    choose->setObjectName(u"settingsChooseData"_s);
    choose->setAutoDefault(false);
    page->addWidget(choose, 0, Qt::AlignLeft);
    connect(choose, &QPushButton::clicked, this, &SettingsPage::dataFolderAsked);
    addHint(page, tr("Handrail starts again with the other folder. Your incidents so far stay where they are. Everything stays on this "
                     "computer."));
}

void SettingsPage::showLibraries()
{
    while (QLayoutItem *item = m_folders->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater(); // it may hold the button that was just pressed
        }
        delete item;
    }
    const QStringList folders = m_workbench.libraries();
    if (folders.isEmpty())
        m_folders->addWidget(makeLabel(tr("No runbooks yet. Add a folder of markdown files."), TextStyle::Body));
    for (int i = 0; i < int(folders.size()); ++i) {
        const QString folder = folders.at(i);
        QFrame *row = makeFrame("bg", "card");
        QString shown = QDir::toNativeSeparators(folder);
        QLabel *path = makeLabel(shown.replace(u'/', u"/\u200b"_s), TextStyle::Body, nullptr, row);
        path->setWordWrap(true);
        path->setMinimumWidth(1);
        path->setAccessibleName(folder);
        auto *remove = new QPushButton(tr("Remove"), row);
        remove->setObjectName(u"removeLibrary.%1"_s.arg(i));
        remove->setAccessibleName(tr("Remove %1").arg(folder));
        remove->setProperty("buttonSize", u"small"_s);
        remove->setAutoDefault(false);
        auto *layout = new QHBoxLayout(row);
        setMargins(layout, 12, 8, 12);
        layout->addWidget(path, 1);
        layout->addWidget(remove);
        m_folders->addWidget(row);
        connect(remove, &QPushButton::clicked, this, [this, folder] {
            m_addFolder->setFocus(Qt::OtherFocusReason);
            m_workbench.removeLibrary(folder);
        });
    }
}

void SettingsPage::showSkipped()
{
    const QList<SkippedFile> &skipped = m_workbench.indexState().skipped;
    const auto ignored = std::count_if(skipped.cbegin(), skipped.cend(),
                                       [](const SkippedFile &file) { return file.kind == SkippedFile::Kind::Ignored; });
    const auto unfit = skipped.size() - ignored;
    QStringList sentences;
    if (unfit > 0)
        sentences.append(unfit == 1 ? tr("1 file was skipped.") : tr("%1 files were skipped.").arg(unfit));
    if (ignored > 0) {
        sentences.append(ignored == 1 ? tr("Your ignore files leave out 1 file or folder.")
                                      : tr("Your ignore files leave out %1 files and folders.").arg(ignored));
    }
    if (const int unwatched = m_workbench.indexState().unwatched; unwatched > 0) {
        sentences.append(tr("Changes in %1 folders are noticed once a minute only: the system cannot watch more at once.")
                             .arg(unwatched));
    }
    m_skipped->setText(sentences.isEmpty() ? tr("No file or folder was passed over.") : sentences.join(u' '));
    m_showSkipped->setVisible(!skipped.isEmpty());
    m_showSkipped->setText(m_showSkipped->isChecked() ? tr("Hide them") : tr("Show them"));
    m_skippedFiles->setVisible(!skipped.isEmpty() && m_showSkipped->isChecked());
    QStringList lines;
    for (const SkippedFile &file : m_skippedFiles->isHidden() ? QList<SkippedFile>() : skipped)
        lines.append(tr("%1: %2").arg(QDir::toNativeSeparators(file.root + u'/' + file.path), file.reason));
    if (const QString text = lines.join(u'\n'); text != m_skippedFiles->toPlainText())
        m_skippedFiles->setPlainText(text); // only then: a look at the folders once a minute must not scroll it back
}

void SettingsPage::showPerson()
{
    m_name->setText(m_workbench.settings().value(Key::PersonName).toString());
    m_name->setPlaceholderText(m_workbench.personName());
    m_teams->setText(m_workbench.teams().join(u", "_s));
    if (isVisible())
        askProposals();
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askProposals();
}

void SettingsPage::askProposals()
{
    whenAnswered(m_workbench.proposedTeams(), this, [this](const QStringList &teams) { showProposals(teams); });
}

void SettingsPage::showProposals(const QStringList &teams)
{
    QLayout *row = m_proposals->layout();
    while (QLayoutItem *item = row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // it may be the button that was just pressed
        delete item;
    }
    m_proposals->setVisible(!teams.isEmpty());
    if (teams.isEmpty())
        return;
    row->addWidget(makeLabel(tr("They own files you changed:"), TextStyle::Small, "muted", m_proposals));
    for (const QString &team : teams) {
        auto *add = new QPushButton(madeVisible(tr("Add %1").arg(team)).replace(u'&', u"&&"_s), m_proposals);
        add->setObjectName(u"proposedTeam"_s);
        add->setProperty("buttonSize", u"small"_s);
        add->setAutoDefault(false);
        connect(add, &QPushButton::clicked, this, [this, team] {
            m_workbench.setPerson(m_name->text().trimmed(), m_workbench.teams() + QStringList { team });
            m_teams->setFocus(Qt::OtherFocusReason);
        });
        row->addWidget(add);
    }
    static_cast<QHBoxLayout *>(row)->addStretch();
}

void SettingsPage::savePerson()
{
    const QString name = m_name->text().trimmed();
    const QStringList teams = namesIn(m_teams->text());
    if (name != m_workbench.settings().value(Key::PersonName).toString() || teams != m_workbench.teams())
        m_workbench.setPerson(name, teams);
}

void SettingsPage::saveAppearance(int choice)
{
    static const QStringList names { u"system"_s, u"light"_s, u"dark"_s }; // in the order of Theme::Appearance
    m_theme.setAppearance(Theme::Appearance(choice));
    m_workbench.settings().setValue(Key::Appearance, names.at(choice));
}

} // namespace Handrail
