package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Security groups, with the prefix lists that their rules name and whether they guard anything: that may be
 * thousands of network interfaces, none of which decides more.  */
@Singleton
public final class SecurityGroupCollector implements Collector {
    @Override
    public String type() {
        return "AWS::EC2::SecurityGroup";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::EC2::NetworkInterface", "AWS::EC2::PrefixList");
    }

    @Override
    public void read(Reading reading) {
        Ec2Client ec2 = reading.aws().ec2();
        Joined<Set<String>> used =
                Joined.read("ec2:DescribeNetworkInterfaces", Set.of(), Set.of(), () -> groupsInUse(ec2));
        Joined<Map<String, String>> owners =
                Joined.read("ec2:DescribeManagedPrefixLists", Map.of(), Set.of(), () -> ownersOfPrefixLists(ec2));
        Map<String, List<String>> prefixLists = new ConcurrentHashMap<>();
        reading.each(
                "ec2:DescribeSecurityGroups",
                () -> ec2.describeSecurityGroupsPaginator().securityGroups().stream(),
                group -> item(reading, group, used, owners, prefixLists));
    }

    private static ItemBuilder item(
            Reading reading,
            SecurityGroup group,
            Joined<Set<String>> used,
            Joined<Map<String, String>> owners,
            Map<String, List<String>> known) {
        String id = group.groupId();
        return reading.item(id)
                .arn(reading.arn("ec2", "security-group/" + id))
                .name(group.groupName())
                .configuration(canonical(group))
                .tags(group.tags(), Tag::key, Tag::value)
                .detail("inUse", used, () -> used.value().contains(id))
                .detail(
                        "prefixLists",
                        "ec2:GetManagedPrefixListEntries",
                        () -> prefixLists(reading.aws().ec2(), group, known))
                .detail("prefixListOwners", owners, () -> owners(group, owners.value()));
    }

    /** {@code AWS} for the lists that AWS keeps; a list that is not among those one may describe has no owner. */
    private static Object owners(SecurityGroup group, Map<String, String> known) {
        Map<String, @Nullable String> owners = new TreeMap<>();
        prefixListIds(group).forEach(id -> owners.put(id, known.get(id)));
        return owners;
    }

    private static Stream<String> prefixListIds(SecurityGroup group) {
        return Stream.concat(group.ipPermissions().stream(), group.ipPermissionsEgress().stream())
                .flatMap(permission -> permission.prefixListIds().stream())
                .map(PrefixListId::prefixListId);
    }

    private static Map<String, String> ownersOfPrefixLists(Ec2Client ec2) {
        Map<String, String> owners = new HashMap<>();
        ec2.describeManagedPrefixListsPaginator(request -> {})
                .prefixLists()
                .forEach(list -> owners.put(list.prefixListId(), list.ownerId()));
        return owners;
    }

    private static Object prefixLists(Ec2Client ec2, SecurityGroup group, Map<String, List<String>> known) {
        Map<String, List<String>> lists = new TreeMap<>();
        prefixListIds(group)
                .forEach(list ->
                        lists.computeIfAbsent(list, id -> known.computeIfAbsent(id, unknown -> entries(ec2, unknown))));
        return lists;
    }

    private static List<String> entries(Ec2Client ec2, String prefixList) {
        return ec2.getManagedPrefixListEntriesPaginator(request -> request.prefixListId(prefixList)).entries().stream()
                .map(PrefixListEntry::cidr)
                .toList();
    }

    private static Set<String> groupsInUse(Ec2Client ec2) {
        return ec2.describeNetworkInterfacesPaginator().networkInterfaces().stream()
                .flatMap(each -> each.groups().stream())
                .map(GroupIdentifier::groupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
