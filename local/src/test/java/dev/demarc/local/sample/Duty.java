package dev.demarc.local.sample;

import dev.demarc.contracts.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of the model that this product was founded on.
 *
 * @param services names of services; {@code all}, and {@code all but Outposts}, among them
 * @param checkedBy {@code layer}, {@code control}, {@code scenario} or {@code invariant}
 */
record Duty(
        String id, String duty, Party party, String layer, List<String> services, String checkedBy, String howItShows) {
    private static final Path FILE = Path.of("src/test/resources/duties/duties.csv");

    static List<Duty> all() {
        try (Stream<String> lines = Files.lines(FILE, StandardCharsets.UTF_8)) {
            return lines.skip(1).map(Duty::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Duty> checkedBy(String how) {
        return all().stream().filter(duty -> duty.checkedBy().equals(how));
    }

    /** Whether every service has this duty, on whose ever premises. */
    boolean isOfAll() {
        return services.contains("all") || services.contains("all but Outposts");
    }

    boolean saysAutomated() {
        return howItShows.toLowerCase(Locale.ROOT).contains("automated");
    }

    boolean saysAttestation() {
        return howItShows.contains("attestation");
    }

    /** Whether configurations of each named service must show it, and not only where they can. */
    boolean isAutomatedForEachService() {
        return howItShows.startsWith("automated") && !howItShows.contains("where visible") && !isOfAll();
    }

    /** The id that the catalog gives to a service of the model. */
    static String id(String service) {
        return service.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Facts of the account stand for the service that sets them. */
    static Set<String> ids(String service) {
        return service.equals("IAM") ? Set.of("iam", "account") : Set.of(id(service));
    }

    private static Duty row(String line) {
        List<String> cells = cells(line);
        return new Duty(
                cells.get(0),
                cells.get(1),
                Party.valueOf(cells.get(2)),
                cells.get(4),
                List.of(cells.get(5).split("\\|", -1)),
                cells.get(6),
                cells.get(7));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
