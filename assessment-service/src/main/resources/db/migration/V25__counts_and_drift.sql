-- Counts that lists and the first page are answered from, moved by difference in the transaction that moves the tallies.

CREATE TABLE workload (
    no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name <> '')
);
COMMENT ON TABLE workload IS 'Dictionary of the workloads that resources say they are part of, by a tag or their stack.';

ALTER TABLE resource ADD COLUMN workload int NOT NULL DEFAULT -1;
ALTER TABLE resource ALTER COLUMN workload SET DEFAULT 0;
COMMENT ON COLUMN resource.workload IS 'The workload that it is part of, 0 for none; -1 where nobody has looked since this column is there.';
-- So that every partition judges again what it holds, and looks for its workload.
UPDATE partition_state SET judging_version = NULL;

CREATE TABLE resource_count (
    scope int NOT NULL,
    team int NOT NULL,
    resources bigint NOT NULL CHECK (resources > 0),
    PRIMARY KEY (scope, team)
);
CREATE INDEX resource_count_of_team ON resource_count (team, scope);
COMMENT ON TABLE resource_count IS 'How many resources of a scope a team owns; equals a recount at any time.';

CREATE TABLE finding_count (
    scope int NOT NULL,
    control smallint NOT NULL CHECK (control > 0),
    team int NOT NULL,
    opened_on date NOT NULL,
    findings bigint NOT NULL CHECK (findings > 0),
    PRIMARY KEY (scope, control, team, opened_on)
);
CREATE INDEX finding_count_opened ON finding_count (control, opened_on, scope);
COMMENT ON TABLE finding_count IS 'How many findings are open by the day (UTC) that they opened on, without the waived ones; equals a recount at any time.';

CREATE TABLE workload_member (
    scope int NOT NULL,
    workload int NOT NULL CHECK (workload > 0),
    profile int NOT NULL,
    resources bigint NOT NULL CHECK (resources > 0),
    PRIMARY KEY (scope, workload, profile)
);
COMMENT ON TABLE workload_member IS 'How many resources of a scope are part of a workload, by responsibility profile; equals a recount at any time.';

INSERT INTO resource_count SELECT scope, team, count(*) FROM resource GROUP BY scope, team;

CREATE FUNCTION leb128(bytes bytea, INOUT place int, OUT value bigint) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    shift int := 0;
    next int;
BEGIN
    value := 0;
    LOOP
        next := get_byte(bytes, place);
        place := place + 1;
        value := value | ((next & 127)::bigint << shift);
        EXIT WHEN next < 128;
        shift := shift + 7;
    END LOOP;
END $$;

-- Reads what PackedVerdicts writes.
CREATE FUNCTION open_findings(nonpass bytea) RETURNS TABLE (control int, since timestamptz) LANGUAGE plpgsql AS $$
DECLARE
    place int := 0;
    value bigint;
    flags int;
    seconds bigint := extract(epoch FROM timestamptz '2020-01-01T00:00:00Z');
    opened bigint;
