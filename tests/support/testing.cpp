// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"

#include <QDir>
#include <QFile>

namespace Handrail::Testing {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(TEST_DATA) + u'/' + name;
}

} // namespace

QByteArray fixture(const QString &name)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::qFail(qPrintable(u"No fixture "_s + name), __FILE__, __LINE__);
        return {};
    }
    return file.readAll();
}

QStringList fixtures(const QString &folder, const QStringList &endings)
{
    QStringList names;
    const QStringList files = QDir(pathOf(folder)).entryList(QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return file.endsWith(ending); }))
            names.append(folder + u'/' + file);
    }
    return names;
}

bool equalsFixture(const QByteArray &actual, const QString &name)
{
    QFile expected(pathOf(name));
    if (expected.open(QIODevice::ReadOnly) && expected.readAll() == actual)
        return true;
    QFile seen(pathOf(name + u".actual"_s));
    if (seen.open(QIODevice::WriteOnly))
        seen.write(actual);
    return false;
}

} // namespace Handrail::Testing
