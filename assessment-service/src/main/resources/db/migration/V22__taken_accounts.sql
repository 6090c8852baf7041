CREATE TABLE topic_position (
    topic text NOT NULL CHECK (topic <> ''),
    partition int NOT NULL CHECK (partition >= 0),
    topic_id uuid NOT NULL,
    next_offset bigint NOT NULL CHECK (next_offset >= 0),
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE topic_position IS 'How far a compacted topic has been taken in: what stands before is over, whoever reads the topic again.';
