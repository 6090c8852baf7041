package dev.demarc.assessment.evidence;

import java.time.Duration;

/** How much evidence a test may keep. */
public record EvidenceLimits(
        int mostMegabytes, int mostMegabytesOfAnOrganization, int mostMegabytesUnnamed, Duration unnamedFor)
        implements EvidenceConfig {
    public static EvidenceLimits wide() {
        return new EvidenceLimits(1000, 1000, 1000, Duration.ofDays(1));
    }

    EvidenceLimits inAll(int megabytes) {
        return new EvidenceLimits(megabytes, mostMegabytesOfAnOrganization, mostMegabytesUnnamed, unnamedFor);
    }

    EvidenceLimits ofAnOrganization(int megabytes) {
        return new EvidenceLimits(mostMegabytes, megabytes, mostMegabytesUnnamed, unnamedFor);
    }

    EvidenceLimits unnamed(int megabytes) {
        return new EvidenceLimits(mostMegabytes, mostMegabytesOfAnOrganization, megabytes, unnamedFor);
    }
}
