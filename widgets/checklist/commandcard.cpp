// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist/commandcard.h"

#include "base/oddcharacters.h"
#include "library/commandtext.h"
#include "widgets/checklist/commandtext.h"
#include "widgets/common/icons.h"
#include "widgets/common/parts.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 36; ///< of a value in its row; the command has all of it
constexpr int mostNames = 4; ///< of odd characters

QString shortened(const QString &value)
{
    const QString visible = madeVisible(value.simplified());
    return visible.size() <= longestShown ? visible : visible.left(longestShown / 2) + u'…' + visible.right(longestShown / 2 - 1);
}

/** The worse of what the command does as written and as filled: a value must not make a command look tamer. */
CommandRisk worstRisk(const CommandBlock &command, const KnownValues &values)
{
    const CommandRisk written = riskOf(command.text, command.language, command.declaredRisk);
    const CommandRisk filled
        = riskOf(fill(command.text, command.language, values).text, command.language, command.declaredRisk);
    return filled.risk > written.risk ? filled : written;
}

bool isOpen(const ParameterValue &value)
{
    return value.origin == ParameterValue::Origin::Missing || value.origin == ParameterValue::Origin::Refused;
}

const char *groundOf(Risk risk)
{
    switch (risk) {
    case Risk::Read:
        return "bg";
    case Risk::Destroy:
        return "dangerSoft";
    case Risk::Change:
    case Risk::Unknown:
        break;
    }
    return "warnSoft";
}

/** How the head of a card tells what it is about. */
struct Head
{
    Sign sign;
    Token chip;
    const char *ground;
    const char *tone; ///< of the words
    QString words;
};

/** A query is asked in a language that is not read here, and gets no word on its risk. */
Head headOf(bool isQuery, const CommandRisk &risk)
{
    if (isQuery)
        return { { CommandCard::tr("Query"), u"search"_s, Token::Muted }, Token::Sunken, "bg", "muted",
                 CommandCard::tr("For your metrics or logs, not for a terminal.") };
    return { signOf(risk.risk), softOf(risk.risk), groundOf(risk.risk), risk.risk == Risk::Read ? "muted" : nullptr, madeVisible(risk.reason) };
}

bool hasHidden(const QList<OddCharacter> &characters)
{
    return std::any_of(characters.begin(), characters.end(),
                       [](const OddCharacter &odd) { return odd.kind == OddCharacter::Kind::Hidden; });
}

QString namesOf(const QList<OddCharacter> &characters)
{
    QStringList names;
    for (const OddCharacter &odd : characters) {
        if (!names.contains(odd.name))
            names.append(odd.name);
    }
    const qsizetype more = names.size() - mostNames;
    const QString listed = names.mid(0, mostNames).join(u", "_s);
    return more > 0 ? CommandCard::tr("%1 and %2 more").arg(listed).arg(more) : listed;
}

} // namespace

