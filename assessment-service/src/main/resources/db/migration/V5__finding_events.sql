-- What waited here was written before findings were events; none of it was ever published by a release.
DELETE FROM finding_outbox;
ALTER TABLE finding_outbox ADD COLUMN type text NOT NULL;
COMMENT ON TABLE finding_outbox IS 'Finding events to be published to demarc.findings: payload is the JSON of what the type says.';
COMMENT ON COLUMN finding_outbox.type IS 'CloudEvents type, such as dev.demarc.finding.compliance.v1.';

ALTER TABLE finding_summary ADD COLUMN changed bigint NOT NULL DEFAULT 0 CHECK (changed >= 0);
COMMENT ON COLUMN finding_summary.changed IS 'Findings that stay open with another owner.';
