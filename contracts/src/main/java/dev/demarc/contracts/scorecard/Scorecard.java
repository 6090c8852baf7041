package dev.demarc.contracts.scorecard;

import dev.demarc.contracts.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account's scores, ranges, coverage and top gaps; bounded whatever the account contains: at most 7 kB as JSON beside
 * the tallies, which name at most 100 teams and count the others together.
 *
 * @param version rises with every scorecard of the account; readers ignore lower ones
 * @param revision catalog revision of the judging version
 * @param engine engine version of the judging version
 * @param reassessing whether a newer judging version is still being applied
 * @param observedFrom oldest last complete run of the account's scopes, null before the first
 * @param observedTo newest last complete run of the account's scopes, null before the first
 * @param grade null where nothing was judged
 * @param overall over the customer's part of all controls
 * @param customer over controls of party CUSTOMER
 * @param shared over the customer's half of controls of party SHARED
 * @param scopesRead scopes with a current complete run
 * @param scopesExpected scopes that the account should have
 * @param blind at most 50 of the scopes that nobody can see
 * @param topGaps at most 5, the greatest gain first
 * @param tallies with scope states already laid over them
 */
public record Scorecard(
        String account,
        String organization,
        long version,
        Instant computedAt,
        int revision,
        int engine,
        boolean reassessing,
        @Nullable Instant observedFrom,
        @Nullable Instant observedTo,
        @Nullable Grade grade,
        Score overall,
        Score customer,
        Score shared,
        Assurance assurance,
        int resources,
        int scopesRead,
        int scopesExpected,
        List<Blind> blind,
        List<Gap> topGaps,
        PackedTallies tallies) {
    public Scorecard {
        Require.text(account, "account");
        Require.text(organization, "organization");
        Require.atLeast(1, version, "scorecard version");
        blind = List.copyOf(blind);
        topGaps = List.copyOf(topGaps);
    }
}
