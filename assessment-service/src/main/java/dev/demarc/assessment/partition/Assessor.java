package dev.demarc.assessment.partition;

import dev.demarc.assessment.account.AccountPlace;
import dev.demarc.assessment.account.AccountStore;
import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.resource.ConfigurationCodec;
import dev.demarc.assessment.resource.Digest;
import dev.demarc.assessment.resource.StoredResource;
import dev.demarc.assessment.resource.StoredResource.Judged;
import dev.demarc.assessment.resource.StoredResource.Name;
import dev.demarc.assessment.verdict.JudgedVerdicts;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.engine.Judgement;
import dev.demarc.engine.ownership.Ownership;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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

    /** @param before the non-passes that stand, whose {@code since} stays where the verdict does */
    StoredResource assess(
            int scope,
            long rid,
            Digest digest,
            ResourceConfiguration item,
            byte[] json,
            List<NonPass> before,
            Judging judging,
            Instant now)
            throws SQLException {
        Instant observedAt = item.configurationItemCaptureTime();
        return new StoredResource(
                scope,
                rid,
                digest,
                observedAt,
                new Name(item.resourceId(), item.resourceName(), item.arn()),
                judge(item, before, judging, now, observedAt),
                codec.pack(json));
    }

    /** Judges a stored configuration again. */
    StoredResource again(StoredResource stored, Judging judging, Instant now) throws SQLException {
        ResourceConfiguration item = codec.unpack(stored.configuration());
        return stored.judged(judge(item, stored.judged().nonPasses(), judging, now, now));
    }

    private Judged judge(ResourceConfiguration item, List<NonPass> before, Judging judging, Instant now, Instant since)
            throws SQLException {
        Judgement judgement = judging.judge().judge(item, now);
        AccountPlace place = accounts.place(item.accountId());
        Ownership ownership = judging.ownership();
        String team = ownership
                .ofResource(item.tags(), ownership.ofAccount(place.team(), place.ouPath()))
                .orElse("");
        return new Judged(
                now,
                judgement.reviewAt(),
                judging.version().number(),
                dictionaries.profile(judgement.profile()),
                dictionaries.team(team),
                JudgedVerdicts.of(judgement.verdicts(), before, since));
    }
}
