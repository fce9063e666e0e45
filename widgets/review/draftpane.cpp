// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/draftpane.h"

#include "markdown/markdowndocument.h"
#include "widgets/common/choicebox.h"
#include "widgets/common/markdownview.h"
#include "widgets/common/parts.h"
#include "widgets/common/segmentedswitch.h"
#include "widgets/review/drafthighlighter.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTextBlock>

namespace Handrail {

using namespace Qt::StringLiterals;

DraftPane::DraftPane(QWidget *parent)
    : QWidget(parent)
    , m_template(new ChoiceBox(this))
    , m_view(new SegmentedSwitch(u"draftView"_s, tr("The document"), { tr("Write"), tr("As others read it") }, this))
    , m_startOver(makeLinkButton(tr("Fill it again"), u"undo"_s, this))
    , m_insert(makeLinkButton(tr("Insert from timeline"), u"plus"_s, this))
    , m_stack(new QStackedWidget(this))
    , m_edit(new QPlainTextEdit(m_stack))
    , m_highlighter(new DraftHighlighter(m_edit->document()))
    , m_reading(new MarkdownView(MarkdownView::Height::Scrolls, MarkdownWriter::Size::Body, m_stack))
{
    setObjectName(u"draftPane"_s);
    m_template->setObjectName(u"templateChoice"_s);
    m_template->setAccessibleName(tr("Kind of document"));
    m_startOver->setObjectName(u"fillAgain"_s);
    m_startOver->setToolTip(tr("Fills the template from the timeline in place of what is written. Undo brings that back."));
    m_insert->setObjectName(u"insertEntry"_s);
    m_insert->setToolTip(tr("Writes the chosen entry of the timeline at the cursor. Enter on the entry does the same."));
    m_edit->setObjectName(u"draftEdit"_s);
    m_edit->setAccessibleName(tr("The document in Markdown"));
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->setCursorWidth(2);
    m_edit->document()->setDocumentMargin(8);
    m_reading->setObjectName(u"draftReading"_s);
    m_reading->setAccessibleName(tr("The document as others read it"));
    for (QWidget *view : { static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_reading) }) {
        auto *box = new QWidget(m_stack);
        auto *around = new QVBoxLayout(box);
        around->setContentsMargins(16, 8, 4, 8);
        around->addWidget(view);
        m_stack->addWidget(box);
    }
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);

    connect(m_template, &QComboBox::activated, this, &DraftPane::templateChosen);
    connect(m_view, &SegmentedSwitch::chosenChanged, this, &DraftPane::showView);
    connect(m_startOver, &QPushButton::clicked, this, &DraftPane::startOverWanted);
    connect(m_insert, &QPushButton::clicked, this, &DraftPane::insertWanted);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT textEdited();
    });
    setEdited(false);
}

QWidget *DraftPane::makeHead()
{
    QFrame *head = makeFrame("bg", "bottom", this);
    auto *first = new QHBoxLayout;
    setMargins(first, 0, 0, 8);
    first->addWidget(m_template, 1);
    first->addWidget(m_view);
    auto *second = new QHBoxLayout;
    setMargins(second, 0, 0, 16);
    second->addWidget(m_insert);
    second->addWidget(m_startOver);
    second->addStretch();
    auto *layout = new QVBoxLayout(head);
    setMargins(layout, 16, 8, 4);
    layout->addLayout(first);
    layout->addLayout(second);
    return head;
}

void DraftPane::setTemplates(const QList<DocumentTemplate> &templates, const QString &chosenId)
{
    m_templates = templates;
    m_template->clear();
    int chosen = 0;
    for (const DocumentTemplate &each : templates) {
        if (each.id == chosenId)
            chosen = m_template->count();
        m_template->addItem(each.title);
    }
    m_template->setCurrentIndex(chosen);
}

DocumentTemplate DraftPane::chosenTemplate() const
{
    return m_templates.value(m_template->currentIndex());
}

QString DraftPane::text() const
{
    return m_edit->toPlainText();
}

void DraftPane::setText(const QString &text)
{
    const QScopedValueRollback setting(m_setting, true);
    m_edit->setPlainText(text);
}

void DraftPane::setFilledAnew(const QString &text)
{
    const QScopedValueRollback setting(m_setting, true);
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.insertText(text);
}

void DraftPane::setEdited(bool edited)
{
    m_edited = edited;
    updateButtons();
}

void DraftPane::insertLine(const QString &markdown)
{
    if (m_edit->isReadOnly())
        return;
    m_view->choose(Write);
    showView(Write);
    QTextCursor cursor = m_edit->textCursor();
    cursor.beginEditBlock();
    const bool lineIsEmpty = cursor.block().text().trimmed().isEmpty();
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.insertText(lineIsEmpty ? markdown : u'\n' + markdown);
    cursor.endEditBlock();
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
}

void DraftPane::showLeaving(const LeavingDocument &leaving)
{
    if (leaving == m_leaving)
        return;
    m_leaving = leaving;
    if (m_view->chosen() == Read)
        showView(Read);
}

void DraftPane::showPlace(const HiddenPlace &place)
{
    m_view->choose(Read);
    showView(Read);
    const QString mask = u"[hidden: %1, %2 chars]"_s.arg(place.kind).arg(place.chars);
    int before = 0; // masks that read the same and stand above it
    for (const HiddenPlace &other : std::as_const(m_leaving.hidden)) {
        if (other == place)
            break;
        before += other.kind == place.kind && other.chars == place.chars;
    }
    QTextCursor found(m_reading->document());
    for (int at = 0; at <= before; ++at) {
        const QTextCursor next = m_reading->document()->find(mask, found);
        if (next.isNull())
            break;
        found = next;
    }
    m_reading->setTextCursor(found);
    m_reading->ensureCursorVisible();
}

void DraftPane::setWritable(bool writable)
{
    m_edit->setReadOnly(!writable);
    updateButtons();
}

void DraftPane::updateButtons()
{
    m_startOver->setEnabled(m_edited && !m_edit->isReadOnly());
    m_insert->setEnabled(m_view->chosen() == Write && !m_edit->isReadOnly());
}

void DraftPane::focusText()
{
    (m_view->chosen() == Write ? static_cast<QWidget *>(m_edit) : m_reading)->setFocus(Qt::OtherFocusReason);
}

void DraftPane::showView(int view)
{
    m_stack->setCurrentIndex(view);
    updateButtons();
    if (view == Read)
        m_reading->showBlocks(readMarkdown(m_leaving.markdown).root.children);
}

void DraftPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_highlighter->rehighlight();
}

} // namespace Handrail
