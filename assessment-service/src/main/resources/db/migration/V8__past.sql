ALTER TABLE tally ADD COLUMN unverified bigint NOT NULL DEFAULT 0 CHECK (unverified >= 0 AND unverified <= unknown);
COMMENT ON COLUMN tally.unverified IS 'Of the unknown ones, those that failed when they could be read last: their findings stay open.';
DROP INDEX tally_failing;
CREATE INDEX tally_failing ON tally (control, scope) WHERE fail + unverified > 0;
COMMENT ON INDEX tally_failing IS 'Leads lists of findings to the scopes that have any.';
COMMENT ON COLUMN resource.failing IS 'Numbers of the controls with an open finding: that fail, or failed when they could be read last; ascending.';
