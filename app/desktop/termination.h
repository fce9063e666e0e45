// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Handrail {

/**
 * What the system ends a program with (SIGTERM, SIGHUP, SIGINT) becomes requested(): windows close as if the user had quit, and
 * what is half typed is kept. A second SIGTERM or SIGINT ends the program at once; what was ignored before stays so. On Windows a session's
 * end closes windows by itself. One at a time.
 */
class Termination : public QObject
{
    Q_OBJECT
public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override;

Q_SIGNALS:
    void requested();
};

} // namespace Handrail
