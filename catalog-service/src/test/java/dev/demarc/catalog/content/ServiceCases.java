package dev.demarc.catalog.content;

import dev.demarc.contracts.Party;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The cases of one service: one file of {@code src/test/resources/cases}.
 *
 * @param base the party of each layer on which the service itself speaks
 */
record ServiceCases(String service, Map<String, Party> base, List<ResponsibilityCase> cases) {
    private static final Path FOLDER = Path.of("src/test/resources");

    static List<ServiceCases> all() {
        return new ContentFolder(FOLDER)
                .files("cases").stream()
                        .map(file -> StrictReader.read(file.object(), ServiceCases.class, file.name()))
                        .toList();
    }
}
