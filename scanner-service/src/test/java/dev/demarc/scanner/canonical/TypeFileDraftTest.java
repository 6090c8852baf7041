package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.contracts.Json;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.PlantedAws;
import dev.demarc.scanner.collector.PlantedItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every collected type has its data file; for a new one, {@code -Ddemarc.types.draft=TYPE} writes one to be reviewed. */
class TypeFileDraftTest {
    private static final String TYPE = System.getProperty("demarc.types.draft", "");
    private static final Path FOLDER = Path.of("src/main/resources/types");

    @Test
    void everyCollectedTypeHasAFileAndEveryFileACollectedType() throws IOException {
        if (!TYPE.isEmpty()) {
            write(AllCollectors.make().of(TYPE).orElseThrow());
        }

        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("data files; -Ddemarc.types.draft=TYPE writes the first one of a type, to be reviewed")
                    .containsExactlyInAnyOrderElementsOf(AllCollectors.make().all().stream()
                            .map(TypeFileDraftTest::name)
                            .toList());
        }
    }

    private static String name(Collector collector) {
        return collector.type().replace("::", "-") + ".json";
    }

    /** Free text only as a mask, documents whole, all else as it is. */
    private static void write(Collector collector) throws IOException {
        ObjectNode pass = Json.MAPPER.createObjectNode();
        ObjectNode treat = Json.MAPPER.createObjectNode();
        try (PlantedAws aws = PlantedAws.start()) {
            Leaves.of(PlantedItems.of(aws, collector)).forEach((path, text) -> {
                if (text.contains("Statement=")) {
                    treat.put(path, "document");
                } else if (FreeText.isAt(path)) {
                    treat.put(path, "names-only");
                } else {
                    int last = path.lastIndexOf('.');
                    pass.withArrayProperty(path.substring(0, last)).add(path.substring(last + 1));
                }
            });
        }
        ObjectNode file = Json.MAPPER.createObjectNode();
        file.set("pass", pass);
        file.set("treat", treat);
        Json.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValue(FOLDER.resolve(name(collector)).toFile(), file);
    }
}
