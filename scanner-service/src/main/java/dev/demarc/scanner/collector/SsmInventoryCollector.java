package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.ListInventoryEntriesResponse;

/** One item a managed instance: its agent, and whether its software is known; which software it is stays behind. */
@Singleton
public final class SsmInventoryCollector implements Collector {
    @Override
    public String type() {
        return "AWS::SSM::ManagedInstanceInventory";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        ManagedInstances instances = new ManagedInstances(reading);
        reading.each(
                ManagedInstances.LIST,
                () -> instances.list().stream(),
                instance -> item(instances, reading.aws().ssm(), instance));
    }

    private static ItemBuilder item(ManagedInstances instances, SsmClient ssm, InstanceInformation instance) {
        return instances
                .item(instance.instanceId())
                .name(instance.name())
                .configuration(Members.only(
                        canonical(instance),
                        "agentVersion",
                        "instanceId",
                        "isLatestVersion",
                        "pingStatus",
                        "platformName",
                        "platformType",
                        "platformVersion",
                        "resourceType"))
                .detail(
                        "applications",
                        "ssm:ListInventoryEntries",
                        () -> applications(ssm.listInventoryEntries(request ->
                                request.instanceId(instance.instanceId()).typeName("AWS:Application"))));
    }

    /** How many the first page lists, and whether there are more; null where inventory was never taken. */
    private static @Nullable Object applications(ListInventoryEntriesResponse page) {
        return page.captureTime() == null
                ? null
                : Map.of(
                        "captureTime",
                        page.captureTime(),
                        "listed",
                        (long) page.entries().size(),
                        "more",
                        page.nextToken() != null);
    }
}
