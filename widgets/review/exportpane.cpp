// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/exportpane.h"

#include "itemmodels/listmodels.h"
#include "widgets/checklist/spokenrows.h"
#include "widgets/common/choicebox.h"
#include "widgets/common/choicelist.h"
#include "widgets/common/parts.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/segmentedswitch.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 6;
constexpr ExportFormat formats[] = { ExportFormat::Markdown, ExportFormat::WebPage, ExportFormat::Pdf, ExportFormat::JsonLines };

QString placeText(const HiddenPlace &place)
{
    return place.part.isEmpty() ? ExportPane::tr("line %1").arg(place.line)
                                : ExportPane::tr("%1, line %2").arg(place.part).arg(place.line);
}

/** What is hidden over where. */
class HiddenPlaceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto place = index.data(HiddenPlaceModel::ValueRole).value<HiddenPlace>();
        painter->save();
        const RowPainter row(*painter, option);
        row.ground(index.row() + 1 < index.model()->rowCount());
        const QRect box = option.rect.adjusted(12, 4, -12, -4);
        row.sign({ box.left(), box.center().y() - 7 }, 14, u"lock"_s, Token::Muted);
        const QRect words = box.adjusted(24, 0, 0, 0);
        const int half = words.height() / 2;
        row.text(QRect(words.left(), words.top(), words.width(), half), place.kind, TextStyle::Body);
        row.text(QRect(words.left(), words.top() + half, words.width(), half), placeText(place), TextStyle::Small, Token::Muted);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return { 120, std::max(44, 2 * QFontMetrics(option.font).height() + 10) };
    }
};

