package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static dev.demarc.assessment.partition.Inputs.at;
import static dev.demarc.assessment.partition.Inputs.completeRun;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.assessment.proposal.People;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An account with an unencrypted bucket, about which people state something. */
final class StatedAccount implements BeforeEachCallback, AfterEachCallback {
    static final Scope ACCOUNT = new Scope(SCOPE.account(), Scope.GLOBAL, Control.ACCOUNT_TYPE);
    static final Instant NOON = at(12 * 3600);
    static final Instant EVENING = at(20 * 3600);
    static final int ATTESTED = 9;

    private final Workbench bench = Workbench.open().judgeBy(TestCatalog.stated());
    private final People people = bench.people();

    @Override
    public void beforeEach(ExtensionContext context) {
        bench.clock().set(at(10));
        bench.ingest(
                completeRun(SCOPE, "s", at(0), Bucket.named("plain").unencrypted(), Bucket.named("good")),
                completeRun(ACCOUNT, "s", at(0), Bucket.named(SCOPE.account())));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        bench.close();
    }

    Workbench bench() {
        return bench;
    }

    People people() {
        return people;
    }

    static Bucket contrary() {
        return contrary("plain");
    }

    static Bucket contrary(String name) {
        Bucket bucket = Bucket.named(name).unencrypted();
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("bucketPolicy", null);
        return new Bucket(
                bucket.scope(), name, bucket.observedAt(), bucket.tags(), bucket.configuration(), none, List.of());
    }

    NonPass encrypted() {
        return failing("plain");
    }

    NonPass failing(String bucket) {
        return bench.database().nonPasses(bucket).stream()
                .filter(each -> each.control() == TestCatalog.ENCRYPTED)
                .findFirst()
                .orElseThrow();
    }

    NonPass attested() {
        return bench.database().nonPasses(SCOPE.account()).stream()
                .filter(each -> each.control() == ATTESTED)
                .findFirst()
                .orElseThrow();
    }

    String tally(int control) {
        return String.join("; ", bench.database().rows("""
                SELECT format('pass %%s fail %%s unknown %%s waived %%s na %%s', sum(pass), sum(fail), sum(unknown),
                    sum(waived), sum(not_applicable)) FROM tally WHERE control = %d""".formatted(control)));
    }

    List<String> events() {
        return bench.database().rows("SELECT convert_from(payload, 'UTF8') FROM finding_outbox ORDER BY no");
    }
}
