package dev.demarc.assessment.partition;

import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.history.Months;
import jakarta.inject.Singleton;

/** What the {@link Upkeep} of all partitions works with. */
@Singleton
record Chores(
        Reassessing reassessing,
        Months months,
        Ageing ageing,
        Reowning reowning,
        Restating restating,
        Reviewing reviewing,
        Departures departures,
        Acts acts) {}