BEGIN
    control := 0;
    WHILE place < length(nonpass) LOOP
        SELECT l.place, l.value INTO place, value FROM leb128(nonpass, place) l;
        control := control + value;
        flags := get_byte(nonpass, place);
        SELECT l.place, l.value INTO place, value FROM leb128(nonpass, place + 1) l;
        seconds := seconds + ((value >> 1) # -(value & 1));
        opened := seconds;
        IF flags & 16 <> 0 THEN
            SELECT l.place + l.value INTO place FROM leb128(nonpass, place) l;
        END IF;
        IF flags & 32 <> 0 THEN
            SELECT l.place + l.value INTO place FROM leb128(nonpass, place) l;
        END IF;
        IF flags & 64 <> 0 THEN
            SELECT l.place, l.value INTO place, value FROM leb128(nonpass, place) l;
            opened := seconds - ((value >> 1) # -(value & 1));
        END IF;
        IF (flags & 3 = 1 OR flags & 64 <> 0) AND flags & 128 = 0 THEN
            since := to_timestamp(opened);
            RETURN NEXT;
        END IF;
    END LOOP;
END $$;

INSERT INTO finding_count
SELECT r.scope, f.control, r.team, (f.since AT TIME ZONE 'UTC')::date, count(*)
FROM resource r CROSS JOIN LATERAL open_findings(r.nonpass) f
WHERE r.failing <> '{}'
GROUP BY 1, 2, 3, 4;

DROP FUNCTION open_findings;
DROP FUNCTION leb128;

-- What moved: written once, when it moves.

CREATE SEQUENCE drift_no;
CREATE TABLE drift (
    no bigint NOT NULL DEFAULT nextval('drift_no'),
    at timestamptz NOT NULL,
    kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
    severity smallint NOT NULL CHECK (severity BETWEEN 0 AND 3),
    account int NOT NULL,
    scope int NOT NULL,
    rid bigint NOT NULL,
    team int NOT NULL,
    workload int NOT NULL,
    subject text NOT NULL,
    was text,
    becomes text,
    rule text,
    cause text NOT NULL,
    resource_id text NOT NULL,
    name text,
    arn text
) PARTITION BY RANGE (at);
CREATE INDEX drift_at ON drift (at, no);
CREATE INDEX drift_of ON drift (account, at) INCLUDE (kind, severity, team);
CREATE INDEX drift_duty ON drift (at, no) WHERE kind = 3;
CREATE TABLE drift_other PARTITION OF drift DEFAULT;
COMMENT ON TABLE drift IS 'Findings that opened or were resolved and duties of resources that moved, other than by a first judgement or a change of the catalog.';
COMMENT ON COLUMN drift.kind IS '1 a finding opened, 2 one was resolved, 3 a duty moved.';
COMMENT ON COLUMN drift.severity IS 'Of the control when it moved: 0 critical, 1 high, 2 medium, 3 low; 0 for a duty.';
COMMENT ON COLUMN drift.subject IS 'Id of the control or the layer.';
COMMENT ON COLUMN drift.was IS 'The verdict or the party before; null where it came with the resource.';

CREATE TABLE drift_count (
    account int NOT NULL,
    hours smallint NOT NULL CHECK (hours IN (1, 24)),
    begins timestamptz NOT NULL,
    partition int NOT NULL,
    kind smallint NOT NULL,
    severity smallint NOT NULL,
    team int NOT NULL,
    moves bigint NOT NULL CHECK (moves > 0),
    PRIMARY KEY (account, hours, begins, partition, kind, severity, team)
);
COMMENT ON TABLE drift_count IS 'How much moved in an hour, and in a day (UTC); each partition counts its own.';

CREATE TABLE drift_begun (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    at timestamptz NOT NULL
);
INSERT INTO drift_begun (at) SELECT now() WHERE EXISTS (SELECT 1 FROM run);
COMMENT ON TABLE drift_begun IS 'Since when moves are written down; empty where nothing had been read before.';

CREATE TABLE workload_change (
    no bigint NOT NULL DEFAULT nextval('drift_no'),
    at timestamptz NOT NULL,
    account int NOT NULL,
    scope int NOT NULL,
    rid bigint NOT NULL,
    workload int NOT NULL CHECK (workload > 0),
    came boolean NOT NULL,
    profile int NOT NULL,
    team int NOT NULL,
    resource_id text NOT NULL,
    name text,
    arn text
) PARTITION BY RANGE (at);
CREATE INDEX workload_change_of ON workload_change (account, at);
CREATE TABLE workload_change_other PARTITION OF workload_change DEFAULT;
COMMENT ON TABLE workload_change IS 'Resources that came to a workload or left it, other than in a first judgement.';

-- History tables are partitioned by the time that is theirs, whatever its name.

CREATE OR REPLACE FUNCTION ensure_month(history regclass, day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first date := date_trunc('month', day)::date;
    since timestamptz := first::timestamp AT TIME ZONE 'UTC';
    until timestamptz := (first + interval '1 month')::timestamp AT TIME ZONE 'UTC';
    month text := history || '_' || to_char(first, 'YYYY_MM');
    key name := (SELECT attname FROM pg_partitioned_table JOIN pg_attribute ON attrelid = partrelid AND attnum = partattrs[0]
                 WHERE partrelid = history);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ensure_month'));
    IF to_regclass(month) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE %s INCLUDING CONSTRAINTS)', month, history);
    EXECUTE format(
        'WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
        history || '_other', key, since, key, until, month);
    EXECUTE format('ALTER TABLE %s ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', history, month, since, until);
END $$;

CREATE OR REPLACE FUNCTION drop_months(history regclass, before date) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    first date := date_trunc('month', before)::date;
    since timestamptz := first::timestamp AT TIME ZONE 'UTC';
    month regclass;
    dropped int := 0;
    key name := (SELECT attname FROM pg_partitioned_table JOIN pg_attribute ON attrelid = partrelid AND attnum = partattrs[0]
                 WHERE partrelid = history);
BEGIN
    FOR month IN
        SELECT child.oid::regclass FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
        WHERE inhparent = history AND child.relname ~ '_\d{4}_\d{2}$'
            AND right(child.relname, 7) < to_char(first, 'YYYY_MM')
        ORDER BY child.relname
    LOOP
        EXECUTE format('DROP TABLE %s', month);
        dropped := dropped + 1;
    END LOOP;
    EXECUTE format('DELETE FROM %I WHERE %I < %L', history || '_other', key, since);
    RETURN dropped;
END $$;
