package dev.demarc.gateway.organization;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.OrganizationView;
import dev.demarc.contracts.api.OrganizationView.AccountRow;
import dev.demarc.contracts.api.OrganizationView.FailingControl;
import dev.demarc.contracts.api.OrganizationView.LayerCell;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Gap;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.ownership.Ownership;
import dev.demarc.engine.score.Scoring;
import dev.demarc.gateway.account.KnownAccount;
import dev.demarc.gateway.catalog.CatalogView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rolls an organisation's accounts up: scores are made of summed tallies, never of other scores. */
final class Rollup {
    private static final int MOST_FAILING_CONTROLS = 20;
    private static final Comparator<AccountRow> WORST_FIRST = Comparator.comparing(
                    AccountRow::grade, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(row -> row.overall().value(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(AccountRow::account);

    private final @Nullable String team;
    private final CatalogView catalog;
    private final Ownership ownership;
    private final TallySums sums = new TallySums();
    private final Units units = new Units();
    private final BlindGroups blind = new BlindGroups();
    private final List<AccountRow> rows = new ArrayList<>();
    private final List<Scorecard> scorecards = new ArrayList<>();
    private final Map<Integer, Integer> accountsFailing = new HashMap<>();

    private int expected;
    private boolean parts;

    private Rollup(@Nullable String team, CatalogView catalog) {
        this.team = team;
        this.catalog = catalog;
        this.ownership = Ownership.of(catalog.revision().parameters());
    }

    /** @param team whose part of it, empty for what no team owns, null for all */
    static OrganizationView of(
            String organization, @Nullable String team, List<KnownAccount> accounts, CatalogView catalog) {
        Rollup rollup = new Rollup(team, catalog);
        accounts.forEach(rollup::add);
        return rollup.view(organization);
    }

    private void add(KnownAccount known) {
        Account account = known.account();
        Scorecard scorecard = known.scorecard();
        List<Tally> tallies =
                scorecard == null ? List.of() : theirs(scorecard.tallies().unpack());
        if (team != null && tallies.isEmpty() && !team.equals(owner(account).orElse(""))) {
            return;
        }
        expected++;
        parts |= known.isPart();
        if (scorecard == null) {
            units.add(account.ouPath(), null, List.of());
            blind.addUnread(account.id());
            rows.add(row(account, null, List.of()));
            return;
        }
        scorecards.add(scorecard);
        sums.add(tallies);
        units.add(account.ouPath(), grade(scorecard), tallies);
        blind.add(account.id(), scorecard.blind());
        rows.add(row(account, scorecard, tallies));
        tallies.stream()
                .filter(tally -> tally.counts().fail() > 0)
                .map(Tally::control)
                .distinct()
                .forEach(control -> accountsFailing.merge(control, 1, Integer::sum));
    }

    private List<Tally> theirs(List<Tally> tallies) {
        return team == null
                ? tallies
                : tallies.stream()
                        .filter(tally ->
                                tally.team().equals(team) && !tally.counts().equals(Counts.NONE))
                        .toList();
    }

    private Optional<String> owner(Account account) {
        return ownership.ofAccount(account.team(), account.ouPath());
    }

    private @Nullable Grade grade(Scorecard scorecard) {
        return team == null ? scorecard.grade() : null;
    }

    private OrganizationView view(String organization) {
        List<Tally> tallies = sums.tallies();
        return new OrganizationView(
                organization,
                team,
                times(Scorecard::observedFrom).min(Comparator.naturalOrder()).orElse(null),
                times(Scorecard::observedTo).max(Comparator.naturalOrder()).orElse(null),
                scorecards.size(),
                expected,
                scorecards.stream().mapToInt(Scorecard::scopesRead).sum(),
                scorecards.stream().mapToInt(Scorecard::scopesExpected).sum(),
                scorecards.stream().anyMatch(Scorecard::reassessing),
                team == null && !parts
                        ? scorecards.stream().mapToInt(Scorecard::resources).sum()
                        : null,
                overall(tallies),
                score(of(Party.CUSTOMER, tallies)),
                score(of(Party.SHARED, tallies)),
                securityHubMean(),
                assurance(),
                failing(tallies),
                failingByTeam(tallies),
                blind.widestFirst(),
                units.views(this::overall),
                rows.stream().sorted(WORST_FIRST).toList(),
                failingControls(tallies));
    }

    private Stream<Instant> times(Function<Scorecard, @Nullable Instant> time) {
        return scorecards.stream().map(time).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private AccountRow row(Account account, @Nullable Scorecard scorecard, List<Tally> tallies) {
        return new AccountRow(
                account.id(),
                account.name(),
                account.ouPath(),
                owner(account).orElse(null),
                scorecard == null ? null : grade(scorecard),
                scorecard == null || team != null ? overall(tallies) : scorecard.overall(),
                layers(tallies));
    }

    private Map<String, LayerCell> layers(List<Tally> tallies) {
        Map<String, List<Tally>> byLayer = new TreeMap<>();
        for (Tally tally : ofCustomer(tallies)) {
            Control control = catalog.controlsByNumber().get(tally.control());
            if (control != null) {
                byLayer.computeIfAbsent(control.layer(), layer -> new ArrayList<>())
                        .add(tally);
            }
        }
        Map<String, LayerCell> cells = new TreeMap<>();
        byLayer.forEach((layer, ofLayer) -> {
            Score score = score(ofLayer);
            Counts counts = score.counts();
            if (counts.pass() + counts.fail() + counts.unknown() + counts.waived() > 0) {
                cells.put(layer, new LayerCell(score.value(), counts.fail(), counts.unknown()));
            }
        });
        return cells;
    }

    private @Nullable Double securityHubMean() {
        OptionalDouble mean = rows.stream()
                .map(row -> row.overall().securityHub())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? Double.valueOf(mean.getAsDouble()) : null;
    }

    /** Each account's AWS halves stand on the same reports: the account that they cover least speaks for all. */
    private Assurance assurance() {
        return scorecards.stream()
                .map(Scorecard::assurance)
                .min(Comparator.comparingDouble(assurance ->
                        assurance.controls() == 0 ? 1 : (double) assurance.covered() / assurance.controls()))
                .orElse(new Assurance(0, 0));
    }

    private Map<Severity, Long> failing(List<Tally> tallies) {
        Map<Severity, Long> failing = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            failing.put(severity, 0L);
        }
        for (Tally tally : ofCustomer(tallies)) {
            Control control = catalog.controlsByNumber().get(tally.control());
            if (control != null) {
                failing.merge(control.severity(), tally.counts().fail(), Long::sum);
            }
        }
        return failing;
    }

    private static Map<String, Long> failingByTeam(List<Tally> tallies) {
        return ofCustomer(tallies).stream()
                .filter(tally -> tally.counts().fail() > 0)
                .collect(Collectors.groupingBy(Tally::team, TreeMap::new, Collectors.summingLong(tally -> tally.counts()
                        .fail())));
    }

    private List<FailingControl> failingControls(List<Tally> tallies) {
        List<FailingControl> failing = new ArrayList<>();
        List<Gap> gaps = Scoring.gaps(
                ofCustomer(tallies),
                catalog.controlsByNumber(),
                catalog.revision().parameters(),
                MOST_FAILING_CONTROLS);
        for (Gap gap : gaps) {
            catalog.control(gap.control())
                    .ifPresent(control -> failing.add(new FailingControl(
                            control.id(),
                            control.title(),
                            control.severity(),
                            control.layer(),
                            gap.failing(),
                            accountsFailing.getOrDefault(control.number(), 0),
                            gap.gain())));
        }
        return failing;
    }

    private Score overall(List<Tally> tallies) {
        return score(ofCustomer(tallies));
    }

    private Score score(List<Tally> tallies) {
        return Scoring.score(
                tallies, catalog.controlsByNumber(), catalog.revision().parameters());
    }

    private static List<Tally> ofCustomer(List<Tally> tallies) {
        return tallies.stream().filter(tally -> tally.party() != Party.AWS).toList();
    }

    private static List<Tally> of(Party party, List<Tally> tallies) {
        return tallies.stream().filter(tally -> tally.party() == party).toList();
    }
}
