package dev.demarc.contracts.api;

import dev.demarc.contracts.Severity;
import dev.demarc.contracts.scorecard.Assurance;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's posture, rolled up exactly from its accounts' tallies; or the part of it that one team owns.
 *
 * @param team whose part it is, the empty name for what no team owns; null for all. Scores, failures, units and accounts
 *     are then made of the team's tallies alone, and neither has a grade, which is a whole account's; accounts are those
 *     that it owns or has anything in, with what nobody can see of them
 * @param observedFrom the oldest last complete run of any account, null before the first
 * @param accountsRead accounts with a scorecard
 * @param accountsExpected accounts known, gone ones not counted
 * @param resources null for a team: tallies count verdicts, the list of teams its resources
 * @param overall its {@code securityHub} is what Security Hub shows the administrator of these accounts: a control that
 *     fails in one account counts as failed
 * @param securityHubMean the mean over accounts of each one's own Security Hub measure, 0 to 100; accounts without data do
 *     not count, null where none has any
 * @param failing open failures by severity
 * @param failingByTeam open failures by owning team, the empty name for none
 * @param blind what nobody can see, the widest gap first
 * @param units every organisational unit down the tree, the root first
 * @param accounts every account with its grade, scores and layers, the worst first
 * @param failingControls controls with failures, the most points to gain first, at most 20
 */
public record OrganizationView(
        String organization,
        @Nullable String team,
        @Nullable Instant observedFrom,
        @Nullable Instant observedTo,
        int accountsRead,
        int accountsExpected,
        int scopesRead,
        int scopesExpected,
        boolean reassessing,
        @Nullable Integer resources,
        Score overall,
        Score customer,
        Score shared,
        @Nullable Double securityHubMean,
        Assurance assurance,
        Map<Severity, Long> failing,
        Map<String, Long> failingByTeam,
        List<BlindGroup> blind,
        List<UnitView> units,
        List<AccountRow> accounts,
        List<FailingControl> failingControls) {
    /** Scopes that are blind for the same reason and would be mended by the same permission. */
    public record BlindGroup(
            Blind.State state,
            @Nullable String reason,
            @Nullable String permission,
            int scopes,
            List<String> accounts) {}

    /** One organisational unit with all below it; the root's path is empty. */
    public record UnitView(
            List<String> path, int accounts, @Nullable Grade worst, Score overall) {}

    /** One account in the heat map of accounts by layer; layers without a judged control are absent. */
    public record AccountRow(
            String account,
            String name,
            List<String> ouPath,
            @Nullable String team,
            @Nullable Grade grade,
            Score overall,
            Map<String, LayerCell> layers) {}

    /** An account's score on one layer, 0 to 100, with its failures. */
    public record LayerCell(@Nullable Double value, long fail, long unknown) {}

    /** One control that fails somewhere. */
    public record FailingControl(
            String control, String title, Severity severity, String layer, long failing, int accounts, double gain) {}
}
