package dev.demarc.assessment.past;

import dev.demarc.assessment.approved.Statements;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.catalog.CurrentJudge;
import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.history.Retention;
import dev.demarc.assessment.inventory.Configurations;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.past.PastStore.FindingKey;
import dev.demarc.assessment.past.PastStore.ResourceThen;
import dev.demarc.assessment.past.PastStore.ScopeThen;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.scorecard.AccountReading;
import dev.demarc.assessment.scorecard.ScopeReading;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.assessment.verdict.JudgedVerdicts;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import dev.demarc.engine.Judgement;
import dev.demarc.engine.ownership.Ownership;
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
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges accounts again as of a past instant: configurations, runs, catalog and organisation of then, and its time. */
@ApplicationScoped
public class Past {
    private static final int JUDGES_KEPT = 3;
    private static final int CHUNK = 500;

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
     * Where resources stand that are judged in chunks.
     *
     * @param rid after which to go on within the scope
     */
    public record Place(int scope, long rid) {
        public static final Place START = new Place(0, Long.MIN_VALUE);
    }

    /**
     * Some resources as they were judged, by scope and rid.
     *
     * @param next after which to go on, null where the account has no more
     */
    public record Chunk(List<JudgedThen> judged, @Nullable Place next) {
        public Chunk {
            judged = List.copyOf(judged);
        }
    }

    private record Read(List<Stored> resources, @Nullable Place next) {}

    private record Stored(ResourceThen resource, ResourceConfiguration item, Map<FindingKey, Instant> open) {}

    /**
     * The account with its scorecard of then.
     *
     * @param asOf a day, for its end, or an instant
     */
    public AccountView account(Reached reached, String id, String asOf) {
        PastAccount then = find(reached, id, asOf);
        Map<Integer, ThenTallies> tallies = new LinkedHashMap<>();
        then.scopes().keySet().forEach(scope -> tallies.put(scope, new ThenTallies()));
        Place place = Place.START;
        while (place != null) {
            Chunk chunk = judge(reached, then, place);
            chunk.judged().forEach(each -> Objects.requireNonNull(tallies.get(each.scope()))
                    .add(each));
            place = chunk.next();
        }
        List<ScopeReading> readings = new ArrayList<>();
        then.scopes()
                .forEach((number, scope) ->
                        readings.add(Objects.requireNonNull(tallies.get(number)).reading(scope)));
        AccountReading reading = new AccountReading(
                then.account(), then.judge().revision().number(), Judge.ENGINE_VERSION, false, readings);
        return new AccountView(then.account(), scorecard(reading, then.at()), then.at());
    }

    /** The day that stands for now. */
    String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    /** What must be known of an account to judge its resources as of then. */
    public PastAccount find(Reached reached, String id, String asOf) {
        return reads.of(connection -> find(connection, reached, id, asOf));
    }

    /**
     * Judges the next resources that the account had then, at most {@value #CHUNK}. They are read first: judging holds no
     * connection.
     */
    public Chunk judge(Reached reached, PastAccount then, Place after) {
        if (!reached.covers(then.account().id())) {
            throw new UnknownIdException("account", then.account().id());
        }
        Read read = reads.of(connection -> read(connection, then, after));
        return new Chunk(
                read.resources().stream().map(each -> judged(then, each)).toList(), read.next());
    }

    private PastAccount find(Connection connection, Reached reached, String id, String asOf) throws SQLException {
        Instant now = clock.instant();
        int number = (reached.covers(id) ? PastStore.number(connection, id) : Optional.<Integer>empty())
                .orElseThrow(() -> new UnknownIdException("account", id));
        Instant begins = PastStore.begins(connection, number).orElse(now);
        Instant first =
                retention.completeFrom(now).filter(kept -> kept.isAfter(begins)).orElse(begins);
        Instant at = AsOf.parse(asOf, first, now);
        Judge judge = judge(PastStore.revision(connection, at)
                .orElseThrow(() -> new UnknownIdException("catalog revision as of", at.toString())));
        NavigableMap<Integer, ScopeThen> scopes = new TreeMap<>();
        for (ScopeThen scope : PastStore.scopes(connection, number, at)) {
            scopes.put(scope.number(), scope);
        }
        return new PastAccount(
                at, judge, PastStore.account(connection, id, at), scopes, Statements.asOf(connection, id, at));
    }

    private Read read(Connection connection, PastAccount then, Place after) throws SQLException {
        List<Stored> read = new ArrayList<>();
        for (int scope : then.scopes().tailMap(after.scope(), true).keySet()) {
            long from = scope == after.scope() ? after.rid() : Long.MIN_VALUE;
            List<ResourceThen> resources = PastStore.resources(connection, scope, then.at(), from, CHUNK - read.size());
            if (!resources.isEmpty()) {
                long last = resources.get(resources.size() - 1).rid();
                Map<FindingKey, Instant> open =
                        PastStore.open(connection, scope, resources.get(0).rid(), last, then.at());
                for (ResourceThen each : resources) {
                    read.add(new Stored(each, configurations.unpack(connection, each.configuration()), open));
                }
                if (read.size() == CHUNK) {
                    return new Read(read, new Place(scope, last));
                }
            }
        }
        return new Read(read, null);
    }

    private static JudgedThen judged(PastAccount then, Stored stored) {
        ResourceConfiguration item = stored.item();
        Ownership ownership = Ownership.of(then.judge().revision().parameters());
        String owner = ownership
                .ofResource(
                        item.tags(),
                        ownership.ofAccount(
                                then.account().team(), then.account().ouPath()))
                .orElse("");
        Judgement judgement = then.judge().judge(item, then.at());
        List<ControlVerdict> verdicts = then.statements()
                .effective(judgement.verdicts(), item.key(), then.at())
                .verdicts();
        ScopeThen scope =
                Objects.requireNonNull(then.scopes().get(stored.resource().scope()));
        return judged(then.account(), scope, stored.resource(), owner, judgement, verdicts, stored.open());
    }

    private Scorecard scorecard(AccountReading reading, Instant at) {
        try {
            return rules.of(reading).compute(reading, 1, at).scorecard();
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
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
