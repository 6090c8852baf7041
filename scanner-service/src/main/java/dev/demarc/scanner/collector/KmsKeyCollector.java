package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.Tag;

/** KMS keys of the customer and of AWS's services, with policy and rotation. */
@Singleton
public final class KmsKeyCollector implements Collector {
    private static final Set<String> CANNOT_ROTATE = Set.of("UnsupportedOperationException");
    private static final Set<String> NO_POLICY = Set.of("NotFoundException");
    private static final String POLICY = "default";

    @Override
    public String type() {
        return "AWS::KMS::Key";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::KMS::Alias");
    }

    @Override
    public void read(Reading reading) {
        KmsClient kms = reading.aws().client(KmsClient.class, KmsClient::builder);
        Joined<Map<String, List<String>>> aliases =
                Joined.read("kms:ListAliases", Map.of(), Set.of(), () -> aliases(kms));
        reading.each(
                "kms:ListKeys", () -> kms.listKeysPaginator().keys().stream(), key -> item(reading, kms, key, aliases));
    }

    private static ItemBuilder item(
            Reading reading, KmsClient kms, KeyListEntry key, Joined<Map<String, List<String>>> aliases) {
        String id = key.keyId();
        List<String> names = aliases.value().getOrDefault(id, List.of());
        return reading.item(id)
                .arn(key.keyArn())
                .name(names.isEmpty() ? id : names.get(0))
                .configuration(
                        "kms:DescribeKey",
                        () -> canonical(
                                kms.describeKey(request -> request.keyId(id)).keyMetadata()))
                .tags(
                        "kms:ListResourceTags",
                        Set.of(),
                        Tag::tagKey,
                        Tag::tagValue,
                        () -> kms.listResourceTagsPaginator(request -> request.keyId(id)).tags().stream()
                                .toList())
                .detail("aliases", aliases, () -> names)
                .detail(
                        "keyPolicy",
                        "kms:GetKeyPolicy",
                        NO_POLICY,
                        () -> Documents.parse(
                                kms.getKeyPolicy(request -> request.keyId(id).policyName(POLICY))
                                        .policy()))
                .detail(
                        "keyRotationStatus",
                        "kms:GetKeyRotationStatus",
                        CANNOT_ROTATE,
                        () -> rotation(kms.getKeyRotationStatus(request -> request.keyId(id))));
    }

    private static Map<String, @Nullable Object> rotation(GetKeyRotationStatusResponse status) {
        return Members.only(canonical(status), "keyRotationEnabled", "rotationPeriodInDays", "nextRotationDate");
    }

    private static Map<String, List<String>> aliases(KmsClient kms) {
        Map<String, List<String>> byKey = new HashMap<>();
        kms.listAliasesPaginator().aliases().forEach(alias -> {
            if (alias.targetKeyId() != null) {
                byKey.computeIfAbsent(alias.targetKeyId(), key -> new ArrayList<>())
                        .add(alias.aliasName());
            }
        });
        byKey.values().forEach(names -> names.sort(null));
        return byKey;
    }
}
