ALTER TABLE scope_state ADD COLUMN newest_ahead bigint NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN ahead bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN scope_state.newest_begun_at IS 'When the newest run began by the time of the bus.';
COMMENT ON COLUMN scope_state.newest_ahead IS 'Microseconds that the clock of the newest run''s scanner is ahead of the bus; 0 for files.';
COMMENT ON COLUMN run.begun_at IS 'When its begin came by the time of the bus, for a file when it was delivered; null where its end came first.';
COMMENT ON COLUMN run.ahead IS 'Microseconds that its scanner''s clock is ahead of the bus; 0 for files.';
