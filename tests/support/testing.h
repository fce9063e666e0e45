// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTest>

namespace Handrail::Testing {

/** Bytes of a fixture, named relative to tests/data. The test fails when there is no such file. */
QByteArray fixture(const QString &name);

/** Names, relative to tests/data, of the fixtures in @p folder that end in one of @p endings, sorted. */
QStringList fixtures(const QString &folder, const QStringList &endings);

/**
 * Compares @p actual with the fixture @p name. When they differ, what came out is written beside it as <name>.actual: look at
 * it, then rename it or mend the code.
 */
bool equalsFixture(const QByteArray &actual, const QString &name);

} // namespace Handrail::Testing
