// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/leavingdocument.h"
#include "widgets/review/exportformat.h"

#include <QFrame>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;

namespace Handrail {

class ChoiceList;
class HiddenPlaceModel;
class SegmentedSwitch;

/** What leaves and how: the format, names or roles, and every place where something is hidden. */
class ExportPane : public QFrame
{
    Q_OBJECT
public:
    explicit ExportPane(QAction *exportNow, QWidget *parent = nullptr);

    void choose(ExportFormat format, bool namesAsRoles); ///< without a signal
    ExportFormat format() const;
    bool namesAsRoles() const;

    void showLeaving(const LeavingDocument &leaving);
    void showHiddenTexts(const HiddenPlace &place, const QStringList &texts); ///< what stands under @p place, if it is still the one chosen

Q_SIGNALS:
    void formatChosen();
    void namesChosen();
    void placeChosen(const Handrail::HiddenPlace &place);
    void copyWanted();

private:
    void showFacts();

    QComboBox *m_format;
    SegmentedSwitch *m_names;
    QWidget *m_document; ///< what concerns documents alone
    QLabel *m_whole; ///< what is to be known of JSON Lines
    QLabel *m_hiddenHead;
    QLabel *m_kinds;
    HiddenPlaceModel *m_places;
    ChoiceList *m_list;
    QLabel *m_shown;
    QLabel *m_leftOut;
    QPushButton *m_copy;
    LeavingDocument m_leaving;
    HiddenPlace m_chosen;
};

} // namespace Handrail
