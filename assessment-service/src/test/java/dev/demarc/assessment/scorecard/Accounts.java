package dev.demarc.assessment.scorecard;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds what the store says of an account in Frankfurt, scope by scope. */
final class Accounts {
    static final String ID = "111122223333";
    static final String FRANKFURT = "eu-central-1";
    static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");

    private final List<ScopeReading> scopes = new ArrayList<>();
    private final List<String> regions = new ArrayList<>(List.of(FRANKFURT));
    private @Nullable String team;

    static Accounts anAccount() {
        return new Accounts();
    }

    Accounts enabled(String region) {
        regions.add(region);
        return this;
    }

    Accounts team(String name) {
        team = name;
        return this;
    }

    Accounts buckets(Outcome outcome, Instant lastCompleteAt, Tally... tallies) {
        return scope(new Scope(ID, FRANKFURT, BUCKET), outcome, lastCompleteAt, tallies);
    }

    Accounts scope(Scope scope, Outcome outcome, @Nullable Instant lastCompleteAt, Tally... tallies) {
        boolean complete = outcome == Outcome.COMPLETE;
        scopes.add(new ScopeReading(
                scope,
                lastCompleteAt,
                outcome,
                complete ? null : "access denied",
                complete ? null : "s3:ListAllMyBuckets",
                null,
                tallies.length == 0 ? 0 : total(tallies[0].counts()),
                List.of(tallies)));
        return this;
    }

    Accounts lostRecords(Scope scope, Instant lastCompleteAt, Tally... tallies) {
        scopes.add(new ScopeReading(
                scope, lastCompleteAt, Outcome.COMPLETE, null, null, "records were lost", 1, List.of(tallies)));
        return this;
    }

    AccountReading reading() {
        Account account =
                new Account(ID, "Payments", "o-example", List.of("Workloads"), Account.Status.ACTIVE, regions, team);
        return new AccountReading(account, 1, 1, false, scopes);
    }

    static Tally tally(int control, long pass, long fail) {
        return new Tally(control, Party.CUSTOMER, "payments", new Counts(pass, fail, 0, 0, 0));
    }

    static long total(Counts counts) {
        return counts.pass() + counts.fail() + counts.unknown() + counts.waived() + counts.notApplicable();
    }
}
