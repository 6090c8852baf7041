package dev.demarc.assessment.drift;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.resource.KnownResource;
import java.time.Instant;

/** A row of {@code workload_change}: a resource came to the workload that it says it is part of, or left it. */
record MemberChange(boolean came, Instant at, NumberedScope scope, KnownResource resource) {}
