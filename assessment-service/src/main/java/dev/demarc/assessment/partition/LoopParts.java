package dev.demarc.assessment.partition;

import dev.demarc.assessment.act.Acts;
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
        Departures departures,
        Upkeep upkeep,
        Acts acts) {}
