-- What people state, approve, withdraw, and what has revoked it. Rows are only ever added.

CREATE TABLE evidence_file (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    media_type text NOT NULL CHECK (media_type LIKE '%/%'),
    size int NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
    uploaded_at timestamptz NOT NULL,
    content bytea NOT NULL,
    CHECK (octet_length(content) = size)
);
ALTER TABLE evidence_file ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE evidence_file IS 'Files that bear out statements, stored and not only linked.';

CREATE TABLE statement (
    no bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('ATTESTATION', 'WAIVER', 'DECLARATION')),
    control text NOT NULL CHECK (control <> ''),
    revision int NOT NULL REFERENCES catalog_revision,
    scope jsonb NOT NULL CHECK (jsonb_typeof(scope) = 'object'),
    text text NOT NULL CHECK (text <> ''),
    compensating_control text,
    author text NOT NULL CHECK (author <> ''),
    proposed_at timestamptz NOT NULL,
    valid_from timestamptz,
    expires_at timestamptz NOT NULL CHECK (expires_at > proposed_at AND expires_at > valid_from),
    renews uuid REFERENCES statement,
    UNIQUE (id, author)
);
COMMENT ON TABLE statement IS 'Attestations, waivers and declarations as they were proposed.';
COMMENT ON COLUMN statement.revision IS 'The catalog revision that it was checked by.';
COMMENT ON COLUMN statement.scope IS 'What it is about, as stated; statement_account and statement_resource say what that is.';
COMMENT ON COLUMN statement.valid_from IS 'When it begins; null for when it is approved.';
COMMENT ON COLUMN statement.renews IS 'The attestation whose end it begins at.';

CREATE TABLE statement_account (
    statement uuid NOT NULL REFERENCES statement,
    account text NOT NULL CHECK (account ~ '^\d{12}$'),
    PRIMARY KEY (statement, account)
);
CREATE INDEX statement_account_of ON statement_account (account);
COMMENT ON TABLE statement_account IS 'The accounts that a statement covers, as they were when it was proposed.';

CREATE TABLE statement_resource (
    statement uuid NOT NULL REFERENCES statement,
    resource text NOT NULL,
    PRIMARY KEY (statement, resource)
);
COMMENT ON TABLE statement_resource IS 'Keys of the resources that a statement is narrowed to; none for all of its accounts.';

CREATE TABLE statement_evidence (
    statement uuid NOT NULL REFERENCES statement,
    place int NOT NULL CHECK (place >= 0),
    file uuid NOT NULL REFERENCES evidence_file,
    PRIMARY KEY (statement, place)
);
CREATE INDEX statement_evidence_file ON statement_evidence (file);
COMMENT ON TABLE statement_evidence IS 'The files that a statement names, in its order.';

CREATE TABLE statement_decision (
    statement uuid PRIMARY KEY,
    author text NOT NULL,
    approved boolean NOT NULL,
    by text NOT NULL CHECK (by <> '' AND by <> author),
    at timestamptz NOT NULL,
    comment text,
    FOREIGN KEY (statement, author) REFERENCES statement (id, author)
);
COMMENT ON TABLE statement_decision IS 'Who approved or rejected a statement: one decision each, never by its author.';

CREATE TABLE statement_withdrawal (
    statement uuid PRIMARY KEY REFERENCES statement,
    by text NOT NULL CHECK (by <> ''),
    at timestamptz NOT NULL,
    comment text
);
COMMENT ON TABLE statement_withdrawal IS 'Statements that somebody took back.';

CREATE TABLE statement_revocation (
    statement uuid NOT NULL,
    account text NOT NULL,
    finding text NOT NULL CHECK (finding <> ''),
    reason text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (statement, account),
    FOREIGN KEY (statement, account) REFERENCES statement_account
);
COMMENT ON TABLE statement_revocation IS 'Accounts for which a contrary finding has revoked an attestation, for good.';

