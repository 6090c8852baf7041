package dev.demarc.bench.ingest;

import dev.demarc.bench.figure.Row;
import dev.demarc.bench.figure.Runs;
import dev.demarc.bench.platform.BenchPlatform;
import dev.demarc.bench.platform.Readers;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.local.platform.Service;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From Kafka to committed verdicts: work is laid in while assessment stands still, then timed. */
public final class IngestBench {
    /** The organisation of what is ingested. */
    public static final String ORGANIZATION = "bench";

    private static final int SCOPES = 40;
    private static final int READERS = 50;
    /** Each is taken alone and while others read, by turns. */
    private static final int CATCH_UPS = 3;

    private final BenchPlatform platform;
    private final Connection database;
    private final int perScope;
    private final List<String> widest;
    private final List<Scope> first = Load.scopes(0, SCOPES);
    private final List<Scope> second = Load.scopes(SCOPES, SCOPES);

    /** @param widest the paths of the lists that are read beside a catching up */
    public IngestBench(BenchPlatform platform, Connection database, int resources, List<String> widest) {
        this.platform = platform;
        this.database = database;
        this.perScope = resources / SCOPES;
        this.widest = List.copyOf(widest);
    }

    public List<Row> run() throws Exception {
        try (Load load = new Load(platform, database, ORGANIZATION, perScope)) {
            load.announce(Stream.concat(first.stream(), second.stream()).toList());
            double cold = load.run(first, "all-new", 1.0);
            double fresh = load.run(second, "all-new", 1.0);
            double unchanged = load.run(second, "unchanged", 0.0);
            double few = load.run(second, "few-changed", 0.05);
            List<Row> rows = new ArrayList<>(List.of(
                    Row.of("limit: bare consume", load.bareConsume(), "resources/s"),
                    Row.of("Kafka to committed verdicts, all new", fresh, "resources/s")
                            .goal("goal 20,000"),
                    Row.of("same, the first after the start", cold, "resources/s"),
                    Row.of("same, nothing changed", unchanged, "resources/s").goal("goal 150,000"),
                    Row.of("same, 5 % changed", few, "resources/s")));
            rows.addAll(catchUps(load));
            return rows;
        }
    }

    private List<Row> catchUps(Load load) throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int i = 0; i < CATCH_UPS; i++) {
            alone.add(load.run(second, "alone-" + i, 1.0));
            Readers readers = new Readers(platform.answers(Service.GATEWAY), READERS, widest);
            beside.add(load.run(second, "beside-" + i, 1.0, readers::begin));
            answers.add(readers.rate());
        }
        double share = 100 * new Runs(beside).median() / new Runs(alone).median();
        return List.of(
                Row.of("same, all changed", new Runs(alone), "resources/s"),
                Row.of(
                        "same, while %d clients read the widest lists".formatted(READERS),
                        new Runs(beside),
                        "resources/s"),
                Row.of("same, of that alone", share, "%").goal("goal 80"),
                Row.of("answers that the clients got meanwhile", new Runs(answers), "answers/s"));
    }
}
