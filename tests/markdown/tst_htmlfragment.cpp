// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmlfragment.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

/** Markdown as HTML, compared with tests/data/htmlfragment. */
class TestHtmlFragment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfBlock()
    {
        const QString markdown = QString::fromUtf8(Testing::fixture(u"htmlfragment/fragment.md"_s));
        const QString html = htmlFragment(markdown);
        QVERIFY(Testing::equalsFixture(html.toUtf8(), u"htmlfragment/fragment.html"_s));
        for (const QString &never : { u"<img"_s, u"<script"_s, u"<div"_s, u"javascript"_s })
            QVERIFY2(!html.contains(never), qPrintable(never));
    }
};

QTEST_GUILESS_MAIN(TestHtmlFragment)
#include "tst_htmlfragment.moc"