CREATE TABLE statement_change (
    no bigint PRIMARY KEY CHECK (no > 0),
    at timestamptz NOT NULL,
    entry text NOT NULL,
    previous bytea NOT NULL CHECK (octet_length(previous) = 32),
    hash bytea NOT NULL UNIQUE CHECK (hash = sha256(previous || convert_to(entry, 'UTF8')))
);
COMMENT ON TABLE statement_change IS 'Every act on a statement, each entry bound to the one before; the greatest number is the version of what is active.';
COMMENT ON COLUMN statement_change.entry IS 'The act as JSON, the text that hash is over.';
COMMENT ON COLUMN statement_change.previous IS 'Hash of the entry before, zeros for the first.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME;
END $$;
COMMENT ON FUNCTION refuse_change IS 'Keeps a table append-only.';
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['evidence_file', 'statement', 'statement_account', 'statement_resource',
        'statement_evidence', 'statement_decision', 'statement_withdrawal', 'statement_revocation', 'statement_change']
    LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    END LOOP;
END $$;

-- What is still to be done because of them.

CREATE TABLE statement_revocation_due (
    statement uuid NOT NULL,
    account text NOT NULL,
    PRIMARY KEY (statement, account)
);
COMMENT ON TABLE statement_revocation_due IS 'Revocations whose scopes are not queued yet; a partition''s transaction only appends them.';

CREATE TABLE statement_queue (
    no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope int NOT NULL REFERENCES scope,
    rid bigint,
    after_rid bigint
);
CREATE INDEX statement_queue_scope ON statement_queue (scope);
COMMENT ON TABLE statement_queue IS 'What is to be judged again because of an act; its partition deletes the row when it has.';
COMMENT ON COLUMN statement_queue.rid IS 'The one resource, null for all of the scope.';
COMMENT ON COLUMN statement_queue.after_rid IS 'How far the scope is done, null before its first step.';

CREATE VIEW statement_term AS
SELECT s.id AS statement, a.account, s.kind, s.control, greatest(s.valid_from, d.at) AS valid_from,
       least(s.expires_at, w.at, r.at) AS until, d.at AS decided_at, w.at AS withdrawn_at, r.at AS revoked_at,
       r.finding, s.expires_at
FROM statement s
JOIN statement_account a ON a.statement = s.id
JOIN statement_decision d ON d.statement = s.id AND d.approved
LEFT JOIN statement_withdrawal w ON w.statement = s.id
LEFT JOIN statement_revocation r ON r.statement = s.id AND r.account = a.account;
COMMENT ON VIEW statement_term IS 'Approved statements by account, each with its term there: what expiry, withdrawal and revocation leave of it.';

CREATE FUNCTION active_statements(of_account text, at timestamptz, known_at timestamptz)
RETURNS TABLE (statement uuid, kind text, control text, valid_from timestamptz, until timestamptz, resources text[])
LANGUAGE sql STABLE AS $$
    SELECT t.statement, t.kind, t.control, t.valid_from,
           least(t.expires_at, CASE WHEN t.withdrawn_at <= known_at THEN t.withdrawn_at END,
                 CASE WHEN t.revoked_at <= known_at THEN t.revoked_at END),
           (SELECT coalesce(array_agg(r.resource), '{}') FROM statement_resource r WHERE r.statement = t.statement)
    FROM statement_term t
    WHERE t.account = of_account AND t.decided_at <= known_at AND t.valid_from <= at AND t.expires_at > at
      AND NOT coalesce(t.withdrawn_at <= least(at, known_at), false)
      AND NOT coalesce(t.revoked_at <= least(at, known_at), false)
$$;
COMMENT ON FUNCTION active_statements IS 'The statements that were active for an account at an instant, by what was recorded until another; no resources means all of the account.';

CREATE INDEX tally_waived ON tally (control, scope) WHERE waived > 0;
COMMENT ON INDEX tally_waived IS 'Leads lists of waived findings to the scopes that have any.';
COMMENT ON COLUMN tally.waived IS 'Findings that a waiver accepts, whether they can be read now or not; in neither fail nor unknown.';
ALTER TABLE finding_history DROP CONSTRAINT finding_history_cause_check;
ALTER TABLE finding_history ADD CONSTRAINT finding_history_cause_check
    CHECK (cause IN ('FIRST_JUDGEMENT', 'CONFIGURATION', 'CATALOG', 'STATEMENT', 'TIME', 'REMOVAL'));
COMMENT ON COLUMN resource.review_at IS 'When a verdict may flip by time alone, be it by its control or because a statement begins or ends.';
