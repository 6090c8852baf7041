CREATE TABLE account_history (
    id text NOT NULL CHECK (id ~ '^\d{12}$'),
    since timestamptz NOT NULL,
    name text NOT NULL,
    organization text NOT NULL,
    ou_path text[] NOT NULL,
    status text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'GONE')),
    enabled_regions text[] NOT NULL,
    team text,
    PRIMARY KEY (id, since)
);
COMMENT ON TABLE account_history IS 'What the organisation said of its accounts, each row until the next of its account.';
INSERT INTO account_history SELECT id, now(), name, organization, ou_path, status, enabled_regions, team FROM account_info;

ALTER TABLE resource ADD COLUMN first_observed_at timestamptz;
COMMENT ON COLUMN resource.first_observed_at IS 'When this configuration was first observed, where another run than the newest has moved observed_at since.';
