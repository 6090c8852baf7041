package dev.demarc.scanner.scan;

import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Collectors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller wants scanned; an empty list means all. */
public record ScanWish(List<String> accounts, List<String> regions, List<String> types) {
    private static final Predicate<String> ACCOUNT = Pattern.compile("\\d{12}").asMatchPredicate();
    private static final Predicate<String> REGION =
            Pattern.compile("global|[a-z]{2}(-[a-z]+)+-\\d{1,2}").asMatchPredicate();

    public ScanWish {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        regions = regions == null ? List.of() : List.copyOf(regions);
        types = types == null ? List.of() : List.copyOf(types);
    }

    /** Holds wishes to what this scanner can read. */
    @Singleton
    public static final class Check {
        private final List<String> types;

        public Check(Collectors collectors) {
            types = collectors.all().stream().map(Collector::type).toList();
        }

        /** @throws BadWishException where a value is not accepted */
        public ScanWish of(@Nullable ScanWish wish) {
            ScanWish given = wish == null ? new ScanWish(List.of(), List.of(), List.of()) : wish;
            demand("accounts", given.accounts(), ACCOUNT, "12 digits");
            demand("regions", given.regions(), REGION, "a region such as eu-central-1, or global");
            demand("types", given.types(), types::contains, String.join(", ", types));
            return given;
        }

        private static void demand(String field, List<String> values, Predicate<String> accepted, String what) {
            values.stream().filter(accepted.negate()).findFirst().ifPresent(value -> {
                throw new BadWishException(field, value, what);
            });
        }
    }
}
