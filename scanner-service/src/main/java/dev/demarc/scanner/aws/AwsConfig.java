package dev.demarc.scanner.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the scanner enters AWS accounts. */
@ConfigMapping(prefix = "demarc.aws")
public interface AwsConfig {
    /** Endpoint of all AWS services, for emulators; AWS_ENDPOINT_URL unless set. */
    Optional<URI> endpoint();

    /** Region of the calls that belong to no region, and of STS. */
    @WithDefault("us-east-1")
    String homeRegion();

    /** Accounts to read, instead of what AWS Organizations lists. */
    Optional<List<String>> accounts();

    /** Regions to read at most, of those that an account has enabled. */
    Optional<List<String>> regions();

    /** Name of the read-only role in each account other than the caller's own. */
    @WithDefault("DemarcReadOnly")
    String roleName();

    /** External id that the role asks for. */
    Optional<String> externalId();

    /** Calls a second of all replicas together to one service in one account and region, at most. */
    @WithDefault("20")
    double callsPerSecond();
}
