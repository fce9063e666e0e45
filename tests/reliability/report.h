// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Handrail::Reliability {

/** A document that tells by itself whether it is whole, and which it is. */
QByteArray makeReport(int number, int bytes);

/** The number of a report that is whole, 0 of one that is not. */
int numberOfReport(const QByteArray &report);

} // namespace Handrail::Reliability