QLabel *makeWords(const char *name, QWidget *parent)
{
    QLabel *label = makeLabel({}, TextStyle::Small, "muted", parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

ExportPane::ExportPane(QAction *exportNow, QWidget *parent)
    : QFrame(parent)
    , m_format(new ChoiceBox(this))
    , m_names(new SegmentedSwitch(u"exportNames"_s, tr("People"), { tr("Names"), tr("Roles") }, this))
    , m_document(new QWidget(this))
    , m_whole(makeWords("wholeExport", this))
    , m_hiddenHead(makeLabel({}, TextStyle::EmphasisStrong, nullptr, m_document))
    , m_kinds(makeWords("hiddenKinds", m_document))
    , m_places(new HiddenPlaceModel(this))
    , m_list(new ChoiceList(u"hiddenPlaces"_s, tr("What is hidden in this export"),
                            new SpokenRows(m_places,
                                           [](const QModelIndex &index) {
                                               const auto place = index.data(HiddenPlaceModel::ValueRole).value<HiddenPlace>();
                                               return place.kind + u", "_s + placeText(place);
                                           },
                                           [](const QModelIndex &) { return tr("Shows the place and what is hidden there"); }, this),
                            new HiddenPlaceDelegate(this), m_document))
    , m_shown(makeWords("hiddenText", m_document))
    , m_leftOut(makeWords("leftOut", m_document))
    , m_copy(makeLinkButton(tr("Copy as Markdown"), u"copy"_s, this))
{
    setObjectName(u"exportPane"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", u"surface"_s);
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format of the export"));
    for (const ExportFormat format : formats)
        m_format->addItem(nameOf(format));
    m_hiddenHead->setObjectName(u"hiddenCount"_s);
    m_list->setProperty("edge", u"card"_s);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whole->setText(tr("Everything of this incident, to keep or to import again. Nothing is hidden in it: secrets stand there as they "
                        "were typed. It is not for sharing. Attached files are not in it."));
    setStyleProperty(m_whole, "tone", u"warn"_s);
    m_copy->setObjectName(u"copyDocument"_s);
    auto *exportButton = new ActionButton(exportNow, ActionButton::Size::Big, ActionButton::Role::Primary, this);
    exportButton->setObjectName(u"exportButton"_s);

    auto *inside = new QVBoxLayout(m_document);
    setMargins(inside, 0, 0, 8);
    inside->addWidget(makeLabel(tr("People are called by their"), TextStyle::Small, "muted", this));
    inside->addWidget(m_names);
    inside->addSpacing(8);
    inside->addWidget(m_hiddenHead);
    inside->addWidget(m_kinds);
    inside->addWidget(m_list);
    inside->addWidget(m_shown);
    inside->addWidget(m_leftOut);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFrame *content = makeFrame("surface", nullptr, scroll);
    auto *choices = new QVBoxLayout(content);
    setMargins(choices, 16, 12, 8);
    choices->addWidget(makeLabel(tr("Export as"), TextStyle::Small, "muted", this));
    choices->addWidget(m_format);
    choices->addWidget(m_whole);
    choices->addWidget(m_document);
    choices->addStretch(1);
    scroll->setWidget(content);
    auto *below = new QVBoxLayout; // always in sight
    setMargins(below, 16, 12, 8);
    below->addWidget(m_copy, 0, Qt::AlignLeft);
    below->addWidget(exportButton);
    auto *layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addLayout(below);

    connect(m_format, &QComboBox::activated, this, [this] {
        showFacts();
        Q_EMIT formatChosen();
    });
    connect(m_names, &SegmentedSwitch::chosenChanged, this, &ExportPane::namesChosen);
    connect(m_list, &ChoiceList::chosen, this, [this](const QModelIndex &index) {
        m_chosen = index.data(HiddenPlaceModel::ValueRole).value<HiddenPlace>();
        Q_EMIT placeChosen(m_chosen);
    });
    connect(m_copy, &QPushButton::clicked, this, &ExportPane::copyWanted);
    showFacts();
}

void ExportPane::choose(ExportFormat format, bool namesAsRoles)
{
    m_format->setCurrentIndex(int(format));
    m_names->choose(namesAsRoles ? 1 : 0);
    showFacts();
}

ExportFormat ExportPane::format() const
{
    return formats[m_format->currentIndex()];
}

bool ExportPane::namesAsRoles() const
{
    return m_names->chosen() == 1;
}

void ExportPane::showLeaving(const LeavingDocument &leaving)
{
    m_leaving = leaving;
    m_places->setValues(leaving.hidden);
    m_chosen = {};
    m_shown->clear();
    showFacts();
}

void ExportPane::showHiddenTexts(const HiddenPlace &place, const QStringList &texts)
{
    if (place != m_chosen)
        return;
    m_shown->setText(texts.isEmpty() ? tr("What was hidden here is not in the incident: the mask was written by hand.")
                                     : tr("Hidden here: %1. Only this window shows it.").arg(texts.join(tr(" or "))));
    m_shown->show();
}

void ExportPane::showFacts()
{
    const bool isDocument = format() != ExportFormat::JsonLines;
    m_document->setVisible(isDocument);
    m_copy->setVisible(isDocument);
    m_whole->setVisible(!isDocument);
    QMap<QString, int> counts;
    for (const HiddenPlace &place : std::as_const(m_leaving.hidden))
        ++counts[place.kind];
    QStringList kinds;
    for (auto kind = counts.cbegin(); kind != counts.cend(); ++kind)
        kinds.append(tr("%1: %2").arg(kind.key()).arg(kind.value()));
    m_hiddenHead->setText(counts.isEmpty() ? tr("Nothing is hidden") : tr("Hidden in this export: %1").arg(m_leaving.hidden.size()));
    m_kinds->setText(counts.isEmpty() ? tr("No passwords, keys or tokens were found. Read it once before you share it.")
                                      : kinds.join(u", "_s) + tr(". Your notes themselves stay as they are."));
    m_list->fitRows(mostRows);
    m_leftOut->setVisible(!m_leaving.leftOut.isEmpty());
    m_leftOut->setText(tr("Left out, for nothing stands there yet: %1").arg(m_leaving.leftOut.join(u", "_s)));
    m_shown->setVisible(!m_shown->text().isEmpty());
}

} // namespace Handrail
