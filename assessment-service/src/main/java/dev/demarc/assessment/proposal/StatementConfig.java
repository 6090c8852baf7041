package dev.demarc.assessment.proposal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may decide on what others state. */
@ConfigMapping(prefix = "demarc.statements")
interface StatementConfig {
    /** Whether somebody of the author's own team may approve a waiver of a critical control. */
    @WithDefault("false")
    boolean sameTeamWaivesCritical();
}
