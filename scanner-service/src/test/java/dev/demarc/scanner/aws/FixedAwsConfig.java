package dev.demarc.scanner.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Settings of a test: everything at one endpoint. */
public record FixedAwsConfig(
        Optional<URI> endpoint,
        String homeRegion,
        Optional<List<String>> accounts,
        Optional<List<String>> regions,
        String roleName,
        Optional<String> externalId,
        double callsPerSecond)
        implements AwsConfig {

    public static FixedAwsConfig at(URI endpoint, String... regions) {
        return new FixedAwsConfig(
                Optional.of(endpoint),
                "us-east-1",
                Optional.empty(),
                regions.length == 0 ? Optional.empty() : Optional.of(List.of(regions)),
                "DemarcReadOnly",
                Optional.of("external"),
                1_000);
    }

    public FixedAwsConfig withAccounts(String... listed) {
        return new FixedAwsConfig(
                endpoint, homeRegion, Optional.of(List.of(listed)), regions, roleName, externalId, callsPerSecond);
    }
}
