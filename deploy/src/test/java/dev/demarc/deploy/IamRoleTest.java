package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class IamRoleTest {
    private static final int LONGEST_POLICY = 6_144;
    private static final int MOST_POLICIES_OF_A_ROLE = 10;
    private static final Path FOLDER = Path.of("iam");

    private final JsonNode resources = yaml("role.yaml").path("Resources");

    @Test
    void theRoleHasThePoliciesOfTheFiles() {
        List<JsonNode> policies = stream(resources)
                .filter(resource -> resource.path("Type").asText().equals("AWS::IAM::ManagedPolicy"))
                .map(resource -> resource.at("/Properties/PolicyDocument"))
                .toList();
        List<String> attached = stream(resources.at("/Role/Properties/ManagedPolicyArns"))
                .map(JsonNode::asText)
                .toList();

        assertThat(policies).containsExactlyElementsOf(files());
        assertThat(attached).hasSameSizeAs(policies).allMatch(resources::has);
    }

    @Test
    void iamTakesThePolicies() {
        assertThat(files())
                .hasSizeBetween(1, MOST_POLICIES_OF_A_ROLE)
                .allMatch(policy -> policy.toString().length() <= LONGEST_POLICY);
    }

    @Test
    void onlyTheScannerMayEnterAndOnlyWithTheExternalId() {
        JsonNode trust = resources.at("/Role/Properties/AssumeRolePolicyDocument/Statement");

        assertThat(trust).hasSize(1);
        assertThat(trust.at("/0/Principal/AWS").asText()).isEqualTo("ScannerRoleArn");
        assertThat(trust.at("/0/Condition/StringEquals/sts:ExternalId").asText())
                .isEqualTo("ExternalId");
    }

    private static List<JsonNode> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("read-only-"))
                    .sorted()
                    .map(IamRoleTest::yaml)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode members) {
        return StreamSupport.stream(members.spliterator(), false);
    }

    private static JsonNode yaml(String file) {
        try {
            return new YAMLMapper().readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
