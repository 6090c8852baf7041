package dev.demarc.scanner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What of people and secrets may leave the scanner. */
@ConfigMapping(prefix = "demarc.scrub")
interface ScrubConfig {
    /** The deployment's key of hashes, at least 16 bytes of text; the same for all scanners of one deployment. */
    Optional<String> key();

    /** Keys of tags, in lower case, whose values stay readable; those of others are hashed; * for all. */
    @WithDefault(
            "name,team,owner,environment,env,stage,application,app,service,project,stack,component,workload,cost-center,costcenter,data-classification,classification,client-side-encryption,compliance,backup,managed-by,managedby")
    Set<String> keptTags();
}
