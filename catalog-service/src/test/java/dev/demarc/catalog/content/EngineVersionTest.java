package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Judge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stored verdicts are judged again only by a newer engine version, so it must rise whenever judgements change. */
class EngineVersionTest {
    private static final String WRITE = "demarc.judgements.write";
    private static final Path FILE = Path.of("src/test/resources/judgements.txt");
    private static final Judge JUDGE = Judge.of(Shipped.CONTENT.revision());

    /** Written anew after a change of content, or of the engine together with its version. */
    @Test
    void risesWithTheJudgementsOfTheSameContent() throws IOException {
        List<String> now = List.of(
                "engine version " + Judge.ENGINE_VERSION,
                "content " + digest(content()),
                "judgements " + digest(judgements()));
        if (Boolean.getBoolean(WRITE)) {
            Files.write(FILE, now);
        }

        assertThat(now)
                .as(
                        "judgements or what they are made of changed: if the line of the content is the same, raise"
                                + " Judge.ENGINE_VERSION; then write %s anew with -D%s=true",
                        FILE, WRITE)
                .isEqualTo(Files.readAllLines(FILE));
    }

    private static String content() throws IOException {
        StringBuilder content = new StringBuilder(ContentReader.digest(Shipped.FOLDER));
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/cases"))) {
            for (Path file : cases.sorted().toList()) {
                content.append(file.getFileName()).append(Files.readString(file));
            }
        }
        return content.toString();
    }

    private static String judgements() {
        StringBuilder said = new StringBuilder();
        Map<String, ControlExamples> examples = new TreeMap<>(Shipped.CONTENT.controlExamples());
        for (Control control : Shipped.CONTENT.revision().controls()) {
            ControlExamples own = examples.getOrDefault(control.id(), ControlExamples.NONE);
            Stream.of(own.pass(), own.fail(), own.notApplicable())
                    .flatMap(List::stream)
                    .flatMap(example -> Stream.of("eu-central-1", Scope.GLOBAL)
                            .map(region -> example.resource(String.valueOf(control.type()), region)))
                    .forEach(resource -> said.append(said(resource)));
        }
        ServiceCases.all().forEach(service -> service.cases().forEach(one -> said.append(said(one.resource()))));
        return said.toString();
    }

    private static String said(ResourceConfiguration resource) {
        List<String> lines = new ArrayList<>();
        for (ControlVerdict verdict : JUDGE.judge(resource, Example.NOW).verdicts()) {
            lines.add("%s %s %s %s"
                    .formatted(verdict.control().id(), verdict.verdict(), verdict.party(), verdict.reason()));
        }
        JUDGE.responsibilities(resource, Example.NOW)
                .forEach(layer -> lines.add("%s %s %s"
                        .formatted(layer.layer().id(), layer.responsibility().party(), layer.decidedBy())));
        return String.join("\n", lines) + "\n";
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
