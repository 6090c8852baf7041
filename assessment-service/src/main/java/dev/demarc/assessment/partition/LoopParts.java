package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.statement.Acts;

/** What the loops of all partitions work with. */
record LoopParts(
        IngestConfig config,
        CurrentJudge judge,
        Takeover takeover,
        Ingestion ingestion,
        Removals removals,
        Upkeep upkeep,
        Acts acts) {}
