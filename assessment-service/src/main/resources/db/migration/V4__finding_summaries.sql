CREATE TABLE finding_summary (
    scope int NOT NULL REFERENCES scope,
    cause text NOT NULL CHECK (cause IN ('FIRST_JUDGEMENT', 'CATALOG')),
    opened bigint NOT NULL CHECK (opened >= 0),
    resolved bigint NOT NULL CHECK (resolved >= 0),
    PRIMARY KEY (scope, cause)
);
COMMENT ON TABLE finding_summary IS 'Findings that a first judgement or a catalog change has moved in a scope so far; the row goes when it is through and told in one message.';
