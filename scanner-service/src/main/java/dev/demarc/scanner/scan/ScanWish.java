package dev.demarc.scanner.scan;

import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Collectors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/** What a caller wants scanned, each value once; an empty list means all. */
public record ScanWish(List<String> accounts, List<String> regions, List<String> types) {
    private static final Predicate<String> ACCOUNT = Pattern.compile("\\d{12}").asMatchPredicate();
    private static final Predicate<String> REGION =
            Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d{1,2}").asMatchPredicate();

    /** More than an organisation may have. */
    private static final int MOST_ACCOUNTS = 10_000;

    private static final int MOST_OTHERS = 1_000;

    public ScanWish {
        accounts = each(accounts);
        regions = each(regions);
        types = each(types);
    }

    private static List<String> each(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : List.copyOf(values.stream().distinct().toList());
    }

    /** Holds wishes to what this scanner can read. */
    @Singleton
    public static final class Check {
        private final Set<String> types;
        private final Set<String> regions;

        public Check(Collectors collectors) {
            types = collectors.all().stream()
                    .map(Collector::type)
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
            regions = Stream.concat(
                            Stream.of(dev.demarc.contracts.resource.Scope.GLOBAL),
                            Region.regions().stream().map(Region::id).filter(REGION))
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        }

        /** @throws BadWishException where there are too many values, or one is not accepted */
        public ScanWish of(@Nullable ScanWish wish) {
            ScanWish given = wish == null ? new ScanWish(List.of(), List.of(), List.of()) : wish;
            demand("accounts", given.accounts(), MOST_ACCOUNTS, ACCOUNT, "12 digits");
            demand(
                    "regions",
                    given.regions(),
                    MOST_OTHERS,
                    regions::contains,
                    "a region of AWS such as eu-central-1, or global");
            demand(
                    "types",
                    given.types(),
                    MOST_OTHERS,
                    types::contains,
                    String.join(", ", types.stream().sorted().toList()));
            return given;
        }

        private static void demand(
                String field, List<String> values, int most, Predicate<String> accepted, String what) {
            if (values.size() > most) {
                throw BadWishException.tooMany(field, values.size(), most);
            }
            values.stream().filter(accepted.negate()).findFirst().ifPresent(value -> {
                throw BadWishException.value(field, String.valueOf(value), what);
            });
        }
    }
}
