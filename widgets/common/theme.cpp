// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include "widgets/common/textstyle.h"
#include "widgets/common/tokens.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QStyleHints>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The system's font; a readable one where no desktop has a say and Qt falls back to "Sans Serif, 9". */
QFont systemFont(const QFont &given)
{
    if (given.family() != u"Sans Serif" && given.family() != u"Sans" && given.family() != u"Helvetica")
        return given;
    const QStringList known = QFontDatabase::families();
    for (const QString &wanted : { u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s }) {
        if (known.contains(wanted))
            return QFont(wanted, 10);
    }
    return given;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemFont(systemFont(application.font()))
    , m_systemPalette(QApplication::palette())
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    apply();
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void Theme::setZoom(int steps)
{
    const int zoom = std::clamp(steps, -3, 10);
    if (std::exchange(m_zoom, zoom) != zoom)
        apply();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const auto scheme = QGuiApplication::styleHints()->colorScheme(); scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return isDark(m_systemPalette);
}

void Theme::apply()
{
    const bool dark = m_appearance == Appearance::System ? systemIsDark() : m_appearance == Appearance::Dark;
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QFont font = m_systemFont;
    font.setPointSizeF(m_systemFont.pointSizeF() * std::pow(1.1, m_zoom));

    QApplication::setPalette(palette);
    QApplication::setFont(font);
    QFile sheet(u":/theme/handrail.qss"_s);
    if (sheet.open(QIODevice::ReadOnly))
        m_application.setStyleSheet(withColors(QString::fromUtf8(sheet.readAll()), palette) + textStyleRules(font));
}

} // namespace Handrail
