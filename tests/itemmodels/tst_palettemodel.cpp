// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Handrail;
using namespace Qt::StringLiterals;
using Kind = PaletteItem::Kind;

class TestPaletteModel : public QObject {
    Q_OBJECT

private:
    PaletteModel m_model;
    QAbstractItemModelTester m_tester { &m_model, QAbstractItemModelTester::FailureReportingMode::Fatal };

    static PaletteItem item(Kind kind, const QString &title, int id)
    {
        return { kind, title, {}, {}, u"runbook"_s, {}, id };
    }

    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < m_model.rowCount(); ++row)
            titles.append(m_model.index(row).data().toString());
        return titles;
    }

private Q_SLOTS:
    void init()
    {
        QList<PaletteItem> items { item(Kind::Action, u"Check for problems"_s, 0), item(Kind::Runbook, u"Ache"_s, 1),
                                   item(Kind::Runbook, u"Checkout is slow"_s, 2), item(Kind::Incident, u"Checkout"_s, 3) };
        m_model.setItems(items);
        m_model.setTyped({});
    }

    void kindsStandInOrderAndTheBestOfEachFirst()
    {
        QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
        m_model.setTyped(u"  che "_s);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(titles(), (QStringList { u"Checkout"_s, u"Checkout is slow"_s, u"Ache"_s, u"Check for problems"_s }));
        QVERIFY(m_model.row(m_model.index(1)).startsKind);
        QVERIFY(!m_model.row(m_model.index(2)).startsKind);
        QCOMPARE(m_model.row(m_model.index(1)).marks, (QList<TextSpan> { { 0, 3 } }));
        QCOMPARE(m_model.row(m_model.index(1)).item.id, 2);
    }

    void nothingFits()
    {
        m_model.setTyped(u"zebra"_s);
        QCOMPARE(m_model.rowCount(), 0);
        QCOMPARE(m_model.fitting(), 0);
    }

    void ofManyTheFirstFewAreShown()
    {
        QList<PaletteItem> many;
        for (int i = 0; i < 10'000; ++i)
            many.append(item(Kind::Runbook, u"Runbook number %1 of the checkout service"_s.arg(i), i));
        m_model.setItems(many);
        QElapsedTimer timer;
        timer.start();
        m_model.setTyped(u"che 99"_s);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed()))); // 100 ms without the sanitizers
        QVERIFY(m_model.rowCount() < 20);
        QVERIFY(m_model.fitting() > 100);
    }
};

QTEST_GUILESS_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