CommandCard::CommandCard(const CommandBlock &command, const KnownValues &values, bool replacedBytes, QWidget *parent)
    : QFrame(parent)
    , m_command(command)
    , m_values(values)
    , m_risk(command.isQuery ? CommandRisk() : worstRisk(command, values))
    , m_replacedBytes(replacedBytes)
    , m_copy(new QAction(icon(u"copy"_s), tr("Copy"), this))
    , m_text(new CommandText(this))
    , m_rowsBox(new QWidget(this))
    , m_rows(new QGridLayout(m_rowsBox))
{
    setObjectName(u"commandCard"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("edge", u"control"_s);

    auto *code = makeFrame("codeBg", "bottom", this);
    auto *around = new QVBoxLayout(code);
    around->setContentsMargins(14, 11, 14, 5); // the last line brings room of its own
    around->addWidget(m_text);
    m_rows->setContentsMargins(14, 8, 14, 10);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(4);
    m_rows->setColumnStretch(2, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeOddLine());
    layout->addWidget(code);
    layout->addWidget(m_rowsBox);

    connect(m_copy, &QAction::triggered, this, &CommandCard::copy);
    connect(m_text, &CommandText::seenToEnd, this, &CommandCard::updateCopy);
    refill();
}

QWidget *CommandCard::makeHead()
{
    const Head what = headOf(m_command.isQuery, m_risk);
    QFrame *head = makeFrame(what.ground, "bottom", this);
    head->setObjectName(u"commandHead"_s);
    head->setMinimumHeight(44);
    QLabel *reason = makeLabel(what.words, TextStyle::Small, what.tone, head);
    reason->setWordWrap(true);
    reason->setVisible(!what.words.isEmpty());
    m_hindrance = makeLabel({}, TextStyle::SmallStrong, "danger", head);
    m_hindrance->setObjectName(u"copyHindrance"_s);
    m_hindrance->setWordWrap(true);
    auto *copyButton = new ActionButton(m_copy, ActionButton::Size::Normal, ActionButton::Role::Outlined, head);
    copyButton->setObjectName(u"copyButton"_s);

    auto *words = new QVBoxLayout;
    setMargins(words, 0, 0, 2);
    words->addStretch();
    words->addWidget(reason);
    words->addWidget(m_hindrance);
    words->addStretch();
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(10);
    layout->addWidget(new SignChip(what.sign, what.chip, head), 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);
    layout->addWidget(copyButton);
    return head;
}

QWidget *CommandCard::makeOddLine()
{
    m_oddLine = makeFrame("warnSoft", "bottom", this);
    m_oddLine->setObjectName(u"oddCharacters"_s);
    m_oddNames = makeLabel({}, TextStyle::Small, "warn", m_oddLine);
    m_oddNames->setWordWrap(true);
    m_seenButton = new QPushButton(tr("I have seen it"), m_oddLine);
    m_seenButton->setObjectName(u"seenButton"_s);
    m_seenButton->setProperty("buttonSize", u"small"_s);
    auto *layout = new QHBoxLayout(m_oddLine);
    setMargins(layout, 12, 6, 8);
    layout->addWidget(m_oddNames, 1);
    layout->addWidget(m_seenButton);
    connect(m_seenButton, &QPushButton::clicked, this, [this] {
        m_seen = true;
        updateCopy();
    });
    return m_oddLine;
}

void CommandCard::setValues(const KnownValues &values)
{
    if (values == m_values)
        return;
    m_values = values;
    refill();
}

void CommandCard::refill()
{
    const FilledCommand filled = fill(m_command.text, m_command.language, m_values);
    if (filled == m_filled)
        return;
    m_filled = filled;
    m_text->showCommand(filled, m_command.language);

    const QList<OddCharacter> odd = oddCharacters(filled.text);
    QStringList said;
    if (!odd.isEmpty())
        said.append((m_command.isQuery ? tr("This query has characters that are not what they seem: %1.")
                                       : tr("This command has characters that are not what they seem: %1.")).arg(namesOf(odd)));
    if (m_replacedBytes)
        said.append(tr("The runbook is not UTF-8; some of its bytes could not be read."));
    m_oddNames->setText(said.join(u' '));
    m_oddLine->setVisible(!said.isEmpty());
    m_seenButton->setVisible(hasHidden(odd) || m_replacedBytes);
    fillRows();
    updateCopy();
}

void CommandCard::setDrafts(const std::function<QString(const QString &)> &draftOf)
{
    const auto edits = m_rowsBox->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits)
        edit->setText(draftOf(edit->property("parameter").toString()));
}

