// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace Handrail {

/** Dresses the application: palette, style sheet and text sizes, in light or dark as the system or the user wants it. */
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Appearance { System, Light, Dark };

    explicit Theme(QApplication &application, QObject *parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    int zoom() const { return m_zoom; }
    void setZoom(int steps); ///< of a tenth each; 0: the system's size

private:
    void apply();
    bool systemIsDark() const;

    QApplication &m_application;
    QFont m_systemFont;
    QPalette m_systemPalette;
    Appearance m_appearance = Appearance::System;
    int m_zoom = 0;
};

} // namespace Handrail
