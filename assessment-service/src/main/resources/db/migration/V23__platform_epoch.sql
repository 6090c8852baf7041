CREATE TABLE platform_epoch (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    database text NOT NULL,
    scorecards uuid NOT NULL,
    versions_from bigint NOT NULL CHECK (versions_from > 0),
    since timestamptz NOT NULL
);
COMMENT ON TABLE platform_epoch IS 'The one platform that this database belongs to, as it was when a partition was taken last.';
COMMENT ON COLUMN platform_epoch.database IS 'System identifier and timeline: others after a restoration or a failover.';
COMMENT ON COLUMN platform_epoch.scorecards IS 'Id of the topic of scorecards: another one where it was made anew.';
COMMENT ON COLUMN platform_epoch.versions_from IS 'The least version of a scorecard; beyond all that was given before the epoch.';
