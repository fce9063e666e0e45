// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Handrail {

/** Letters and digits only, in lower case: "Alert Name", "alert_name" and "alertName" are one word. */
QString foldedWord(QStringView text);

/** The words of @p text in lower case, cut at what is no letter or digit. */
QStringList splitWords(QStringView text);

/** Whether @p value is nothing: empty, "null", quotes around nothing, or a template's place that was never filled in. */
bool isNoValue(QStringView value);

/** Whether @p value is one http or https address and nothing else. */
bool isWebAddress(QStringView value);

/** The http and https addresses in running text, without the punctuation after them. */
QStringList webAddressesIn(const QString &text);

/** @p text with "&lt;", "&amp;" and their like as the characters they stand for. */
QString withoutEntities(const QString &text);

} // namespace Handrail
