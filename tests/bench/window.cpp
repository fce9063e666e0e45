// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures how long the window stands still: while git exchanges all files of a library and somebody types, and when
// far too much is pasted.

#include "app/desktop/desktop.h"
#include "search/searchwords.h"
#include "store/runbookindexstore.h"
#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"

#include <QApplication>
#include <QClipboard>
#include <QCommandLineParser>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

#include <sys/resource.h>

using namespace Handrail;
using namespace Handrail::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int switches = 20;
constexpr int patience = 300'000; // ms
const QString mark = u"zebrafinch"_s; ///< stands in every file of one branch and in none of the other

/** How long the event loop did not come round, ms: what a key or a picture had to wait. */
class Stillness
{
public:
    Stillness()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_gaps.append(double(m_since.nsecsElapsed()) / 1e6 - every); m_since.restart(); });
        m_since.start();
        m_timer.start(every);
    }
    double p99() const { return quantile(m_gaps, 0.99); }
    double worst() const { return quantile(m_gaps, 1); }

private:
    static constexpr int every = 5; // ms
    QTimer m_timer;
    QElapsedTimer m_since;
    QList<double> m_gaps;
};

void wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void press(QWidget *where, int key, Qt::KeyboardModifiers modifiers = {}, const QString &text = {})
{
    for (const QEvent::Type type : { QEvent::KeyPress, QEvent::KeyRelease }) {
        QKeyEvent event(type, key, modifiers, text);
        QCoreApplication::sendEvent(where, &event);
    }
}

QMainWindow *window()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<QMainWindow *>(widget))
            return found;
    }
    qFatal("There is no window.");
}

template<typename T>
T *find(const char *name)
{
    auto *found = window()->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("The window has no %s.", name);
    return found;
}

void git(const QString &folder, const QStringList &arguments)
{
    QProcess program;
    program.setWorkingDirectory(folder);
    program.start(u"git"_s, QStringList { u"-c"_s, u"user.name=a"_s, u"-c"_s, u"user.email=a@example.org"_s, u"-c"_s, u"gc.auto=0"_s } + arguments);
    QEventLoop loop;
    QObject::connect(&program, &QProcess::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (program.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), program.readAllStandardError().constData());
}

/** Every file says something else on the branch "other". */
void makeBranches(const QString &folder)
{
    git(folder, { u"init"_s, u"-q"_s, u"-b"_s, u"first"_s });
    git(folder, { u"add"_s, u"."_s });
    git(folder, { u"commit"_s, u"-q"_s, u"-m"_s, u"first"_s });
    git(folder, { u"switch"_s, u"-q"_s, u"-c"_s, u"other"_s });
    QDirIterator files(folder, { u"*.md"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::WriteOnly | QIODevice::Append))
            file.write("\n" + mark.toUtf8() + "\n");
    }
    git(folder, { u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"other"_s });
    git(folder, { u"switch"_s, u"-q"_s, u"first"_s });
}

bool isRead()
{
    return find<QLabel>("indexState")->text().startsWith(u"Index ready"_s);
}

/** How many runbooks have the mark, counted by a search as the user makes one. */
qsizetype marked(const RunbookIndexStore &index, int most)
{
    const auto hits = index.search(parseQuery(mark), most);
    return hits ? hits->size() : -1;
}

void measureSwitching(const QString &folder, const RunbookIndexStore &index, int count, Figures &figures)
{
    auto *box = find<QPlainTextEdit>("pasteEdit");
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, box, [box] { press(box, Qt::Key_A, {}, u"a"_s); });
    typing.start(83ms);
    const Stillness stillness;
    for (int i = 0; i <= switches; ++i)
        git(folder, { u"switch"_s, u"-q"_s, i % 2 == 0 ? u"other"_s : u"first"_s });
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < patience && !(marked(index, count + 1) == count && isRead()))
        wait(100ms);
    figures.add(0, u"%1 files, git switches all of them %2 times: the index is that of the last"_s.arg(count).arg(switches + 1),
                double(since.elapsed()) / 1000, u"s"_s, u"<= 10"_s);
    figures.add(0, u"meanwhile the window stood still, p99"_s, stillness.p99(), u"ms"_s, u"<= 100"_s);
    figures.add(0, u"meanwhile the window stood still, worst"_s, stillness.worst(), u"ms"_s, {});
    typing.stop();
    box->clear();
}

double peakMemory()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void measurePasting(QWidget *where, const QString &name, const QString &text, Figures &figures)
{
    QGuiApplication::clipboard()->setText(text);
    where->setFocus();
    wait(50ms);
    const double before = peakMemory();
    const Stillness stillness;
    const double answered = timed([where] { press(where, Qt::Key_V, Qt::ControlModifier); });
    wait(1500ms);
    figures.add(0, name + u": key handled"_s, answered, u"ms"_s, u"<= 1000"_s);
    figures.add(0, name + u": the window stood still, worst"_s, stillness.worst(), u"ms"_s, u"<= 1000"_s);
    figures.add(0, name + u": more memory"_s, peakMemory() - before, u"MiB"_s, u"<= 300"_s);
}

void measureLargePastes(Figures &figures)
{
    const QString line(100'000'000, u'x');
    const QString lines = u"level=error msg=\"no disk left\"\n"_s.repeated(3'300'000);
    for (const auto &[what, text] : { std::pair(u"100 MB in one line"_s, line), std::pair(u"100 MB in many lines"_s, lines) }) {
        find<QAction>("Home")->trigger();
        measurePasting(find<QWidget>("pasteEdit"), what + u" as an alert"_s, text, figures);
        find<QAction>("findEverywhere")->trigger();
        measurePasting(find<QWidget>("librarySearch"), what + u" in the search"_s, text, figures);
        find<QAction>("palette")->trigger();
        wait(50ms);
        measurePasting(find<QWidget>("paletteEdit"), what + u" in the palette"_s, text, figures);
        press(find<QWidget>("paletteEdit"), Qt::Key_Escape);
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures how long the window stands still under load."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"FOLDER"_s, u"Markdown files to make a library of"_s);
    const QCommandLineOption files(u"files"_s, u"Size of the library (10000)."_s, u"N"_s, u"10000"_s);
    parser.addOption(files);
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const int count = parser.value(files).toInt();
    const QTemporaryDir home;
    const QString library = home.filePath(u"library"_s);
    makeCorpus(parser.positionalArguments().first(), library, count);
    makeBranches(library);

    Figures figures;
    DesktopOptions options;
    options.libraries = { library };
    options.settingsFile = home.filePath(u"handrail.ini"_s);
    options.dataFolder = home.filePath(u"data"_s);
    options.cacheFolder = home.filePath(u"cache"_s);
    Desktop desktop(application, options);
    desktop.show();
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < patience && !isRead())
        wait(100ms);
    const RunbookIndexStore index(options.cacheFolder + u'/' + RunbookIndexStore::fileName());
    measureSwitching(library, index, count, figures);
    measureLargePastes(figures);
    return 0;
}