void CommandCard::fillRows()
{
    QHash<QString, QString> halfTyped;
    bool hadFocus = false;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (auto *edit = qobject_cast<QLineEdit *>(item->widget())) {
            halfTyped.insert(edit->property("parameter").toString(), edit->text());
            hadFocus = hadFocus || edit->hasFocus();
        }
        item->widget()->hide();
        item->widget()->deleteLater(); // Enter in one of them is what brought us here
        delete item;
    }
    for (const ParameterValue &value : std::as_const(m_filled.parameters))
        addRow(value, halfTyped.value(value.name));
    m_rowsBox->setVisible(!m_filled.parameters.isEmpty());
    if (!hadFocus)
        return;
    for (int i = 0; i < m_rows->count(); ++i) {
        if (auto *edit = qobject_cast<QLineEdit *>(m_rows->itemAt(i)->widget())) {
            edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_text->setFocus(Qt::OtherFocusReason);
}

void CommandCard::addRow(const ParameterValue &value, const QString &halfTyped)
{
    const int row = m_rows->rowCount();
    QString origin = originOf(value);
    if (isOpen(value)) {
        auto *edit = new QLineEdit(halfTyped, m_rowsBox);
        edit->setObjectName(u"value_"_s + value.name);
        edit->setProperty("parameter", value.name);
        edit->setProperty("state", u"missing"_s);
        edit->setAccessibleName(tr("Value for %1").arg(value.name));
        edit->setPlaceholderText(shortened(value.name));
        edit->setMinimumWidth(120);
        connect(edit, &QLineEdit::returnPressed, this, [this, edit, name = value.name] {
            if (const QString typed = edit->text().trimmed(); !typed.isEmpty())
                Q_EMIT valueTyped(name, typed);
        });
        connect(edit, &QLineEdit::textEdited, this,
                [this, name = value.name](const QString &text) { Q_EMIT valueDrafted(name, text); });
        m_rows->addWidget(edit, row, 0);
        if (!value.value.isEmpty())
            origin += u": "_s + shortened(value.value);
        else
            origin += tr(", then press Enter");
    } else {
        QLabel *label = makeLabel(shortened(value.value), TextStyle::Mono, nullptr, m_rowsBox);
        label->setToolTip(madeVisible(value.value));
        m_rows->addWidget(label, row, 0);
    }
    m_rows->addWidget(makeLabel(shortened(value.name), TextStyle::Small, nullptr, m_rowsBox), row, 1);
    QLabel *where = makeLabel(origin, TextStyle::Small, isOpen(value) ? "danger" : "muted", m_rowsBox);
    where->setWordWrap(true);
    m_rows->addWidget(where, row, 2);
}

QString CommandCard::hindrance() const
{
    if (!m_filled.isComplete()) {
        const TextSpan &open = m_filled.open.first();
        return tr("Fill in %1 first").arg(shortened(m_filled.text.sliced(open.start, open.length)));
    }
    if (m_command.isQuery && !isQueryText(m_filled.text))
        return tr("Filled in so, it is no query");
    if (!m_seen && m_seenButton->isVisibleTo(m_oddLine))
        return tr("Look at the marked characters first");
    if (!m_text->isSeenToEnd())
        return tr("Scroll to its end first");
    return {};
}

void CommandCard::updateCopy()
{
    const QString why = hindrance();
    m_hindrance->setText(why);
    m_hindrance->setVisible(!why.isEmpty());
    m_copy->setEnabled(why.isEmpty());
    m_copy->setToolTip(why.isEmpty() ? tr("Copy it as shown") : why);
    m_seenButton->setEnabled(!m_seen);
}

void CommandCard::showKey(const QKeySequence &key)
{
    m_copy->setShortcut(key); // shown only: the action is in no widget, so the key is the window's
}

void CommandCard::copy()
{
    if (hindrance().isEmpty()) {
        const QString text = copyable(m_filled.text);
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT copied(text, m_risk.risk);
        return;
    }
    if (auto *edit = m_rowsBox->findChild<QLineEdit *>(); edit && !m_filled.isComplete())
        edit->setFocus(Qt::ShortcutFocusReason);
    else if (!m_seen && m_seenButton->isVisibleTo(m_oddLine))
        m_seenButton->setFocus(Qt::ShortcutFocusReason);
    else
        m_text->setFocus(Qt::ShortcutFocusReason);
}

} // namespace Handrail
