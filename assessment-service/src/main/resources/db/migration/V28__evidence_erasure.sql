-- The bytes of an evidence file can be erased; its record stays, with who erased them, when and why.

CREATE TABLE evidence_erasure (
    file uuid PRIMARY KEY REFERENCES evidence_file,
    by text NOT NULL CHECK (by <> ''),
    at timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason <> '')
);
COMMENT ON TABLE evidence_erasure IS 'Evidence files whose bytes are erased; the row erases them.';

ALTER TABLE evidence_file ALTER COLUMN content DROP NOT NULL;
COMMENT ON COLUMN evidence_file.content IS 'Null once erased.';
COMMENT ON COLUMN evidence_file.media_type IS 'What the file was found to hold; of files from before V28, what their sender said.';
CREATE INDEX evidence_file_kept ON evidence_file (uploaded_at) INCLUDE (id, size) WHERE content IS NOT NULL;
COMMENT ON INDEX evidence_file_kept IS 'How much is kept, and what waits for a statement to name it.';

CREATE FUNCTION erase_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE evidence_file SET content = NULL WHERE id = NEW.file;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION erase_content IS 'Erases the bytes of a file whose erasure is recorded.';
CREATE TRIGGER erase AFTER INSERT ON evidence_erasure FOR EACH ROW EXECUTE FUNCTION erase_content();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON evidence_erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_all_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.content IS NOT NULL
        OR (NEW.id, NEW.name, NEW.media_type, NEW.size, NEW.sha256, NEW.uploaded_at)
            IS DISTINCT FROM (OLD.id, OLD.name, OLD.media_type, OLD.size, OLD.sha256, OLD.uploaded_at)
        OR NOT EXISTS (SELECT 1 FROM evidence_erasure WHERE file = OLD.id)
    THEN
        RAISE EXCEPTION 'rows of % are only ever added, and their bytes erased with a record of it', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_all_but_erasure IS 'Keeps evidence files append-only but for their bytes.';
DROP TRIGGER append_only ON evidence_file;
CREATE TRIGGER append_only BEFORE DELETE ON evidence_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erased_only BEFORE UPDATE ON evidence_file FOR EACH ROW EXECUTE FUNCTION refuse_all_but_erasure();
