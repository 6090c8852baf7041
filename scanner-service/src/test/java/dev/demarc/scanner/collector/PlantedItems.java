package dev.demarc.scanner.collector;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.scanner.aws.AwsClients;
import dev.demarc.scanner.aws.EmulatedAws;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the collectors make of answers in which every member is planted, before anything is scrubbed. */
public final class PlantedItems {
    static final String ACCOUNT = "123456789012";

    private PlantedItems() {}

    public static List<ResourceConfiguration> of(PlantedAws aws, Collector collector) {
        List<ResourceConfiguration> items = new ArrayList<>();
        ExecutorService details = Executors.newFixedThreadPool(4);
        try {
            for (Placement placement : collector.placements()) {
                String region = placement == Placement.GLOBAL ? Scope.GLOBAL : Plants.REGION;
                AwsClients clients = EmulatedAws.access(aws.endpoint()).clients(ACCOUNT, region);
                Scope scope = new Scope(ACCOUNT, region, collector.type());
                collector.read(new Reading(
                        scope,
                        clients,
                        Clock.systemUTC(),
                        Instant.now().plusSeconds(600),
                        details,
                        items::add,
                        ignored -> {}));
            }
        } finally {
            details.shutdownNow();
        }
        return items;
    }
}
