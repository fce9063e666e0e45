// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/editablesection.h"

#include "base/oddcharacters.h"
#include "widgets/common/parts.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 8;

} // namespace

EditableSection::EditableSection(const QString &title, const QString &help, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_head(makeLabel(title, TextStyle::Strong, nullptr, this))
    , m_edit(makeLinkButton(tr("Edit"), {}, this))
    , m_help(makeLabel(help, TextStyle::Small, "muted", this))
    , m_lines(new QPlainTextEdit(this))
{
    m_edit->setAccessibleName(tr("Edit %1").arg(title));
    m_lines->setAccessibleName(title);
    m_lines->setAccessibleDescription(help);
    m_lines->setProperty("edge", u"edit"_s);
    m_lines->setProperty("textStyle", u"mono"_s);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(linesShown * m_lines->fontMetrics().lineSpacing());
    m_help->setWordWrap(true);
    m_help->hide();
    m_lines->hide();
    connect(m_edit, &QPushButton::clicked, this, &EditableSection::toggle);

    auto *head = new QHBoxLayout;
    head->addWidget(m_head, 1);
    head->addWidget(m_edit);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 4);
    layout->addLayout(head);
    layout->addWidget(m_help);
    layout->addWidget(m_lines);
}

void EditableSection::setContent(QWidget *shown, const QStringList &lines)
{
    delete m_shown;
    m_shown = shown;
    layout()->addWidget(shown);
    m_head->setText(tr("%1  %2").arg(m_title).arg(lines.size()));
    QStringList visible;
    for (const QString &line : lines)
        visible.append(madeVisible(line));
    m_lines->setPlainText(visible.join(u'\n'));
    const bool editing = !m_lines->isHidden();
    m_shown->setVisible(!editing && !lines.isEmpty());
}

void EditableSection::toggle()
{
    const bool start = m_lines->isHidden();
    m_help->setVisible(start);
    m_lines->setVisible(start);
    m_edit->setText(start ? tr("Done") : tr("Edit"));
    if (m_shown)
        m_shown->setVisible(!start);
    if (start) {
        m_lines->document()->setModified(false);
        m_lines->setFocus(Qt::OtherFocusReason);
    } else if (m_lines->document()->isModified()) {
        QStringList lines = m_lines->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
        Q_EMIT edited(lines);
    }
}

} // namespace Handrail
