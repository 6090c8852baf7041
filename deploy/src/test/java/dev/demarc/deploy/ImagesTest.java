package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "scanner-service", "assessment-service", "gateway"})
    void eachServiceHasAnImageThatRunsWithoutRootOnItsPort(String service) throws IOException {
        String dockerfile = Files.readString(Path.of("images", service + ".Dockerfile"));
        JsonNode values =
                new YAMLMapper().readTree(Path.of("helm/demarc/values.yaml").toFile());

        assertThat(dockerfile)
                .contains(
                        "\nARG BASE_DIGEST\nFROM ${BASE_IMAGE}@${BASE_DIGEST}\n",
                        "USER 10001:10001",
                        "COPY " + service + "/target/quarkus-app/app/ app/")
                .contains("EXPOSE "
                        + values.path("services").path(service).path("port").asInt() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "scanner-service", "assessment-service", "gateway"})
    void composeRunsEachService(String service) throws IOException {
        JsonNode compose = new YAMLMapper().readTree(Path.of("compose.yaml").toFile());

        assertThat(compose.at("/services/" + service + "/image").asText()).startsWith("demarc/" + service + ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void composeTakesTheImagesOfOthersByADigestThatTheOperatorMustGive(String server) throws IOException {
        JsonNode compose = new YAMLMapper().readTree(Path.of("compose.yaml").toFile());

        assertThat(compose.at("/services/" + server + "/image").asText())
                .contains("@${DEMARC_" + server.toUpperCase(Locale.ROOT) + "_DIGEST:?");
    }

    @Test
    void buildsWithAMavenWhoseChecksumIsKnown() throws IOException {
        assertThat(Files.readString(Path.of("../.mvn/wrapper/maven-wrapper.properties")))
                .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
    }
}
