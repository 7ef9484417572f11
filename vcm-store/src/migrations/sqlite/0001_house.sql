-- The first schema. Conventions:
--   * Ids are 16-byte blobs, times RFC 3339 text, documents the JSON of the vcm-core type of the same name.
--   * Every key carries org_id: a row of one org can neither refer to nor collide with one of another.
--   * Artefacts keep their order by rowid: a replaced row keeps its place, a new one goes to the end. New rows are therefore
--     appended to the table's last page, so that many campaigns committing at once share pages.

-- What changes with every commit; small, because every commit rewrites it.
CREATE TABLE campaigns (
    org_id       BLOB    NOT NULL CHECK (length(org_id) = 16),
    id           BLOB    NOT NULL CHECK (length(id) = 16),
    revision     INTEGER NOT NULL CHECK (revision >= 1),
    last_event   INTEGER NOT NULL CHECK (last_event >= 0),
    state        TEXT    NOT NULL CHECK (state IN ('created', 'researching', 'drafting', 'assembling', 'scheduling', 'reviewing', 'exported', 'failed')),
    status       TEXT    NOT NULL,
    spent_micros INTEGER NOT NULL CHECK (spent_micros >= 0),
    name         TEXT    NOT NULL,
    created_at   TEXT    NOT NULL,
    updated_at   TEXT    NOT NULL,
    PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;

-- The second wall behind the state machine: whoever writes, a campaign never skips a state and never leaves `exported`.
CREATE TRIGGER campaigns_state BEFORE UPDATE OF state ON campaigns
WHEN OLD.state <> NEW.state AND NOT (
    (NEW.state = 'failed' AND OLD.state <> 'exported')
    OR (OLD.state = 'failed' AND NEW.state <> 'exported')
    OR (OLD.state || '>' || NEW.state) IN (
        'created>researching', 'researching>drafting', 'drafting>assembling', 'assembling>scheduling',
        'scheduling>reviewing', 'reviewing>drafting', 'reviewing>exported')
)
BEGIN
    SELECT RAISE(ABORT, 'the campaign cannot go from this state to that one');
END;

-- What a campaign was created with: brief, seed, clock, inputs. Large and all but never rewritten.
CREATE TABLE campaign_documents (
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE topics (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE angles (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE copies (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

-- One dimension an embedder and org, fixed by the first vector.
CREATE TABLE embedders (
    org_id    BLOB    NOT NULL,
    id        TEXT    NOT NULL,
    dimension INTEGER NOT NULL CHECK (dimension >= 1),
    PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;

-- Little-endian 32-bit floats, as sqlite-vec reads them.
CREATE TABLE embeddings (
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    copy        TEXT NOT NULL,
    embedder    TEXT NOT NULL,
    vector      BLOB NOT NULL,
    UNIQUE (org_id, campaign_id, copy, embedder),
    FOREIGN KEY (org_id, campaign_id, copy) REFERENCES copies (org_id, campaign_id, key) ON DELETE CASCADE,
    FOREIGN KEY (org_id, embedder) REFERENCES embedders (org_id, id)
) STRICT;

CREATE TABLE assets (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

-- One ladder a platform.
CREATE TABLE hashtags (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE experiments (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

-- One a campaign.
CREATE TABLE schedules (
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

-- By subject.
CREATE TABLE verdicts (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

-- By step.
CREATE TABLE receipts (
    rank        INTEGER PRIMARY KEY,
    org_id      BLOB    NOT NULL,
    campaign_id BLOB    NOT NULL,
    step        TEXT    NOT NULL,
    ordinal     INTEGER NOT NULL,
    document    TEXT    NOT NULL,
    UNIQUE (org_id, campaign_id, step),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

-- Events are the outbox: position is the order of commits over the whole database.
CREATE TABLE events (
    position    INTEGER PRIMARY KEY,
    org_id      BLOB    NOT NULL,
    campaign_id BLOB    NOT NULL,
    seq         INTEGER NOT NULL,
    at          TEXT    NOT NULL,
    document    TEXT    NOT NULL,
    UNIQUE (org_id, campaign_id, seq),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id)
) STRICT;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are only ever appended');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are only ever appended');
END;

-- A consumer holds one batch at a time: everything above `acknowledged` up to `claimed`, until `held_until`.
CREATE TABLE outbox_consumers (
    consumer     TEXT    NOT NULL PRIMARY KEY,
    acknowledged INTEGER NOT NULL,
    claimed      INTEGER NOT NULL,
    held_until   TEXT
) STRICT, WITHOUT ROWID;

-- One hash chain an org.
CREATE TABLE audit (
    org_id        BLOB    NOT NULL,
    seq           INTEGER NOT NULL,
    previous_hash TEXT    NOT NULL,
    hash          TEXT    NOT NULL,
    document      TEXT    NOT NULL,
    PRIMARY KEY (org_id, seq)
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is only ever appended');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is only ever appended');
END;

CREATE TABLE idempotency (
    org_id      BLOB    NOT NULL,
    key         TEXT    NOT NULL,
    campaign_id BLOB    NOT NULL,
    fingerprint TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    last_event  INTEGER NOT NULL,
    events      INTEGER NOT NULL,
    at          TEXT    NOT NULL,
    PRIMARY KEY (org_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id)
) STRICT, WITHOUT ROWID;

-- The row stays after a release, without owner, so that the token only ever grows.
CREATE TABLE leases (
    org_id      BLOB    NOT NULL,
    campaign_id BLOB    NOT NULL,
    token       INTEGER NOT NULL,
    owner       TEXT,
    expires_at  TEXT    NOT NULL,
    PRIMARY KEY (org_id, campaign_id),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE blobs (
    org_id BLOB NOT NULL,
    hash   TEXT NOT NULL,
    bytes  BLOB NOT NULL,
    UNIQUE (org_id, hash)
) STRICT;
