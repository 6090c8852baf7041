-- Whoever judges takes from the queue only what acts have put there that it judges by.

ALTER TABLE statement_queue ADD COLUMN act bigint NOT NULL DEFAULT 0;
ALTER TABLE statement_queue ALTER COLUMN act DROP DEFAULT;
COMMENT ON COLUMN statement_queue.act IS 'The entry of the act in statement_change; 0 where the act is older than this column.';
