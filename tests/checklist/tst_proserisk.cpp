// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/proserisk.h"

#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;

/** What a step without a command tells to do. A change in words must not be called a look. */
class TestProseRisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsOnlyALook_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("looks");
        for (const QString &look : { u"Look at the dashboard"_s, u"Check when it was last released"_s, u"Is the disk full?"_s,
                                     u"See who restarted it, and when"_s, u"Ask for help in #ops"_s, u"Call the second person on call"_s,
                                     u"The restart may have failed; read the log"_s, u"Write down what you saw"_s.replace(u"Write"_s, u"Note"_s),
                                     u"Verify that the service is running"_s, u"Compare the time with the start of the alert"_s,
                                     u"Find the host's update history"_s })
            QTest::newRow(qPrintable(look)) << look << true;
        for (const QString &change : { u"Promote the standby, and delete the old primary"_s, u"Restart the database server by hand"_s,
                                       u"Check the log, then restart the pod"_s, u"You may need to scale up the deployment"_s,
                                       u"If it is stuck:\nkill it"_s, u"Manually fail over to the other region"_s, u"Roll back"_s,
                                       u"Please drain the node."_s, u"Turn off the feature flag"_s, u"Try rebooting? No: reboot it"_s,
                                       u"Consider the cost; increase the limit"_s, u"Shut it down"_s, u"Re-run the job"_s })
            QTest::newRow(qPrintable(change)) << change << false;
    }

    void saysWhatIsOnlyALook()
    {
        QFETCH(QString, text);
        QFETCH(bool, looks);
        QCOMPARE(riskOfProse(text) == Risk::Read, looks);
    }
};

QTEST_GUILESS_MAIN(TestProseRisk)
#include "tst_proserisk.moc"
