package dev.demarc.assessment.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

class RecountProperties {
    private static final int BUCKETS = 6;
    private static @Nullable Workbench bench;
    private static long scopes;

    @BeforeContainer
    static void open() {
        bench = Workbench.with(TestConfig.small().steps(2));
    }

    @AfterContainer
    static void close() {
        bench().close();
    }

    @Property(tries = 60)
    void talliesEqualARecountWhateverCame(@ForAll long seed) {
        Random random = new Random(seed);

        inPieces(random, runs(random, nextScope()));

        assertThat(bench().disagreements()).isEmpty();
    }

    @Property(tries = 40)
    void replayingAnyPrefixTwiceChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<ProducerRecord<String, byte[]>> messages = runs(random, nextScope());
        inPieces(random, messages);
        String decided = bench().database().decided();
        List<ProducerRecord<String, byte[]>> prefix = messages.subList(0, random.nextInt(messages.size() + 1));

        inPieces(random, prefix);
        inPieces(random, prefix);

        assertThat(bench().database().decided()).isEqualTo(decided);
        assertThat(bench().disagreements()).isEmpty();
    }

    @Property(tries = 60)
    void aCompleteRunLeavesJustWhatItListed(@ForAll long seed) {
        Random random = new Random(seed);
        Scope scope = nextScope();
        inPieces(random, runs(random, scope));
        String[] last = some(random);

        inPieces(
                random,
                Inputs.completeRun(
                        scope,
                        "last",
                        Inputs.at(50_000),
                        Arrays.stream(last).map(Bucket::named).toArray(Bucket[]::new)));

        assertThat(bench().database()
                        .rows(("SELECT resource_id FROM resource r JOIN scope s ON s.no = r.scope"
                                        + " JOIN account a ON a.no = s.account WHERE a.id = '%s' ORDER BY 1")
                                .formatted(scope.account())))
                .containsExactly(last);
        assertThat(bench().disagreements()).isEmpty();
    }

    /** Some runs in the order of their begins, each pair of neighbours possibly interleaved. */
    private static List<ProducerRecord<String, byte[]>> runs(Random random, Scope scope) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            List<ProducerRecord<String, byte[]>> run = run(random, scope, "s" + i, Inputs.at(i * 100L));
            messages = random.nextInt(3) == 0 ? interleaved(random, messages, run) : joined(messages, run);
        }
        return messages;
    }

    private static List<ProducerRecord<String, byte[]>> run(Random random, Scope scope, String scan, Instant begin) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        messages.add(Inputs.begin(scope, scan, begin));
        String[] ids = some(random);
        for (String id : ids) {
            Bucket bucket = Bucket.named(id).in(scope).observed(begin.plusSeconds(random.nextInt(150) - 20));
            messages.add(Inputs.item(scan, random.nextBoolean() ? bucket : bucket.unencrypted()));
        }
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 ->
                messages.add(Inputs.end(scope, scan, begin.plusSeconds(90), Outcome.DENIED, "access denied", null));
            default -> {
                int half = ids.length / 2;
                messages.add(Inputs.page(scope, scan, 1, Arrays.copyOfRange(ids, half, ids.length)));
                messages.add(Inputs.page(scope, scan, 0, Arrays.copyOfRange(ids, 0, half)));
                messages.add(Inputs.end(scope, scan, begin.plusSeconds(90), 2, ids));
            }
        }
        return messages;
    }

    private static String[] some(Random random) {
        return IntStream.range(0, BUCKETS)
                .filter(each -> random.nextBoolean())
                .mapToObj(each -> "bucket-" + each)
                .toArray(String[]::new);
    }

    /** In transactions of any size, with restarts between. */
    private static void inPieces(Random random, List<ProducerRecord<String, byte[]>> messages) {
        for (int from = 0; from < messages.size(); ) {
            int to = Math.min(messages.size(), from + 1 + random.nextInt(12));
            bench().ingestAll(messages.subList(from, to));
            if (random.nextInt(4) == 0) {
                bench().restart();
            }
            from = to;
        }
    }

    private static <T> List<T> interleaved(Random random, List<T> one, List<T> other) {
        Deque<T> left = new ArrayDeque<>(one);
        Deque<T> right = new ArrayDeque<>(other);
        List<T> all = new ArrayList<>();
        while (!left.isEmpty() || !right.isEmpty()) {
            boolean fromLeft = right.isEmpty() || (!left.isEmpty() && random.nextBoolean());
            all.add(fromLeft ? left.remove() : right.remove());
        }
        return all;
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static Scope nextScope() {
        return new Scope("%012d".formatted(++scopes), "eu-central-1", Inputs.BUCKET);
    }

    private static Workbench bench() {
        return Objects.requireNonNull(bench);
    }
}
