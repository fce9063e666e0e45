// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace Handrail {

/** Three columns of boxes with arrows between: what needs a service, the service, what it needs. A box is a button that goes there. */
class DependencyPicture : public QWidget
{
    Q_OBJECT
public:
    explicit DependencyPicture(QWidget *parent = nullptr);

    void show(const Catalog &catalog, const QString &service);

Q_SIGNALS:
    void servicePressed(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *makeBox(const Catalog &catalog, const QString &name, bool isThis);
    void fill(int column, const QString &head, const QList<QPushButton *> &boxes);

    QGridLayout *m_columns;
    QList<QPushButton *> m_needing;
    QPushButton *m_this = nullptr;
    QList<QPushButton *> m_needed;
};

} // namespace Handrail
