package dev.demarc.bench.reads;

import dev.demarc.bench.figure.Row;
import dev.demarc.bench.figure.Runs;
import dev.demarc.bench.ingest.Load;
import dev.demarc.bench.platform.Answers;
import dev.demarc.bench.platform.BenchPlatform;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.local.platform.Service;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much longer the first page's reads take where a hundred times as much is stored. */
public final class ReadsBench {
    private static final String ORGANIZATION = "bench-reads";
    private static final int FIRST_SCOPE = 1_000;
    private static final int SCOPES = 40;
    private static final int SMALL = 10_000;
    private static final int TIMES = 100;

    private final BenchPlatform platform;
    private final Connection database;

    public ReadsBench(BenchPlatform platform, Connection database) {
        this.platform = platform;
        this.database = database;
    }

    public List<Row> run() throws Exception {
        List<Scope> scopes = Load.scopes(FIRST_SCOPE, SCOPES);
        try (Load load = new Load(platform, database, ORGANIZATION, SMALL / SCOPES)) {
            load.announce(scopes);
            load.run(scopes, "all-new", 1.0);
        }
        FirstPage page = new FirstPage(ORGANIZATION, Instant.now());
        Answers gateway = platform.answers(Service.GATEWAY);
        Growth growth = new Growth(database, ORGANIZATION);
        growth.move();
        Map<String, Runs> small = page.milliseconds(gateway);
        growth.multiply(TIMES);
        growth.move();
        Map<String, Runs> great = page.milliseconds(gateway);
        List<Row> rows = new ArrayList<>();
        small.forEach((path, before) -> {
            Runs after = great.getOrDefault(path, before);
            rows.add(Row.of("GET %s at %,d".formatted(path, SMALL), before, "ms"));
            rows.add(Row.of("same at %,d".formatted(SMALL * TIMES), after, "ms"));
            rows.add(Row.of("times as long", after.median() / before.median(), "")
                    .goal("goal 3"));
        });
        return rows;
    }
}
