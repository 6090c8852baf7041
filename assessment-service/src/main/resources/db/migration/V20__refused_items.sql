ALTER TABLE run ADD COLUMN untold text;
COMMENT ON COLUMN run.untold IS 'Why an item of it was refused that names no resource, so that the run cannot be complete; null where there was none.';
COMMENT ON COLUMN resource.form IS 'Version of the canonical form that digest is over; 32767 where the newest configuration was refused.';
