CREATE INDEX run_latest ON run (scope, begun_at DESC) WHERE NOT refused;
COMMENT ON INDEX run_latest IS 'Leads from a scope to the run that had begun last by some time.';
