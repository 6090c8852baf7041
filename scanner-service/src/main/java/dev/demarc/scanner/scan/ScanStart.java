package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AccountDirectory;
import dev.demarc.scanner.collector.Collectors;
import dev.demarc.scanner.run.Bus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Plans a scan: finds its accounts, tells the bus of them, and cuts it into tasks. */
@Singleton
public final class ScanStart {
    private final AccountDirectory directory;
    private final Collectors collectors;
    private final Bus bus;
    private final ScanConfig config;
    private final Clock clock;

    public ScanStart(AccountDirectory directory, Collectors collectors, Bus bus, ScanConfig config, Clock clock) {
        this.directory = directory;
        this.collectors = collectors;
        this.bus = bus;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Publishes the accounts and the planned scopes and returns the tasks.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException where AWS does not say who the caller is
     */
    public List<ScanTask> plan(ScanRequest request, TraceParent trace) {
        List<Account> accounts = directory.accounts(request.accounts());
        Instant now = clock.instant();
        accounts.forEach(account -> bus.account(account, now));
        List<ScanTask> tasks = ScanPlan.tasks(request, accounts, collectors.all(), now.plus(config.deadline()));
        tasks.forEach(task ->
                bus.progress(ScanProgress.of(task.run(), task.scope(), ScanProgress.Phase.PLANNED, now), trace));
        return tasks;
    }
}
