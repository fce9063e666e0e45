// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures how long a runbook takes to stand on the screen as a checklist, beside QTextBrowser showing the same text.

#include "base/settings.h"
#include "library/runbookfile.h"
#include "session/incidentsession.h"
#include "session/workbench.h"
#include "store/runbookindexstore.h"
#include "support/memorylog.h"
#include "tests/bench/measure.h"
#include "widgets/checklist/incidentpage.h"
#include "widgets/common/theme.h"
#include "widgets/window/windowactions.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTextBrowser>

#include <cstdio>

#include <cmark.h>

using namespace Handrail;
using namespace Handrail::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int pairs = 7;
constexpr int width = 1280;
constexpr int height = 800;

double showInBrowser(const QByteArray &markdown)
{
    QTextBrowser browser;
    browser.resize(width, height);
    browser.show();
    QCoreApplication::processEvents();
    return timed([&] {
        char *html = cmark_markdown_to_html(markdown.constData(), size_t(markdown.size()), CMARK_OPT_DEFAULT);
        browser.setHtml(QString::fromUtf8(html));
        free(html);
        (void)browser.grab();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(theme);
    Q_INIT_RESOURCE(syntax);
    const Theme theme(application);
    if (application.arguments().size() != 2) {
        std::fprintf(stderr, "Usage: handrail-bench-opening FILE.md\n");
        return 2;
    }
    const QFileInfo file(application.arguments().last());
    const RunbookRef ref { file.absolutePath(), file.fileName() };
    const auto read = readRunbook(ref);
    if (!read) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(read.problem().text));
        return 3;
    }
    const QTemporaryDir home;
    const RunbookIndexStore index(home.filePath(RunbookIndexStore::fileName()));
    Testing::MemoryLog log;
    Settings settings(home.filePath(u"handrail.ini"_s));
    const SystemClock clock;
    Workbench workbench(index, log, settings, clock);
    QWidget window;
    const WindowActions actions = makeActions(&window);
    IncidentSession session(log, clock);
    IncidentPage page(workbench, session, actions.incident);
    page.resize(width, height);
    page.show();
    page.setActive(true);

    QList<double> ours;
    QList<double> ratios;
    bool isOpen = false;
    QObject::connect(&session, &IncidentSession::opened, &window, [&isOpen] { isOpen = true; });
    for (int pair = 0; pair < pairs; ++pair) {
        isOpen = false;
        // From the press to the picture: the file is read, made into steps, written to a log and shown.
        ours.append(timed([&] {
            IncidentStart start;
            start.runbook = *readRunbook(ref);
            session.start(start);
            while (!isOpen)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            (void)page.grab();
        }));
        ratios.append(ours.last() / showInBrowser(read->text.toUtf8()));
    }
    Figures figures;
    figures.add(14, u"%1 kB as a checklist"_s.arg(read->text.size() / 1000), median(ours), u"ms"_s, u"<= 20"_s);
    figures.add(14, u"the same / QTextBrowser"_s, median(ratios), u"x"_s, u"<= 1.5"_s);
    return 0;
}
