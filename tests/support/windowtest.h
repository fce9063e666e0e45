// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop.h"
#include "support/testing.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QListView>
#include <QMainWindow>
#include <QPushButton>
#include <QTemporaryDir>

namespace Handrail::Testing {

/** A test of the real window with the real stores: each function has a home of its own, and an alert is pasted as a person does. */
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Desktop> m_desktop;

    static QMainWindow *window()
    {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (auto *found = qobject_cast<QMainWindow *>(widget))
                return found;
        }
        return nullptr;
    }

    template<typename T>
    static T *find(const char *name)
    {
        return window()->findChild<T *>(QString::fromLatin1(name));
    }

    static bool isShown(const char *name)
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }

    void open(const QStringList &libraries = {})
    {
        DesktopOptions options;
        options.libraries = libraries;
        options.settingsFile = m_home->filePath(QStringLiteral("handrail.ini"));
        options.dataFolder = m_home->filePath(QStringLiteral("data"));
        options.cacheFolder = m_home->filePath(QStringLiteral("cache"));
        m_desktop = std::make_unique<Desktop>(*qApp, options);
        m_desktop->show();
        window()->resize(1280, 800); // wider than the offscreen screen, to which it keeps by itself
        QVERIFY(QTest::qWaitForWindowExposed(window()));
    }

    void openWithSamples(const QStringList &libraries = {})
    {
        open(libraries);
        auto *samples = find<QAction>("useSamples");
        QVERIFY(samples);
        samples->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isShown("pasteEdit"), 20000);
    }

    static void writeFile(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static void copyAlert(const QString &name)
    {
        QFile file(QStringLiteral(":/samples/alerts/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QGuiApplication::clipboard()->setText(QString::fromUtf8(file.readAll()));
    }

    static void pasteOnHome()
    {
        find<QWidget>("pasteEdit")->setFocus();
        QTest::keyClick(find<QWidget>("pasteEdit"), Qt::Key_V, Qt::ControlModifier);
    }

    static QString notice()
    {
        const auto *bar = find<QWidget>("noticeBar");
        return bar->isVisible() ? bar->accessibleName() : QString();
    }

    void startFirstIncident()
    {
        copyAlert(QStringLiteral("1-alertmanager-webhook.json"));
        pasteOnHome();
        QTRY_VERIFY(isShown("matchList"));
        QTRY_VERIFY(find<QPushButton>("startRunbook")->isEnabled());
        QTest::keyClick(find<QWidget>("matchList"), Qt::Key_Return);
        QTRY_VERIFY(isShown("stepTitle"));
    }

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void cleanup()
    {
        m_desktop.reset();
        m_home.reset();
    }
};

} // namespace Handrail::Testing
