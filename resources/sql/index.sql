-- SPDX-FileCopyrightText: The Handrail authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The index: a cache. Raise the number in RunbookIndexStore::fileName() with any change here.

CREATE TABLE runbook (
    id INTEGER PRIMARY KEY,
    root TEXT NOT NULL,
    path TEXT NOT NULL,
    stem TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL, -- 0: the file was changed so lately that its status does not vouch for its bytes
    inode INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    title TEXT NOT NULL,
    services TEXT NOT NULL,
    owners TEXT NOT NULL,
    reviewed_on TEXT NOT NULL,
    review_due TEXT NOT NULL,
    tags TEXT NOT NULL,
    alerts TEXT NOT NULL,
    links TEXT NOT NULL,
    UNIQUE (root, path)
);
CREATE INDEX runbook_stem ON runbook (stem);

CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    runbook INTEGER NOT NULL,
    anchor TEXT NOT NULL,
    title TEXT NOT NULL,
    alerts TEXT NOT NULL,
    listed_alerts TEXT NOT NULL,
    context TEXT NOT NULL,
    text TEXT NOT NULL,
    headings TEXT NOT NULL
);
CREATE INDEX section_runbook ON section (runbook);

CREATE TABLE name (
    key TEXT NOT NULL,
    section INTEGER NOT NULL,
    PRIMARY KEY (key, section)
) WITHOUT ROWID;
CREATE INDEX name_section ON name (section);

CREATE TABLE service (
    key TEXT NOT NULL,
    runbook INTEGER NOT NULL,
    PRIMARY KEY (key, runbook)
) WITHOUT ROWID;
CREATE INDEX service_runbook ON service (runbook);

-- The files that say who owns what, as last read: they hold while their folder is not reachable.
CREATE TABLE catalogue (
    root TEXT NOT NULL,
    path TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (root, path)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
    title, context, text,
    content = 'section', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab ('words', 'row');
