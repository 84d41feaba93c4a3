-- What the officials' side of the site knows: who may sign in, what was asked for and decided, and the log of it.
-- Instants as InstantText writes them. No case data is in here: what an import finds wrong in a row stays beside its files.

CREATE TABLE user (
    user_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('official', 'approver', 'auditor')),
    -- Of a local user; null for one whom a provider of OpenID Connect vouches for.
    password TEXT,
    -- The provider's name for the person, which never changes; null for a local user.
    subject TEXT UNIQUE,
    -- A session made under another stamp has ended.
    stamp TEXT NOT NULL,
    is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT,
    CHECK ((password IS NULL) <> (subject IS NULL))
) STRICT;

CREATE UNIQUE INDEX local_user ON user (lower(name)) WHERE subject IS NULL;

CREATE TABLE job (
    job_id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('build', 'publish', 'import', 'verify')),
    -- The build that is published.
    subject_id INTEGER REFERENCES job (job_id),
    -- What was asked for, as JSON of the kind's record.
    asked TEXT NOT NULL,
    made_by INTEGER NOT NULL REFERENCES user (user_id),
    made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'working', 'done', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL DEFAULT 0,
    is_cancel_asked INTEGER NOT NULL DEFAULT 0 CHECK (is_cancel_asked IN (0, 1)),
    -- The hour a publication waits for; null for what is begun in its turn.
    not_before TEXT,
    started_at TEXT,
    ended_at TEXT,
    -- A list of problems as JSON, where it failed.
    problems TEXT,
    -- One line for people, where it is done.
    result TEXT
) STRICT;

CREATE INDEX job_state ON job (state, job_id);

CREATE TABLE decision (
    decision_id INTEGER PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job (job_id),
    act TEXT NOT NULL CHECK (act IN ('handover', 'approval', 'return', 'stop')),
    made_by INTEGER NOT NULL REFERENCES user (user_id),
    made_at TEXT NOT NULL,
    words TEXT
) STRICT;

-- Each line is canonical JSON and holds the SHA-256 of the line before. AUTOINCREMENT remembers the highest number, so
-- that lines taken off the end are missed too.
CREATE TABLE log (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    line TEXT NOT NULL,
    -- SHA-256 of the line with its line feed, which the next line repeats: for the last line there is no next one.
    digest TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'a line of the log is never changed'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'a line of the log is never removed'); END;
