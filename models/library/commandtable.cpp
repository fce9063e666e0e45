// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/commandtable.h"

#include <QFile>
#include <QJsonDocument>

// Q_INIT_RESOURCE declares a function of the global namespace; without the call a static library's resources are not linked.
static void initialiseRiskResource()
{
    Q_INIT_RESOURCE(risk);
}

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** One object of all the files; the names that share rules ("oc" and "kubectl") each get an entry of their own. */
QJsonObject loadTable()
{
    initialiseRiskResource();
    QJsonObject table;
    const QStringList files = { u"kubernetes"_s, u"cloud"_s, u"data"_s, u"system"_s, u"development"_s };
    for (const QString &name : files) {
        QFile file(u":/risk/%1.json"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QJsonParseError error;
        const QJsonObject tools = QJsonDocument::fromJson(file.readAll(), &error).object();
        Q_ASSERT_X(error.error == QJsonParseError::NoError, "risk table", qPrintable(name + error.errorString()));
        for (auto tool = tools.begin(); tool != tools.end(); ++tool) {
            for (const QString &alias : tool.key().split(u' '))
                table.insert(alias, tool.value());
        }
    }
    return table;
}

} // namespace

const QJsonObject &commandTable()
{
    static const QJsonObject table = loadTable();
    return table;
}

bool isKnownTool(const QString &name)
{
    return commandTable().contains(name);
}

} // namespace Handrail
