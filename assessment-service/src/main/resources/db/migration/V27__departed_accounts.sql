CREATE INDEX account_history_gone ON account_history (id) WHERE status = 'GONE';
CREATE VIEW departed_account AS
SELECT a.no AS account, h.since
FROM account_history h JOIN account a ON a.id = h.id
WHERE h.status = 'GONE'
  AND NOT EXISTS (SELECT 1 FROM account_history later WHERE later.id = h.id AND later.since > h.since);
COMMENT ON VIEW departed_account IS 'Accounts that left their organisation, and when that was told.';

ALTER TABLE scorecard ALTER COLUMN payload DROP NOT NULL;
COMMENT ON COLUMN scorecard.payload IS 'The Scorecard as JSON; null where the account left, and nothing of it is stored any more.';
