CREATE FUNCTION drop_months(history regclass, before date) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    first date := date_trunc('month', before)::date;
    since timestamptz := first::timestamp AT TIME ZONE 'UTC';
    month regclass;
    dropped int := 0;
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
    EXECUTE format('DELETE FROM %I WHERE until < %L', history || '_other', since);
    RETURN dropped;
END $$;
COMMENT ON FUNCTION drop_months IS 'Drops the partitions of a history table for the months before that of a day, with what the default partition holds of them.';
