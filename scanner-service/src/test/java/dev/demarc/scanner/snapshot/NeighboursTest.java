package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {
    private static final String ITEM =
            "{\"accountId\":\"111122223333\",\"awsRegion\":\"%s\",\"resourceType\":\"%s\",\"resourceId\":\"%s\",\"arn\":\"%s\",\"configurationItemCaptureTime\":\"2026-05-01T00:00:00Z\",\"configuration\":%s,\"supplementaryConfiguration\":%s%s}";
    private static final String HOUSE = "arn:aws:iam::111122223333:policy/house";
    private static final String NAMES =
            "[{\"policyName\":\"house\",\"policyArn\":\"%s\"},{\"policyName\":\"ReadOnlyAccess\",\"policyArn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"}]"
                    .formatted(HOUSE);
    private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/1a2b";
    private static final String TABLE =
            "{\"sseDescription\":{\"sseType\":\"KMS\",\"kmsMasterKeyArn\":\"%s\"}}".formatted(KEY);

    private final ImportedFiles imports;

    NeighboursTest(@TempDir Path folder) {
        imports = new ImportedFiles(folder);
    }

    @Test
    void rolesAndGroupsGetWhatTheFileSaysOfTheirPolicies() throws IOException {
        imports.lines(
                global("AWS::IAM::Role", "r", "{\"attachedManagedPolicies\":%s}".formatted(NAMES), "{}"),
                global("AWS::IAM::Group", "g", "{\"attachedManagedPolicies\":%s}".formatted(NAMES), "{}"),
                policy());

        assertThat(imports.recorded().item("r"))
                .extracting(each -> each.supplementaryConfiguration().get("attachedPolicies"))
                .asString()
                .contains("document={Statement=[{Action=*", "ReadOnlyAccess")
                .contains("document=null");
        assertThat(imports.recorded().item("g"))
                .extracting(each -> each.supplementaryConfiguration().get("attachedPolicies"))
                .asString()
                .contains("document={Statement=[{Action=*");
    }

    @Test
    void usersGetWhatTheFileSaysOfTheirPoliciesAndTheirGroups() throws IOException {
        String beside = "{\"attachedPolicies\":%1$s,\"groups\":[{\"groupName\":\"g\",\"attachedPolicies\":%1$s}]}"
                .formatted(NAMES);

        imports.lines(policy(), global("AWS::IAM::User", "u", "{}", beside));

        ResourceConfiguration user = imports.recorded().item("u");
        assertThat(user.supplementaryConfiguration())
                .extracting("attachedPolicies", "groups")
                .extracting(Object::toString)
                .allSatisfy(attached -> assertThat(attached).contains("document={Statement=[{Action=*"));
    }

    @Test
    void aRoleWhosePolicyTheFileLacksStaysAsItIs() throws IOException {
        String unread =
                ",\"unread\":[{\"path\":\"supplementaryConfiguration.attachedPolicies\",\"reason\":\"access denied\"}]";

        imports.lines(ITEM.formatted(
                "global",
                "AWS::IAM::Role",
                "r",
                "arn:r",
                "{\"attachedManagedPolicies\":%s}".formatted(NAMES),
                "{}",
                unread));

        ResourceConfiguration role = imports.recorded().item("r");
        assertThat(role.supplementaryConfiguration()).isEmpty();
        assertThat(role.unread()).hasSize(1);
    }

    @Test
    void whatAnItemSaysItselfStays() throws IOException {
        String own =
                "{\"attachedPolicies\":[{\"policyName\":\"house\",\"policyArn\":\"%s\",\"document\":{\"Version\":\"own\"}}]}"
                        .formatted(HOUSE);

        imports.lines(policy(), global("AWS::IAM::Role", "r", "{}", own));

        assertThat(imports.recorded().item("r").supplementaryConfiguration().toString())
                .contains("document={Version=own}");
    }

    @Test
    void tablesGetWhoManagesTheirKey() throws IOException {
        imports.lines(
                ITEM.formatted("eu-central-1", "AWS::DynamoDB::Table", "t", "arn:t", TABLE, "{}", ""),
                ITEM.formatted(
                        "eu-central-1",
                        "AWS::DynamoDB::Table",
                        "plain",
                        "arn:p",
                        "{\"sseDescription\":null}",
                        "{}",
                        ""),
                ITEM.formatted("eu-central-1", "AWS::KMS::Key", "k", KEY, "{\"keyManager\":\"AWS\"}", "{}", ""));

        assertThat(imports.recorded().item("t").supplementaryConfiguration()).isEqualTo(Map.of("keyManager", "AWS"));
        assertThat(imports.recorded().item("plain").supplementaryConfiguration())
                .containsEntry("keyManager", null);
    }

    @Test
    void aTableWhoseKeyTheFileLacksStaysAsItIs() throws IOException {
        imports.lines(ITEM.formatted("eu-central-1", "AWS::DynamoDB::Table", "t", "arn:t", TABLE, "{}", ""));

        assertThat(imports.recorded().item("t").supplementaryConfiguration()).isEmpty();
    }

    private static String policy() {
        return ITEM.formatted(
                "global",
                "AWS::IAM::Policy",
                "p",
                HOUSE,
                "{\"policyVersionList\":[{\"isDefaultVersion\":false,\"document\":{\"Version\":\"old\"}},{\"isDefaultVersion\":true,\"document\":{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}}]}",
                "{}",
                "");
    }

    private static String global(String type, String id, String configuration, String beside) {
        return ITEM.formatted("global", type, id, "arn:" + id, configuration, beside, "");
    }
}
