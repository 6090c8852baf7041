-- Who acts is told by who they are, not by the name that they go by.

ALTER TABLE statement ADD COLUMN author_id text CHECK (author_id <> '');
ALTER TABLE statement ADD COLUMN author_teams text[] NOT NULL DEFAULT '{}';
ALTER TABLE statement ADD UNIQUE (id, author_id);
COMMENT ON COLUMN statement.author_id IS 'Who the author is whatever their name, as contracts has a person; null where nobody had proven it.';
COMMENT ON COLUMN statement.author_teams IS 'The teams that the author belonged to.';

ALTER TABLE statement_decision ADD COLUMN author_id text;
ALTER TABLE statement_decision ADD COLUMN by_id text CHECK (by_id <> '');
ALTER TABLE statement_decision DROP CONSTRAINT statement_decision_check;
ALTER TABLE statement_decision ADD CONSTRAINT two_people CHECK (
    CASE WHEN by_id IS NOT NULL AND author_id IS NOT NULL THEN by_id <> author_id ELSE by <> author END);
ALTER TABLE statement_decision ADD FOREIGN KEY (statement, author_id) REFERENCES statement (id, author_id);
COMMENT ON TABLE statement_decision IS 'Who approved or rejected a statement: one decision each, never by its author.';
COMMENT ON COLUMN statement_decision.by_id IS 'Who that is whatever their name; null where nobody had proven it.';

ALTER TABLE statement_withdrawal ADD COLUMN by_id text CHECK (by_id <> '');
ALTER TABLE evidence_erasure ADD COLUMN by_id text CHECK (by_id <> '');

ALTER TABLE statement_resource ADD COLUMN team text NOT NULL DEFAULT '';
COMMENT ON COLUMN statement_resource.team IS 'The team that owned the resource when the statement was proposed, empty for none.';
