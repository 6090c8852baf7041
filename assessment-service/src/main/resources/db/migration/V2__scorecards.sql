CREATE TABLE scorecard (
    account int PRIMARY KEY REFERENCES account,
    version bigint NOT NULL CHECK (version > 0),
    sent bigint NOT NULL DEFAULT 0 CHECK (sent BETWEEN 0 AND version),
    computed_at timestamptz NOT NULL,
    changes_at timestamptz,
    trace text,
    payload bytea NOT NULL
);
CREATE INDEX scorecard_unsent ON scorecard (account) WHERE sent < version;
CREATE INDEX scorecard_changes ON scorecard (changes_at) WHERE changes_at IS NOT NULL;
COMMENT ON TABLE scorecard IS 'The newest scorecard of every account; its version is allotted here before it is sent to demarc.scorecards.';
COMMENT ON COLUMN scorecard.sent IS 'The greatest version known to be on the topic; what is less than version is sent again.';
COMMENT ON COLUMN scorecard.changes_at IS 'When time alone makes it due: a scope goes stale then.';
COMMENT ON COLUMN scorecard.payload IS 'The Scorecard as JSON.';

CREATE TABLE publisher (
    holder text PRIMARY KEY CHECK (holder <> ''),
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE publisher IS 'Publishers that are alive; shards are divided evenly among them.';

CREATE TABLE publisher_lease (
    shard int PRIMARY KEY CHECK (shard >= 0),
    holder text NOT NULL,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE publisher_lease IS 'Which publisher publishes the accounts of a shard, and until when nobody else may.';

CREATE INDEX tally_failing ON tally (control, scope) WHERE fail > 0;
COMMENT ON INDEX tally_failing IS 'Leads lists of findings to the scopes that have any.';
