// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/dashboards.h"

#include "catalog/catalogreader.h"
#include "library/dashboardlinks.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

Runbook runbookOf(const QString &path, const QByteArray &text)
{
    return runbookFromBytes({ u"/library"_s, path }, text, {});
}

const char *const slow = R"(---
dashboards:
  - title: Orders
    url: https://grafana.shop.example/d/orders
  - https://grafana.shop.example/d/red?ns={namespace}
---
# Checkout is slow

Look at [the queue](https://grafana.shop.example/d/queue) and **[orders](https://grafana.shop.example/d/orders)**,
then https://log.shop.example/app/discover#/?q=x. [The wiki](https://wiki.shop.example/a) is no dashboard.

| where | what |
|---|---|
| [traces](https://jaeger.shop.example/search) | slow |

```sh
curl https://grafana.shop.example/d/in-a-command
```
)";

} // namespace

class TestDashboards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThoseInTheText()
    {
        const QList<LinkedDashboard> found = dashboardsLinkedIn(runbookOf(u"a.md"_s, slow).document.root);
        QCOMPARE(found.size(), 4);
        QVERIFY(found.at(0) == (LinkedDashboard { { u"the queue"_s, u"https://grafana.shop.example/d/queue"_s }, 9 }));
        QVERIFY(found.at(1) == (LinkedDashboard { { u"orders"_s, u"https://grafana.shop.example/d/orders"_s }, 9 }));
        QCOMPARE(found.at(2).link.url, u"https://log.shop.example/app/discover#/?q=x"_s); // without the sentence's full stop
        QCOMPARE(found.at(3).link.title, u"traces"_s);
    }

    void addsUpAllWhoNameOne()
    {
        Catalog catalog;
        readCatalogFile(u"/library"_s, u"handrail.yaml"_s,
                        "services:\n  - name: checkout\n    dashboards:\n      - https://grafana.shop.example/d/orders\n", catalog);
        const QList<Dashboard> dashboards
            = dashboardsOf(*catalog.find(u"checkout"_s), { runbookOf(u"checkout/slow.md"_s, slow), runbookOf(u"b.md"_s, "# B\n") });
        QCOMPARE(dashboards.size(), 5);
        QCOMPARE(dashboards.at(0).link.title, u"Orders"_s); // the catalogue gives none, the front matter does
        QVERIFY(dashboards.at(0).by == Dashboard::By::Catalog);
        QVERIFY(dashboards.at(0).source == (FactSource { u"handrail.yaml"_s, 4 }));
        QVERIFY(dashboards.at(1).by == Dashboard::By::FrontMatter);
        QVERIFY(dashboards.at(1).source == (FactSource { u"checkout/slow.md"_s, 0 }));
        QVERIFY(dashboards.at(2).by == Dashboard::By::RunbookText);
        QVERIFY(dashboards.at(2).source == (FactSource { u"checkout/slow.md"_s, 9 }));
        QVERIFY(dashboards.at(3).system == DashboardSystem::Kibana);
        QVERIFY(dashboards.at(4).system == DashboardSystem::Jaeger);
    }
};

QTEST_GUILESS_MAIN(TestDashboards)
#include "tst_dashboards.moc"
