// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/libraryfolder.h"

#include <QRandomGenerator>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

namespace {

const QStringList words { u"kafka"_s,  u"broker"_s, u"disk"_s,  u"queue"_s,   u"restart"_s, u"lag"_s,  u"ledger"_s,
                          u"worker"_s, u"memory"_s, u"latency"_s, u"rollback"_s, u"café"_s,    u"node"_s, u"pod"_s };

/** Does to a folder what people and git do to one, at random but every time the same. */
class Changes
{
public:
    explicit Changes(const LibraryFolder &library)
        : m_library(library)
    {
    }

    void add() { write(folder() + u'/' + name()); }

    void oneMore()
    {
        switch (m_random.bounded(10)) {
        case 0:
        case 1:
            return add();
        case 2:
        case 3:
            return write(anyFile());
        case 4:
            return void(QFile::remove(absolute(anyFile())));
        case 5:
            return void(QFile::rename(absolute(anyFile()), absolute(folder() + u'/' + name())));
        case 6:
            return void(QDir().rename(absolute(folder()), absolute(folder() + u"-%1"_s.arg(m_random.bounded(3)))));
        case 7:
            return rewriteUnseen(anyFile());
        case 8:
            return touch(anyFile());
        default:
            return m_random.bounded(4) == 0 ? ignore() : write(anyFile());
        }
    }

private:
    QString word() { return words.at(m_random.bounded(int(words.size()))); }
    QString folder() { return u"team%1"_s.arg(m_random.bounded(4)); }
    QString name() { return word() + QString::number(m_random.bounded(40)) + u".md"_s; }
    QString absolute(const QString &path) const { return m_library.root() + u'/' + path; }

    QString anyFile()
    {
        const QStringList files = m_library.paths();
        return files.isEmpty() ? u"first.md"_s : files.at(m_random.bounded(int(files.size())));
    }

    QByteArray text()
    {
        QString text;
        if (m_random.bounded(3) == 0)
            text = u"---\nservice: %1\nowner: %2\n---\n"_s.arg(word(), word());
        text += u"# About %1\n"_s.arg(word());
        for (int i = 0; i < m_random.bounded(1, 4); ++i)
            text += u"## Kafka%1TooSlow\n%2 %3 %4\n"_s.arg(m_random.bounded(5)).arg(word(), word(), word());
        return text.toUtf8();
    }

    void write(const QString &path) { m_library.write(path, text()); }

    /** Other words of the same size at the same time in the same place. */
    void rewriteUnseen(const QString &path)
    {
        QFile file(absolute(path));
        if (!file.open(QIODevice::ReadWrite))
            return;
        const QDateTime time = file.fileTime(QFileDevice::FileModificationTime);
        QByteArray bytes = file.readAll();
        bytes.replace("disk", "node").replace("lag", "pod");
        file.seek(0);
        file.write(bytes);
        file.flush();
        file.setFileTime(time, QFileDevice::FileModificationTime);
    }

    void touch(const QString &path)
    {
        QFile file(absolute(path));
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(file.fileTime(QFileDevice::FileModificationTime).addSecs(-1), QFileDevice::FileModificationTime);
    }

    void ignore() { m_library.write(folder() + u"/.gitignore"_s, (word() + u"*.md\n!*7.md\n"_s).toUtf8()); }

    const LibraryFolder &m_library;
    QRandomGenerator m_random { 4 };
};

/** All that an answer is made of, in an order that does not depend on how the index came about. */
QStringList contents(const QString &index)
{
    const QStringList statements {
        u"SELECT root, path, stem, size, modified_ns, inode, hex(sha256), title, services, owners, reviewed_on, review_due "
        u"FROM runbook ORDER BY root, path"_s,
        u"SELECT r.path, s.anchor, s.title, s.alerts, s.context, s.text, s.headings FROM section s "
        u"JOIN runbook r ON r.id = s.runbook ORDER BY r.path, s.id"_s,
        u"SELECT n.key, r.path, s.anchor FROM name n JOIN section s ON s.id = n.section JOIN runbook r ON r.id = s.runbook "
        u"ORDER BY 1, 2, s.id"_s,
        u"SELECT v.key, r.path FROM service v JOIN runbook r ON r.id = v.runbook ORDER BY 1, 2"_s,
        u"SELECT term, doc, cnt FROM vocabulary ORDER BY term"_s,
        u"SELECT path, hex(bytes) FROM catalogue ORDER BY path"_s,
    };
    QStringList rows;
    const auto database = Database::open(index, Database::Mode::ReadOnly, {});
    for (const QString &sql : statements) {
        auto prepared = (*database)->prepared(sql);
        if (!prepared || !prepared.value().exec())
            return { u"cannot read: "_s + sql };
        QSqlQuery &query = prepared.value();
        while (query.next()) {
            QStringList row;
            for (int column = 0; column < query.record().count(); ++column)
                row.append(query.value(column).toString());
            rows.append(row.join(u'|'));
        }
    }
    const RunbookIndexStore store(index);
    for (const QString &word : words) {
        const auto hits = store.search(parseQuery(word.left(4)), 1000);
        for (const SearchHit &hit : hits ? *hits : QList<SearchHit> {})
            rows.append(hit.runbook.ref.path + u'#' + hit.anchor + u' ' + QString::number(hit.score) + u' ' + hit.snippet);
    }
    return rows;
}

QStringList contentsOfANewIndex(const LibraryFolder &library)
{
    const QTemporaryDir folder;
    const QString index = folder.filePath(RunbookIndexStore::fileName());
    const std::atomic_bool stop = false;
    Catalog catalog;
    Indexer::run(index, { library.root() }, stop, {}, catalog);
    return contents(index);
}

} // namespace

class TestIndexUpdates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThousandChangesEndAsAFreshBuild()
    {
        constexpr int changes = 1000;
        constexpr int eachTime = 40;
        const LibraryFolder library;
        Changes people(library);
        for (int i = 0; i < 100; ++i)
            people.add();
        library.read();
        for (int i = 1; i <= changes; ++i) {
            people.oneMore();
            if (i % eachTime != 0)
                continue;
            library.read();
            if (i % (5 * eachTime) != 0)
                continue;
            const QStringList updated = contents(library.index());
            const QStringList fresh = contentsOfANewIndex(library);
            QVERIFY(fresh.size() > 100);
            for (qsizetype row = 0; row < std::min(updated.size(), fresh.size()); ++row)
                QCOMPARE(updated.at(row), fresh.at(row));
            QCOMPARE(updated.size(), fresh.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestIndexUpdates)
#include "tst_indexupdates.moc"
