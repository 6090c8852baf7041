package dev.demarc.assessment.partition;

import dev.demarc.assessment.account.AccountPlace;
import dev.demarc.assessment.account.AccountStore;
import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.ingest.RefusedConfiguration;
import dev.demarc.assessment.resource.ConfigurationCodec;
import dev.demarc.assessment.resource.Digest;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.resource.StoredResource.Judged;
import dev.demarc.assessment.resource.StoredResource.Name;
import dev.demarc.assessment.verdict.JudgedVerdicts;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.Judgement;
import dev.demarc.engine.statement.EffectiveVerdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges configurations and gives what is stored of them. */
@ApplicationScoped
public class Assessor {
    private final Dictionaries dictionaries;
    private final AccountStore accounts;
    private final ConfigurationCodec codec;

    public Assessor(Dictionaries dictionaries, AccountStore accounts, ConfigurationCodec codec) {
        this.dictionaries = dictionaries;
        this.accounts = accounts;
        this.codec = codec;
    }

    /**
     * @param observedAt by the time of the bus
     * @param before the non-passes that stand, whose {@code since} stays where the verdict does
     */
    StoredResource assess(
            int scope,
            long rid,
            Digest digest,
            Instant observedAt,
            ResourceConfiguration item,
            byte[] json,
            List<NonPass> before,
            Transaction transaction)
            throws SQLException {
        return new StoredResource(
                scope,
                rid,
                digest,
                observedAt,
                new Name(item.resourceId(), item.resourceName(), item.arn()),
                judge(item, before, transaction, observedAt),
                codec.pack(json));
    }

    /**
     * What is kept of a resource whose configuration was refused: that nobody knows any more how it is.
     *
     * @param before what is stored of it, empty where nothing is
     */
    StoredResource refused(
            NumberedScope scope,
            long rid,
            Optional<StoredResource> before,
            Instant observedAt,
            String reason,
            Transaction transaction)
            throws SQLException {
        ResourceConfiguration item = before.isPresent()
                ? RefusedConfiguration.of(codec.unpack(before.get().configuration()), observedAt, reason)
                : RefusedConfiguration.unheardOf(scope.name(), rid, observedAt, reason);
        List<NonPass> nonPasses =
                before.map(stored -> stored.judged().nonPasses()).orElse(List.of());
        return assess(
                scope.number(), rid, Digest.ofRefused(rid), observedAt, item, Json.bytes(item), nonPasses, transaction);
    }

    /** Judges a stored configuration again. */
    StoredResource again(StoredResource stored, Transaction transaction) throws SQLException {
        ResourceConfiguration item = codec.unpack(stored.configuration());
        return stored.judged(judge(item, stored.judged().nonPasses(), transaction, transaction.now()));
    }

    private Judged judge(ResourceConfiguration item, List<NonPass> before, Transaction transaction, Instant since)
            throws SQLException {
        Judging judging = transaction.judging();
        Instant now = transaction.now();
        Judgement judgement = judging.judge().judge(item, now);
        EffectiveVerdicts effective =
                transaction.statements().of(item.accountId()).effective(judgement.verdicts(), item.key(), now);
        String team = judging.ownership()
                .ofResource(item.tags(), ofAccount(item.accountId(), judging))
                .orElse("");
        return new Judged(
                now,
                earlier(judgement.reviewAt(), effective.reviewAt()),
                judging.version().number(),
                dictionaries.profile(judgement.profile()),
                dictionaries.team(team),
                dictionaries.workload(judging.ownership().workload(item.tags())),
                JudgedVerdicts.of(effective.verdicts(), before, since));
    }

    /** The number of the team that owns what no tag gives to another. */
    int accountTeam(String account, Judging judging) throws SQLException {
        return dictionaries.team(ofAccount(account, judging).orElse(""));
    }

    private Optional<String> ofAccount(String account, Judging judging) throws SQLException {
        AccountPlace place = accounts.place(account);
        return judging.ownership().ofAccount(place.team(), place.ouPath());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
