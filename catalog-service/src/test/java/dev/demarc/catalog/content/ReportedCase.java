package dev.demarc.catalog.content;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A situation that some tool judged wrongly, by public reports, as a small resource of our own making.
 *
 * @param reports repository and number of each report
 * @param region {@code eu-central-1} where it names none
 * @param verdicts what AWS's documentation supports, by control
 * @param parties whose the controls' parts are that are not the customer's
 */
record ReportedCase(
        String id,
        String name,
        List<String> reports,
        String type,
        @Nullable String region,
        @Nullable String arn,
        @Nullable Map<String, String> tags,
        @Nullable Map<String, @Nullable Object> configuration,
        @Nullable Map<String, @Nullable Object> supplementaryConfiguration,
        @Nullable List<Unread> unread,
        Map<String, Verdict> verdicts,
        @Nullable Map<String, Party> parties) {
    /** The day on which they hold. */
    static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static final Path FOLDER = Path.of("src/test/resources");

    /** The cases of one file of {@code src/test/resources/reported}. */
    private record File(List<ReportedCase> cases) {}

    static Stream<ReportedCase> all() {
        return new ContentFolder(FOLDER)
                .files("reported").stream()
                        .flatMap(file -> StrictReader.read(file.object(), File.class, file.name()).cases().stream());
    }

    ResourceConfiguration resource() {
        return new ResourceConfiguration(
                "111122223333",
                region == null ? "eu-central-1" : region,
                type,
                arn == null ? name : arn,
                arn,
                name,
                tags == null ? Map.of() : tags,
                NOW,
                configuration == null ? Map.of() : configuration,
                supplementaryConfiguration == null ? Map.of() : supplementaryConfiguration,
                List.of(),
                unread == null ? List.of() : unread);
    }

    Party party(String control) {
        return parties == null ? Party.CUSTOMER : parties.getOrDefault(control, Party.CUSTOMER);
    }
}
