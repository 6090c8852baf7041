package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What items of one file say of others of it, where a scan joins the two: what the customer's own policies say, for those
 * to whom they are attached, and who manages the key of a table. What an item says itself stays.
 */
final class Neighbours {
    private static final String ATTACHED = "attachedPolicies";
    private static final String DOCUMENT = "document";
    private static final String KEY_MANAGER = "keyManager";
    private static final String OF_AWS = ":iam::aws:policy/";
    /** Of each kind; what is beyond stays unknown. */
    private static final int MOST = 20_000;

    private final Map<String, Object> documents = new HashMap<>();
    private final Map<String, String> keyManagers = new HashMap<>();

    void add(ResourceConfiguration item) {
        String arn = item.arn();
        if (arn == null) {
            return;
        }
        if (item.resourceType().equals("AWS::IAM::Policy") && documents.size() < MOST) {
            each(item.configuration().get("policyVersionList"), version -> {
                Object document = version.get(DOCUMENT);
                if (document != null && Boolean.TRUE.equals(version.get("isDefaultVersion"))) {
                    documents.put(arn, document);
                }
            });
        } else if (item.resourceType().equals("AWS::KMS::Key")
                && keyManagers.size() < MOST
                && item.configuration().get(KEY_MANAGER) instanceof String manager) {
            keyManagers.put(arn, manager);
        }
    }

    ResourceConfiguration joined(ResourceConfiguration item) {
        Map<String, @Nullable Object> beside = new TreeMap<>(item.supplementaryConfiguration());
        switch (item.resourceType()) {
            case "AWS::IAM::Role", "AWS::IAM::Group" -> {
                Object attached = item.configuration().get("attachedManagedPolicies");
                if (attached != null && !beside.containsKey(ATTACHED)) {
                    beside.put(ATTACHED, attached);
                }
                putDocuments(beside);
                if (!isMoreThanNames(beside.get(ATTACHED))) {
                    return item;
                }
            }
            case "AWS::IAM::User" -> {
                putDocuments(beside);
                beside.computeIfPresent("groups", (name, groups) -> each(groups, this::putDocuments));
            }
            case "AWS::DynamoDB::Table" -> putKeyManager(item.configuration(), beside);
            default -> {
                return item;
            }
        }
        return with(item, beside);
    }

    /** As scans write them: {@code null} for a policy of AWS, none where nobody knows. */
    private void putDocuments(Map<String, @Nullable Object> holder) {
        holder.computeIfPresent(
                ATTACHED,
                (name, policies) -> each(policies, attached -> {
                    String arn = String.valueOf(attached.get("policyArn"));
                    Object document = documents.get(arn);
                    if (!attached.containsKey(DOCUMENT) && (document != null || arn.contains(OF_AWS))) {
                        attached.put(DOCUMENT, document);
                    }
                }));
    }

    private static boolean isMoreThanNames(@Nullable Object policies) {
        return policies instanceof List<?> all
                && (all.stream().allMatch(one -> one instanceof Map<?, ?> attached && attached.containsKey(DOCUMENT))
                        || all.stream()
                                .anyMatch(one -> one instanceof Map<?, ?> attached && attached.get(DOCUMENT) != null));
    }

    private void putKeyManager(Map<String, @Nullable Object> table, Map<String, @Nullable Object> beside) {
        if (beside.containsKey(KEY_MANAGER) || !table.containsKey("sseDescription")) {
            return;
        }
        Object arn =
                table.get("sseDescription") instanceof Map<?, ?> encryption ? encryption.get("kmsMasterKeyArn") : null;
        String manager = arn == null ? null : keyManagers.get(arn);
        if (arn == null || manager != null) {
            beside.put(KEY_MANAGER, manager);
        }
    }

    private static ResourceConfiguration with(ResourceConfiguration item, Map<String, @Nullable Object> beside) {
        List<Unread> unread = item.unread().stream()
                .filter(each -> beside.keySet().stream()
                        .noneMatch(member -> each.path().equals("supplementaryConfiguration." + member)))
                .toList();
        return new ResourceConfiguration(
                item.accountId(),
                item.awsRegion(),
                item.resourceType(),
                item.resourceId(),
                item.arn(),
                item.resourceName(),
                item.tags(),
                item.configurationItemCaptureTime(),
                item.configuration(),
                beside,
                item.relationships(),
                unread);
    }

    /** A copy of the list, each of its objects changed; what is no list stays as it is. */
    private static Object each(@Nullable Object list, Consumer<Map<String, @Nullable Object>> change) {
        if (!(list instanceof List<?> elements)) {
            return list == null ? List.of() : list;
        }
        List<@Nullable Object> changed = new ArrayList<>();
        for (Object element : elements) {
            if (element instanceof Map<?, ?> object) {
                Map<String, @Nullable Object> copy = new TreeMap<>();
                object.forEach((name, value) -> copy.put(String.valueOf(name), value));
                change.accept(copy);
                changed.add(copy);
            } else {
                changed.add(element);
            }
        }
        return changed;
    }
}
