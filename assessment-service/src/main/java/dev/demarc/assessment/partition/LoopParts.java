package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.CurrentJudge;
import jakarta.inject.Singleton;

/** What the loops of all partitions work with. */
@Singleton
record LoopParts(
        IngestConfig config,
        CurrentJudge judge,
        Takeover takeover,
        Ingestion ingestion,
        Removals removals,
        Chores chores) {}
