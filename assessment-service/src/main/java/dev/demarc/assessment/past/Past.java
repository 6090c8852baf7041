package dev.demarc.assessment.past;

import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.grant.Grant;
import dev.demarc.assessment.history.Retention;
import dev.demarc.assessment.inventory.Configurations;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.past.PastStore.FindingKey;
import dev.demarc.assessment.past.PastStore.ResourceThen;
import dev.demarc.assessment.past.PastStore.ScopeThen;
import dev.demarc.assessment.responsibility.CatalogLookup;
import dev.demarc.assessment.scorecard.AccountReading;
import dev.demarc.assessment.scorecard.ScopeReading;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.assessment.statement.Statements;
import dev.demarc.assessment.verdict.JudgedVerdicts;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.scan.Account;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import dev.demarc.engine.Judgement;
import dev.demarc.engine.ownership.Ownership;
import dev.demarc.engine.statement.AccountStatements;
import dev.demarc.shell.problem.UnknownIdException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges accounts again as of a past instant: configurations, runs, catalog and organisation of then, and its time. */
@ApplicationScoped
public class Past {
    private static final int JUDGES_KEPT = 3;

    private final ReadTransaction reads;
    private final CatalogStore catalog;
    private final CurrentJudge current;
    private final Configurations configurations;
    private final ScorecardRules rules;
    private final Retention retention;
    private final Clock clock;
    private final Map<Integer, Judge> judges = new LinkedHashMap<>();

    public Past(
            ReadTransaction reads,
            CatalogStore catalog,
            CurrentJudge current,
            Configurations configurations,
            ScorecardRules rules,
            Retention retention,
            Clock clock) {
        this.reads = reads;
        this.catalog = catalog;
        this.current = current;
        this.configurations = configurations;
        this.rules = rules;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * What an account's judgement of then consists of.
     *
     * @param catalog the revision that was in force
     */
    public record Judged(Instant at, AccountReading reading, CatalogLookup catalog) {}

    /**
     * The account with its scorecard of then.
     *
     * @param asOf a day, for its end, or an instant
     */
    public AccountView account(Grant grant, String id, String asOf) {
        return reads.of(connection -> {
            Judged judged = judge(connection, grant, id, asOf, each -> {});
            return new AccountView(
                    judged.reading().account(),
                    rules.of(judged.reading())
                            .compute(judged.reading(), 1, judged.at())
                            .scorecard(),
                    judged.at());
        });
    }

    /** The day that stands for now. */
    String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    /** Judges every resource that the account had then, by scope and rid. */
    public Judged judge(Grant grant, String id, String asOf, Consumer<JudgedThen> each) {
        return reads.of(connection -> judge(connection, grant, id, asOf, each));
    }

    private Judged judge(Connection connection, Grant grant, String id, String asOf, Consumer<JudgedThen> each)
            throws SQLException {
        Instant now = clock.instant();
        int number = (grant.covers(id) ? PastStore.number(connection, id) : Optional.<Integer>empty())
                .orElseThrow(() -> new UnknownIdException("account", id));
        Instant begins = PastStore.begins(connection, number).orElse(now);
        Instant first =
                retention.completeFrom(now).filter(kept -> kept.isAfter(begins)).orElse(begins);
        Instant at = AsOf.parse(asOf, first, now);
        Judge judge = judge(PastStore.revision(connection, at)
                .orElseThrow(() -> new UnknownIdException("catalog revision as of", at.toString())));
        Account account = PastStore.account(connection, id, at);
        AccountReading reading = new AccountReading(
                account,
                judge.revision().number(),
                Judge.ENGINE_VERSION,
                false,
                scopes(connection, number, account, judge, at, each));
        return new Judged(at, reading, new CatalogLookup(judge));
    }

    private List<ScopeReading> scopes(
            Connection connection, int number, Account account, Judge judge, Instant at, Consumer<JudgedThen> each)
            throws SQLException {
        Map<Integer, ScopeThen> scopes = new LinkedHashMap<>();
        Map<Integer, ThenTallies> tallies = new LinkedHashMap<>();
        for (ScopeThen scope : PastStore.scopes(connection, number, at)) {
            scopes.put(scope.number(), scope);
            tallies.put(scope.number(), new ThenTallies());
        }
        Map<FindingKey, Instant> open = PastStore.open(connection, number, at);
        Ownership ownership = Ownership.of(judge.revision().parameters());
        Optional<String> team = ownership.ofAccount(account.team(), account.ouPath());
        AccountStatements statements = Statements.asOf(connection, account.id(), at);
        PastStore.resources(connection, number, at, resource -> {
            ResourceConfiguration item = configurations.unpack(connection, resource.configuration());
            String owner = ownership.ofResource(item.tags(), team).orElse("");
            ScopeThen scope = Objects.requireNonNull(scopes.get(resource.scope()));
            Judgement judgement = judge.judge(item, at);
            List<ControlVerdict> verdicts =
                    statements.effective(judgement.verdicts(), item.key(), at).verdicts();
            JudgedThen judged = judged(account, scope, resource, owner, judgement, verdicts, open);
            Objects.requireNonNull(tallies.get(resource.scope())).add(judged);
            each.accept(judged);
        });
        List<ScopeReading> readings = new ArrayList<>();
        tallies.forEach((scope, sums) -> readings.add(sums.reading(Objects.requireNonNull(scopes.get(scope)))));
        return readings;
    }

    private static JudgedThen judged(
            Account account,
            ScopeThen scope,
            ResourceThen resource,
            String team,
            Judgement judgement,
            List<ControlVerdict> verdicts,
            Map<FindingKey, Instant> open) {
        return new JudgedThen(
                resource.scope(),
                new ResourceRef(
                        new ResourceKey(scope.scope(), resource.rid()),
                        scope.scope().account(),
                        scope.scope().region(),
                        scope.scope().type(),
                        resource.resourceId(),
                        resource.name(),
                        resource.arn()),
                account.name(),
                team,
                resource.observedAt(),
                later(resource.observedAt(), scope.completeAt()),
                verdicts,
                judgement.profile(),
                JudgedVerdicts.of(verdicts, dated(verdicts, resource, open), resource.observedAt()));
    }

    /** The findings that were open then, so that what fails, or cannot be told, goes on from them. */
    private static List<NonPass> dated(
            List<ControlVerdict> verdicts, ResourceThen resource, Map<FindingKey, Instant> open) {
        List<NonPass> dated = new ArrayList<>();
        for (ControlVerdict verdict : verdicts) {
            int control = verdict.control().number();
            Instant since = open.get(new FindingKey(resource.scope(), resource.rid(), control));
            if (since != null) {
                dated.add(new NonPass(control, Verdict.FAIL, verdict.party(), since, null, null, null, false));
            }
        }
        return dated;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private Judge judge(int revision) throws SQLException {
        Judge newest = current.newest().map(judging -> judging.judge()).orElse(null);
        if (newest != null && newest.revision().number() == revision) {
            return newest;
        }
        synchronized (judges) {
            Judge known = judges.get(revision);
            if (known == null) {
                CatalogRevision stored = catalog.revision(revision);
                known = Judge.of(stored);
                if (judges.size() == JUDGES_KEPT) {
                    judges.remove(judges.keySet().iterator().next());
                }
                judges.put(revision, known);
            }
            return known;
        }
    }
}
