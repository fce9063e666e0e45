// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "store/incidentstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** incidentwriter FOLDER INCIDENT: adds notes until it is killed, and prints the id of each once it is on the disk. */
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const SystemClock clock;
    const auto store = IncidentStore::open(arguments.at(1), clock);
    if (!store) {
        std::printf("%s\n", qUtf8Printable(store.problem().text));
        return 3;
    }
    std::printf("open\n");
    std::fflush(stdout);
    for (int number = 1;; ++number) {
        TimelineEntry note = noteEntry({ arguments.at(2), u"writer"_s, clock.now() }, NoteKind::Note, QString::number(number));
        note.document = QString(number % 50 * 100, u'x');
        const auto written = (*store)->append(note).result();
        if (!written)
            return 3;
        std::printf("%s\n", qUtf8Printable(written->id));
        std::fflush(stdout);
    }
}
