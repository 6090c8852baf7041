package dev.demarc.assessment.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much evidence is kept. */
@ConfigMapping(prefix = "demarc.evidence")
public interface EvidenceConfig {
    /** Most megabytes of all files that are not erased. */
    @WithDefault("10240")
    @Min(10)
    @Max(1_000_000)
    int mostMegabytes();

    /** Most megabytes of the files that the statements of one AWS organisation, or of an account without one, name. */
    @WithDefault("2048")
    @Min(10)
    @Max(1_000_000)
    int mostMegabytesOfAnOrganization();

    /** Most megabytes of the files that no statement names yet. */
    @WithDefault("512")
    @Min(10)
    @Max(1_000_000)
    int mostMegabytesUnnamed();

    /** How long a file waits for a statement to name it; its bytes are erased then. A minute or more. */
    @WithDefault("24h")
    Duration unnamedFor();
}
