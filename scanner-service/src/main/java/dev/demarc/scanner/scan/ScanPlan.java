package dev.demarc.scanner.scan;

import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cuts a scan into its tasks, one for each scope. */
final class ScanPlan {
    private ScanPlan() {}

    /** Tasks of every active account; a region that the request names must be enabled to be read. */
    static List<ScanTask> tasks(ScanRequest request, List<Account> accounts, List<Collector> collectors) {
        List<ScanTask> tasks = new ArrayList<>();
        for (Account account : accounts) {
            if (account.status() != Account.Status.ACTIVE) {
                continue;
            }
            for (Collector collector : collectors) {
                if (request.types().isEmpty() || request.types().contains(collector.type())) {
                    regions(request, account, collector)
                            .map(region -> new Scope(account.id(), region, collector.type()))
                            .map(scope -> new ScanTask(scope, new RunId(request.id(), 1)))
                            .forEach(tasks::add);
                }
            }
        }
        return tasks;
    }

    private static Stream<String> regions(ScanRequest request, Account account, Collector collector) {
        Stream<String> regional = collector.placements().contains(Placement.REGIONAL)
                ? account.enabledRegions().stream()
                : Stream.empty();
        Stream<String> global =
                collector.placements().contains(Placement.GLOBAL) ? Stream.of(Scope.GLOBAL) : Stream.empty();
        return Stream.concat(global, regional)
                .filter(region ->
                        request.regions().isEmpty() || request.regions().contains(region));
    }
}
