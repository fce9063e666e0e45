// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/comparedialog.h"

#include "base/oddcharacters.h"
#include "widgets/common/parts.h"
#include "widgets/common/textstyle.h"
#include "widgets/common/tokens.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 5'000; ///< nobody reads on; the window stays quick

QString shown(const DiffLine &line)
{
    switch (line.kind) {
    case DiffLine::Kind::Added:
        return u"+ "_s + madeVisible(line.text);
    case DiffLine::Kind::Removed:
        return u"− "_s + madeVisible(line.text);
    case DiffLine::Kind::Gap:
        return u"⋯"_s;
    case DiffLine::Kind::Same:
        break;
    }
    return u"  "_s + madeVisible(line.text);
}

/** Colours beside the signs, never instead of them. */
QList<QTextEdit::ExtraSelection> colours(const QTextDocument &document, const QList<DiffLine> &lines)
{
    QList<QTextEdit::ExtraSelection> selections;
    for (int i = 0; i < int(lines.size()); ++i) {
        const DiffLine::Kind kind = lines.at(i).kind;
        if (kind != DiffLine::Kind::Added && kind != DiffLine::Kind::Removed)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document.findBlockByNumber(i));
        selection.format.setBackground(color(kind == DiffLine::Kind::Added ? Token::OkSoft : Token::WarnSoft));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(selection);
    }
    return selections;
}

} // namespace

CompareDialog::CompareDialog(const QString &title, const QList<DiffLine> &lines, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("What changed in %1").arg(madeVisible(title.simplified())));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 520);
    const QList<DiffLine> first = lines.first(std::min(lines.size(), mostLines));
    QStringList text;
    for (const DiffLine &line : first)
        text.append(shown(line));
    if (first.size() < lines.size())
        text.append(tr("and %1 more lines").arg(lines.size() - first.size()));
    auto *view = new QPlainTextEdit(text.join(u'\n'), this);
    view->setObjectName(u"changedLines"_s);
    view->setAccessibleName(tr("Changed lines: plus was added, minus was removed"));
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(styled(font(), TextStyle::Mono));
    view->setProperty("edge", u"edit"_s);
    view->setExtraSelections(colours(*view->document(), first));
    QLabel *hint = makeLabel(tr("+ was added, − was removed. In the new version, steps that still say the same stay ticked."), TextStyle::Small,
                             "muted", this);
    hint->setWordWrap(true);
    auto *stay = new QPushButton(tr("Stay on the opened version"), this);
    auto *use = new QPushButton(tr("Use new version"), this);
    use->setObjectName(u"useNewVersion"_s);
    use->setAutoDefault(false);
    stay->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(use);
    buttons->addWidget(stay);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 16, 16, 8);
    layout->addWidget(hint);
    layout->addWidget(view, 1);
    layout->addLayout(buttons);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace Handrail
