package dev.demarc.gateway;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.PackedTallies;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.score.Scoring;
import dev.demarc.gateway.catalog.CatalogView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Accounts and their scorecards, scored as the engine does over {@link Catalogs#small()}. */
public final class Scorecards {
    private static final CatalogView CATALOG = CatalogView.of(Catalogs.small());

    private Scorecards() {}

    public static Account account(String id, String organization, String... ouPath) {
        return new Account(
                id,
                "Account " + id.substring(8),
                organization,
                List.of(ouPath),
                Account.Status.ACTIVE,
                List.of("eu-central-1"),
                "payments");
    }

    public static Tally tally(int control, String team, long pass, long fail, long unknown) {
        return new Tally(control, Party.CUSTOMER, team, new Counts(pass, fail, unknown, 0, 0));
    }

    public static Scorecard scorecard(Account account, long version, Tally... tallies) {
        return scorecard(account, version, List.of(), Arrays.asList(tallies));
    }

    public static Scorecard scorecard(Account account, long version, List<Blind> blind, List<Tally> tallies) {
        Score overall = score(tallies);
        Grade grade = Scoring.grade(overall, false);
        return new Scorecard(
                account.id(),
                account.organization(),
                version,
                Instant.parse("2026-06-01T10:00:00Z"),
                Catalogs.small().number(),
                1,
                false,
                Instant.parse("2026-06-01T08:00:00Z").plusSeconds(version),
                Instant.parse("2026-06-01T09:00:00Z").plusSeconds(version),
                grade,
                overall,
                overall,
                score(List.of()),
                new Assurance(1, 2),
                10,
                5,
                5 + blind.size(),
                blind,
                List.of(),
                PackedTallies.pack(tallies));
    }

    public static Score score(List<Tally> tallies) {
        return Scoring.score(
                tallies, CATALOG.controlsByNumber(), CATALOG.revision().parameters());
    }
}
