package dev.demarc.scanner.collector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;
import software.amazon.awssdk.services.ssm.model.Tag;

/** The instances that Systems Manager manages in one scope: those of EC2, and machines elsewhere ({@code mi-}). */
final class ManagedInstances {
    static final String LIST = "ssm:DescribeInstanceInformation";

    private static final Filter INSTANCES =
            Filter.builder().name("resource-type").values("instance").build();

    private final Reading reading;
    private final SsmClient ssm;
    private final Joined<Map<String, Map<String, String>>> tags;

    ManagedInstances(Reading reading) {
        this.reading = reading;
        this.ssm = reading.aws().ssm();
        this.tags = Joined.read(
                "ec2:DescribeTags",
                Map.of(),
                Set.of(),
                () -> tagsOfInstances(reading.aws().ec2()));
    }

    List<InstanceInformation> list() {
        return reading.list(LIST, () -> ssm.describeInstanceInformationPaginator().instanceInformationList().stream()
                .toList());
    }

    /** Begins the item of one instance, with the tags that the instance has. */
    ItemBuilder item(String id) {
        ItemBuilder item = reading.item(id);
        return isElsewhere(id)
                ? item.arn(reading.arn("ssm", "managed-instance/" + id))
                        .tags("ssm:ListTagsForResource", Set.of(), Tag::key, Tag::value, () -> ssm.listTagsForResource(
                                        request -> request.resourceType(ResourceTypeForTagging.MANAGED_INSTANCE)
                                                .resourceId(id))
                                .tagList())
                : item.arn(reading.arn("ec2", "instance/" + id))
                        .tags(tags, () -> tags.value().getOrDefault(id, Map.of()));
    }

    private static boolean isElsewhere(String id) {
        return id.startsWith("mi-");
    }

    private static Map<String, Map<String, String>> tagsOfInstances(Ec2Client ec2) {
        Map<String, Map<String, String>> byInstance = new HashMap<>();
        ec2.describeTagsPaginator(request -> request.filters(INSTANCES)).tags().forEach(tag -> byInstance
                .computeIfAbsent(tag.resourceId(), id -> new TreeMap<>())
                .put(tag.key(), tag.value()));
        return byInstance;
    }
}
