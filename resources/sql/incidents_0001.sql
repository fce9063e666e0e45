-- SPDX-FileCopyrightText: The Handrail authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Long texts, each stored once: what was pasted, and runbooks as they were when they were opened.
CREATE TABLE document (
    sha256 TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- What happened, in the order it was recorded. Written once: a correction is another row.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    happened_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    zone TEXT NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    payload TEXT NOT NULL,
    document TEXT REFERENCES document (sha256)
) STRICT;
CREATE INDEX event_of_incident ON event (incident, seq);

-- What is being typed or looked at: not history, so it may change and go.
CREATE TABLE draft (
    incident TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (incident, field)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'documents are never changed'); END;
CREATE TRIGGER document_remains BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END;

-- INSERT OR REPLACE deletes without asking the triggers above.
CREATE TRIGGER event_is_new BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
CREATE TRIGGER document_is_new BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM document WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'documents are never replaced'); END;
