-- What edits taught of an org's voice. A row belongs to the campaign whose copy was edited; it is read over all campaigns of the org,
-- newest first by rank.
CREATE TABLE voice_evidence (
    rank        INTEGER PRIMARY KEY AUTOINCREMENT,
    org_id      BLOB NOT NULL,
    campaign_id BLOB NOT NULL,
    key         TEXT NOT NULL,
    document    TEXT NOT NULL,
    UNIQUE (org_id, campaign_id, key),
    FOREIGN KEY (org_id, campaign_id) REFERENCES campaigns (org_id, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX voice_evidence_of_org ON voice_evidence (org_id, rank);
