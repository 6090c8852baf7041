package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Systems Manager knows of some of an account's machines, and the documents that they are run by. */
final class Machines {
    private static final String PATCHES = "AWS::SSM::PatchCompliance";
    private static final String ASSOCIATIONS = "AWS::SSM::AssociationCompliance";
    private static final String INVENTORY = "AWS::SSM::ManagedInstanceInventory";
    private static final String DOCUMENT = "AWS::SSM::Document";
    static final List<String> TYPES = List.of(PATCHES, ASSOCIATIONS, INVENTORY, DOCUMENT);
    private static final int SHOWN = 2;

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;

    Machines(SampleAccount account, Instant now) {
        this.account = account;
        this.dice = new Dice(account.id() + "/machines", account.quality());
        this.now = now;
    }

    /** The first few of the instances that carry an agent, a machine elsewhere where there is one, and a document. */
    List<Item> of(String region, List<Item> instances) {
        List<Item> items = new ArrayList<>();
        instances.stream()
                .filter(instance -> instance.said("instanceInformation") != null)
                .limit(SHOWN)
                .forEach(instance -> {
                    items.add(patches(instance));
                    items.add(associations(instance));
                    items.add(inventory(instance));
                });
        if (account.equals(SampleAccount.SANDBOX)) {
            items.add(neverScanned(region));
            items.add(document(region, "reset-demo-machines", List.of("all")));
        }
        items.add(document(region, "harden-" + account.workloads().get(0), List.of()));
        return items;
    }

    private Item patches(Item instance) {
        return managed(instance, PATCHES)
                .beside("patchState", withoutInstalled(instance.said("patchState")))
                .beside("baselineIsOwn", instance.said("patchState") == null ? null : dice.oneIn(4));
    }

    /** How many are installed is told of the instance alone. */
    private static @Nullable Object withoutInstalled(@Nullable Object patchState) {
        if (!(patchState instanceof Map<?, ?> known)) {
            return null;
        }
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(known);
        rest.remove("installedCount");
        return rest;
    }

    private Item associations(Item instance) {
        long broken = dice.good() ? 0 : 1;
        return about(instance, ASSOCIATIONS)
                .with("resourceId", instance.id())
                .with("resourceType", "ManagedInstance")
                .with("status", broken == 0 ? "COMPLIANT" : "NON_COMPLIANT")
                .with("compliantSummary", Map.of("compliantCount", 3 - broken))
                .with("nonCompliantSummary", Map.of("nonCompliantCount", broken));
    }

    private Item inventory(Item instance) {
        boolean latest = dice.good();
        return managed(instance, INVENTORY)
                .with("pingStatus", dice.oneIn(8) ? "ConnectionLost" : "Online")
                .with("agentVersion", latest ? "3.3.1611.0" : "3.1.0.0")
                .with("isLatestVersion", latest)
                .beside("applications", dice.good() ? applications() : null);
    }

    private Map<String, Object> applications() {
        return Map.of("captureTime", daysAgo(1), "listed", 50L, "more", true);
    }

    /** A machine under somebody's desk. */
    private Item neverScanned(String region) {
        String id = "mi-" + dice.hex(17);
        return item(region, PATCHES, id, "ssm", "managed-instance/" + id)
                .tag("Name", "under-the-desk")
                .with("instanceId", id)
                .with("resourceType", "ManagedInstance")
                .with("platformName", "Ubuntu")
                .beside("patchState", null)
                .beside("baselineIsOwn", null);
    }

    private Item managed(Item instance, String type) {
        return about(instance, type)
                .with("instanceId", instance.id())
                .with("resourceType", "EC2Instance")
                .with("platformName", platform(instance.said("instanceInformation")));
    }

    private Item about(Item instance, String type) {
        Item item = item(instance.scope().region(), type, instance.id(), "ec2", "instance/" + instance.id());
        instance.tags().forEach(item::tag);
        return item;
    }

    private static @Nullable Object platform(@Nullable Object information) {
        return information instanceof Map<?, ?> known ? known.get("platformName") : null;
    }

    private Item document(String region, String name, List<String> sharedWith) {
        return item(region, DOCUMENT, name, "ssm", "document/" + name)
                .tag("team", account.team())
                .with("name", name)
                .with("documentType", "Command")
                .with("documentFormat", "YAML")
                .beside("sharedWith", sharedWith);
    }

    private Item item(String region, String type, String id, String service, String resource) {
        return new Item(
                new Scope(account.id(), region, type),
                id,
                "arn:aws:%s:%s:%s:%s".formatted(service, region, account.id(), resource));
    }

    private String daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).toString();
    }
}
