package dev.demarc.gateway.organization;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.access.Sight;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.score.Scoring;
import dev.demarc.gateway.Catalogs;
import dev.demarc.gateway.Scorecards;
import dev.demarc.gateway.account.Accounts;
import dev.demarc.gateway.account.TestAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Accounts of a few organisations, units and teams, drawn at random, with what of each may be seen kept apart. */
final class World {
    static final List<String> ORGANIZATIONS = List.of("o-a", "o-b", Accounts.SAMPLE);
    static final List<String> UNITS = List.of("Prod", "Test", "Prod/Test");
    static final List<String> TEAMS = List.of("", "payments", "platform", "web");
    static final List<String> IDS =
            List.of("111111111111", "222222222222", "333333333333", "444444444444", "555555555555", "666666666666");

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Scorecard> scorecards = new TreeMap<>();

    static World draw(Random random) {
        World world = new World();
        IDS.forEach(id -> world.add(id, random));
        return world;
    }

    /** Another world that agrees with this one on all that may be seen, and on nothing else but by chance. */
    World withAnother(Sight sight, Random random) {
        World other = new World();
        for (String id : IDS) {
            Account account = accounts.get(id);
            Scorecard scorecard = scorecards.get(id);
            if (account != null && sight.covers(id, account.organization(), account.ouPath())) {
                other.put(account, scorecard);
            } else if (account != null
                    && scorecard != null
                    && !own(scorecard, sight).isEmpty()) {
                other.put(account, anotherAround(own(scorecard, sight), scorecard, account, sight, random));
            } else {
                other.addBeyond(id, sight, random);
            }
        }
        return other;
    }

    Accounts accounts() {
        return TestAccounts.of(accounts.values(), scorecards.values());
    }

    private void add(String id, Random random) {
        if (random.nextInt(8) > 0) {
            Account account = account(id, random);
            put(account, random.nextInt(8) == 0 ? null : scorecard(account, tallies(random), random));
        }
    }

    /** What is drawn is drawn again until nothing of it may be seen. */
    private void addBeyond(String id, Sight sight, Random random) {
        World tried = new World();
        tried.add(id, random);
        Account account = tried.accounts.get(id);
        if (account == null) {
            return;
        }
        Scorecard scorecard = tried.scorecards.get(id);
        boolean seen = sight.covers(id, account.organization(), account.ouPath())
                || (scorecard != null && !own(scorecard, sight).isEmpty());
        if (seen) {
            addBeyond(id, sight, random);
        } else {
            put(account, scorecard);
        }
    }

    private void put(Account account, @Nullable Scorecard scorecard) {
        accounts.put(account.id(), account);
        if (scorecard != null) {
            scorecards.put(account.id(), scorecard);
        }
    }

    private static List<Tally> own(Scorecard scorecard, Sight sight) {
        return scorecard.tallies().unpack().stream()
                .filter(tally -> sight.teams().contains(tally.team()))
                .toList();
    }

    private static Scorecard anotherAround(
            List<Tally> own, Scorecard scorecard, Account account, Sight sight, Random random) {
        List<Tally> tallies = new ArrayList<>(own);
        tallies(random).stream()
                .filter(tally -> !sight.teams().contains(tally.team()))
                .forEach(tallies::add);
        Scorecard drawn = scorecard(account, tallies, random);
        return scorecard(
                drawn.version(), drawn.computedAt(), scorecard.observedFrom(), scorecard.observedTo(), drawn, tallies);
    }

    private static Account account(String id, Random random) {
        return Scorecards.account(
                id, any(ORGANIZATIONS, random), any(UNITS, random).split("/", -1));
    }

    private static List<Tally> tallies(Random random) {
        List<Tally> tallies = new ArrayList<>();
        for (int control : List.of(Catalogs.BUCKET_PUBLIC, Catalogs.BUCKET_LOGS, Catalogs.PATCHING)) {
            for (String team : TEAMS) {
                if (random.nextInt(3) == 0) {
                    Counts counts =
                            new Counts(random.nextInt(4), random.nextInt(4), random.nextInt(2), random.nextInt(2), 0);
                    tallies.add(new Tally(control, any(List.of(Party.values()), random), team, counts));
                }
            }
        }
        return tallies;
    }

    private static Scorecard scorecard(Account account, List<Tally> tallies, Random random) {
        List<Blind> blind = random.nextBoolean()
                ? List.of()
                : List.of(
                        new Blind("eu-central-1", "AWS::S3::Bucket", Blind.State.DENIED, "no", "s3:ListAllMyBuckets"));
        Scorecard drawn = Scorecards.scorecard(account, 1 + random.nextInt(1000), blind, tallies);
        return scorecard(
                drawn.version(),
                Instant.EPOCH.plusSeconds(random.nextInt(1_000_000)),
                drawn.observedFrom(),
                drawn.observedTo(),
                drawn,
                tallies);
    }

    private static Scorecard scorecard(
            long version,
            Instant computedAt,
            @Nullable Instant from,
            @Nullable Instant to,
            Scorecard of,
            List<Tally> tallies) {
        return new Scorecard(
                of.account(),
                of.organization(),
                version,
                computedAt,
                of.revision(),
                of.engine(),
                of.reassessing(),
                from,
                to,
                of.grade(),
                of.overall(),
                of.customer(),
                of.shared(),
                new Assurance(1, 2),
                of.resources() + (int) (version % 7),
                5,
                5,
                of.blind(),
                Scoring.gaps(
                        tallies,
                        Catalogs.current().require().controlsByNumber(),
                        Catalogs.small().parameters(),
                        5),
                PackedTallies.pack(tallies));
    }

    static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
