package dev.demarc.bench.reads;

import dev.demarc.bench.figure.Row;
import dev.demarc.bench.figure.Runs;
import dev.demarc.bench.platform.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the first page and its lists ask of the loaded organisation. */
public final class FirstPage {
    private static final Duration VISIT = Duration.ofDays(7);

    private final List<String> paths;

    /** @param now the last visit was a week before */
    public FirstPage(String organization, Instant now) {
        String all = "?organization=" + organization;
        String since = all + "&since=" + now.minus(VISIT);
        paths = List.of(
                "/api/v1/organization" + all,
                "/api/v1/changes" + since,
                "/api/v1/drift" + since,
                "/api/v1/teams" + all,
                "/api/v1/findings" + all + "&overdue=true",
                "/api/v1/findings" + since,
                "/api/v1/resources" + all + "&team=team-3");
    }

    /** Those that the store answers, as wide as they come. */
    public List<String> widest() {
        return paths.subList(1, paths.size());
    }

    public List<Row> rows(Answers gateway) {
        return milliseconds(gateway).entrySet().stream()
                .map(path -> Row.of("GET " + path.getKey(), path.getValue(), "ms"))
                .toList();
    }

    /** By path, without what it asks for beyond telling it from others. */
    Map<String, Runs> milliseconds(Answers gateway) {
        Map<String, Runs> milliseconds = new LinkedHashMap<>();
        for (String path : paths) {
            gateway.of(path);
            milliseconds.put(name(path), Runs.of(() -> gateway.milliseconds(path)));
        }
        return milliseconds;
    }

    private static String name(String path) {
        return path.replaceFirst("[?]organization=[^&]*&?", "?").replaceFirst("[?]$|=.*", "");
    }
}
