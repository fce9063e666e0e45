// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Handrail::Bench {

/** Milliseconds that @p work takes. */
double timed(const std::function<void()> &work);
/** Milliseconds that a program takes from its start to its end; its output is thrown away. */
double timed(const QString &program, const QStringList &arguments);

double median(QList<double> values);
double quantile(QList<double> values, double part); ///< @p part: 0 to 1

/** The figures, one by one as they are measured: a line of a table each, and all of them as JSON at the end. */
class Figures
{
public:
    /** @p goal as written in the targets; empty when there is none. */
    void add(int target, const QString &what, double value, const QString &unit, const QString &goal);
    QByteArray json() const;

private:
    QJsonArray m_figures;
};

} // namespace Handrail::Bench
