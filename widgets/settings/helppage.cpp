// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/helppage.h"

#include "base/linkpolicy.h"
#include "markdown/markdowndocument.h"
#include "widgets/common/foldingpanes.h"
#include "widgets/common/markdownview.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QSignalBlocker>

namespace Handrail {

using namespace Qt::StringLiterals;

HelpPage::HelpPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_view(new MarkdownView(MarkdownView::Height::Scrolls, MarkdownWriter::Size::Body, this))
    , m_panes(new FoldingPanes(u"helpPanes"_s, this))
    , m_reading(new QWidget(m_panes))
{
    setObjectName(u"helpPage"_s);
    m_list->setObjectName(u"helpPages"_s);
    m_list->setAccessibleName(tr("Help pages"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setObjectName(u"helpView"_s);
    m_view->setAccessibleName(tr("Help"));

    auto *readingLayout = new QVBoxLayout(m_reading);
    readingLayout->setContentsMargins(24, 16, 12, 0);
    readingLayout->addWidget(m_view);
    m_panes->addPane(m_list, tr("Pages"), 260, 240, false);
    m_panes->addPane(m_reading, tr("Reading"), 700, 360, true);
    m_panes->setMainPane(1);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(m_panes);

    readPages();
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpPage::showPageAt);
    const auto showChosen = [this] {
        showPageAt(m_list->currentRow()); // it may be the row of a page below it that is shown
        m_panes->showPane(m_reading);
    };
    connect(m_list, &QListWidget::itemActivated, this, showChosen);
    connect(m_list, &QListWidget::itemClicked, this, showChosen);
    connect(m_view, &MarkdownView::linkPressed, this, &HelpPage::follow);
    m_list->setCurrentRow(0);
}

void HelpPage::readPages()
{
    for (const QString &name : { u"start"_s, u"keys"_s, u"runbooks"_s, u"alerts"_s, u"services"_s, u"summary"_s, u"data"_s })
        readPage(name);
    for (const Page &page : std::as_const(m_pages))
        m_list->addItem(page.title);
    const QStringList below = QDir(u":/help/alerts"_s).entryList({ u"*.md"_s }, QDir::Files, QDir::Name);
    for (const QString &file : below)
        readPage(u"alerts/"_s + file.chopped(3));
}

void HelpPage::readPage(const QString &name)
{
    QFile file(u":/help/%1.md"_s.arg(name)); // inside the program: no disk to wait for
    if (!file.open(QIODevice::ReadOnly))
        return;
    Page page { name, name, readMarkdown(QString::fromUtf8(file.readAll())).root.children };
    for (const Block &block : std::as_const(page.blocks)) {
        if (block.kind == Block::Kind::Heading && block.level == 1) {
            page.title = plainText(block.inlines);
            break;
        }
    }
    m_pages.append(page);
}

void HelpPage::showPage(const QString &name)
{
    for (int index = 0; index < int(m_pages.size()); ++index) {
        if (m_pages.at(index).name == name)
            showPageAt(index);
    }
    m_panes->showPane(m_reading);
}

void HelpPage::showPageAt(int index)
{
    if (index < 0 || index >= int(m_pages.size()))
        return;
    m_shown = index;
    const QString top = m_pages.at(index).name.section(u'/', 0, 0);
    const QSignalBlocker blocker(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_pages.at(row).name == top)
            m_list->setCurrentRow(row);
    }
    m_view->showBlocks(m_pages.at(index).blocks);
}

void HelpPage::goTo(const QString &anchor)
{
    if (anchor.isEmpty() || m_shown < 0)
        return;
    for (const Block &block : m_pages.at(m_shown).blocks) {
        QString title = plainText(block.inlines);
        if (block.kind == Block::Kind::Heading && anchorOf(title) == anchor) {
            m_view->scrollToLine(block.firstLine);
            return;
        }
    }
}

void HelpPage::follow(const QString &target)
{
    const LinkVerdict verdict = judgeLink(target);
    switch (verdict.kind) {
    case LinkVerdict::Kind::Anchor:
        goTo(verdict.anchor);
        break;
    case LinkVerdict::Kind::Relative:
        showPage(QDir::cleanPath(m_pages.at(m_shown).name + u"/../"_s + verdict.path).chopped(3)); // without ".md"
        goTo(verdict.anchor);
        break;
    case LinkVerdict::Kind::Web:
    case LinkVerdict::Kind::Mail:
        Q_EMIT linkPressed(target);
        break;
    case LinkVerdict::Kind::Refused:
        break; // our own pages have none
    }
}

} // namespace Handrail
