// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/firstrunpage.h"

#include "session/workbench.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QUrl>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 560; ///< at a text size of 10 pt
constexpr int topSpace = 168;

QString droppedFolder(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir())
            return url.toLocalFile();
    }
    return {};
}

/** An icon that follows the theme. */
class FactIcon : public QWidget
{
public:
    FactIcon(const QString &name, QWidget *parent)
        : QWidget(parent)
        , m_name(name)
    {
        setFixedSize(18, 18);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_name, color(Token::Muted));
    }

private:
    QString m_name;
};

QWidget *makeFact(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *fact = new QWidget(parent);
    QLabel *words = makeLabel(text, TextStyle::Body, "muted", fact);
    words->setWordWrap(true);
    auto *layout = new QHBoxLayout(fact);
    setMargins(layout, 0, 4, 10);
    layout->addWidget(new FactIcon(iconName, fact), 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    return fact;
}

} // namespace

FirstRunPage::FirstRunPage(QAction *chooseFolder, QAction *useSamples, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"firstRunPage"_s);
    setAcceptDrops(true);
    m_column = makeColumn(chooseFolder, useSamples);

    auto *page = new QWidget(this);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_column, 1000);
    across->addStretch(1);
    auto *down = new QVBoxLayout(page);
    setMargins(down, 24, 24, 0);
    down->addSpacerItem(new QSpacerItem(0, topSpace - 24, QSizePolicy::Minimum, QSizePolicy::Maximum));
    down->addLayout(across);
    down->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(scroll);
    fit();
}

QWidget *FirstRunPage::makeColumn(QAction *chooseFolder, QAction *useSamples)
{
    auto *column = new QWidget(this);
    QLabel *question = makeLabel(tr("Where are your runbooks?"), TextStyle::StepTitle, nullptr, column);
    question->setWordWrap(true);
    QLabel *sentence = makeLabel(tr("Choose a folder with markdown files. Handrail reads them where they are and changes nothing."),
                                 TextStyle::Instruction, nullptr, column);
    sentence->setWordWrap(true);
    auto *choose = new ActionButton(chooseFolder, ActionButton::Size::Big, ActionButton::Role::Primary, column);
    choose->setObjectName(u"chooseFolderButton"_s);
    choose->setKeyShown(false);
    auto *samples = new ActionButton(useSamples, ActionButton::Size::Big, ActionButton::Role::Outlined, column);
    samples->setObjectName(u"useSamplesButton"_s);
    samples->setKeyShown(false);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(12);
    m_buttons->addWidget(choose);
    m_buttons->addWidget(samples);
    m_buttons->addStretch();

    m_reading = new QWidget(column);
    m_readingText = makeLabel({}, TextStyle::Body, nullptr, m_reading);
    m_readingText->setObjectName(u"firstRunReading"_s);
    m_readingText->setWordWrap(true);
    m_bar = new QProgressBar(m_reading);
    m_bar->setAccessibleName(tr("Files read"));
    m_bar->setTextVisible(false);
    auto *reading = new QVBoxLayout(m_reading);
    setMargins(reading, 0, 0, 8);
    reading->addWidget(m_readingText);
    reading->addWidget(m_bar);
    m_reading->hide();

    auto *rule = makeFrame(nullptr, "bottom", column);
    rule->setFixedHeight(1);
    auto *layout = new QVBoxLayout(column);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(question);
    layout->addSpacing(8);
    layout->addWidget(sentence);
    layout->addSpacing(24);
    layout->addLayout(m_buttons);
    layout->addSpacing(24);
    layout->addWidget(m_reading);
    layout->addSpacing(8);
    layout->addWidget(rule);
    layout->addSpacing(12);
    layout->addWidget(makeFact(u"lock"_s, tr("Everything stays on this computer. No network."), column));
    layout->addWidget(makeFact(u"clock"_s, tr("The samples take you through a first incident in two minutes."), column));
    return column;
}

void FirstRunPage::setIndexState(const IndexState &state)
{
    m_reading->setVisible(state.reading || !state.problems.isEmpty());
    m_bar->setVisible(state.reading);
    if (!state.reading) {
        m_readingText->setText(state.problems.isEmpty() ? QString() : state.problems.first().text);
        return;
    }
    const QString folder = QDir(state.root).dirName();
    m_readingText->setText(state.total > 0
                               ? tr("Reading %1: %2 of %3 files").arg(folder, QString::number(state.done), QString::number(state.total))
                               : tr("Looking for runbooks in %1").arg(folder));
    m_bar->setRange(0, state.total); // nothing to count yet: a bar that moves
    m_bar->setValue(state.done);
}

void FirstRunPage::fit()
{
    const qreal points = font().pointSizeF() > 0 ? font().pointSizeF() : 10;
    m_column->setMaximumWidth(int(columnWidth * std::max(1.0, points / 10)));
    int needed = 48;
    for (int i = 0; i < m_buttons->count(); ++i)
        needed += m_buttons->itemAt(i)->sizeHint().width() + m_buttons->spacing();
    m_buttons->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FirstRunPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_column)
        fit();
}

void FirstRunPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFolder(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FirstRunPage::dropEvent(QDropEvent *event)
{
    const QString folder = droppedFolder(event->mimeData());
    if (folder.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT folderDropped(folder);
}

} // namespace Handrail
