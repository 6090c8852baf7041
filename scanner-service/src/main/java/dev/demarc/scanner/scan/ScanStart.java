package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AccountDirectory;
import dev.demarc.scanner.aws.StrangerException;
import dev.demarc.scanner.aws.UnknownAccountsException;
import dev.demarc.scanner.collector.Collectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.snapshot.BusMemory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Plans a scan: finds its accounts, tells the bus of them and of those that left, and cuts it into tasks. */
@Singleton
public final class ScanStart {
    private static final Logger LOG = Logger.getLogger(ScanStart.class);

    /** Waits between attempts, after what may pass. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(30));

    private static final String NOTHING =
            "none of the accounts is active, or none of the regions is enabled that is asked for";

    private final AccountDirectory directory;
    private final Collectors collectors;
    private final Bus bus;
    private final BusMemory memory;
    private final Clock clock;
    private final List<Duration> pauses;

    @Inject
    public ScanStart(AccountDirectory directory, Collectors collectors, Bus bus, BusMemory memory, Clock clock) {
        this(directory, collectors, bus, memory, clock, PAUSES);
    }

    ScanStart(
            AccountDirectory directory,
            Collectors collectors,
            Bus bus,
            BusMemory memory,
            Clock clock,
            List<Duration> pauses) {
        this.directory = directory;
        this.collectors = collectors;
        this.bus = bus;
        this.memory = memory;
        this.clock = clock;
        this.pauses = List.copyOf(pauses);
    }

    /**
     * Publishes the accounts and the planned scopes and returns the tasks; waits and tries again where AWS is busy or
     * away.
     *
     * @throws PlanException where nothing can be planned
     * @throws BusException where Kafka does not take it
     * @throws CancellationException where the thread is interrupted
     */
    public List<ScanTask> plan(ScanRequest request, TraceParent trace) {
        for (Duration pause : pauses) {
            try {
                return attempt(request, trace);
            } catch (PlanException e) {
                if (!e.mayPass()) {
                    throw e;
                }
                LOG.warnf("scan %s is planned again in %s: %s", request.id(), pause, e.reason());
                Pause.of(pause);
            }
        }
        return attempt(request, trace);
    }

    private List<ScanTask> attempt(ScanRequest request, TraceParent trace) {
        List<Account> accounts = accounts(request);
        List<ScanTask> tasks = ScanPlan.tasks(request, accounts, collectors.all());
        if (tasks.isEmpty()) {
            throw new PlanException(NOTHING, false);
        }
        Instant now = clock.instant();
        bus.accounts(accounts, now);
        if (request.accounts().isEmpty()) {
            tellDepartures(accounts, now);
        }
        tasks.forEach(task ->
                bus.progress(ScanProgress.of(task.run(), task.scope(), ScanProgress.Phase.PLANNED, now), trace));
        return tasks;
    }

    /** What nobody can tell now is told by the next scan of all accounts. */
    private void tellDepartures(List<Account> listed, Instant now) {
        try {
            List<Account> departed = directory.departed(memory.accounts().values(), listed).stream()
                    .map(Account::gone)
                    .toList();
            departed.forEach(
                    account -> LOG.infof("account %s left the organisation %s", account.id(), account.organization()));
            bus.accounts(departed, now);
        } catch (UnknownAccountsException | KafkaException e) {
            LOG.warnf("which accounts left is not known: %s", e.getMessage());
        }
    }

    private List<Account> accounts(ScanRequest request) {
        try {
            return directory.accounts(request.accounts());
        } catch (UnknownAccountsException e) {
            throw new PlanException(String.valueOf(e.getMessage()), e.mayPass());
        } catch (StrangerException e) {
            throw new PlanException(String.valueOf(e.getMessage()), false);
        } catch (BusException | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "scan %s cannot be planned", request.id());
            throw new PlanException(TaskRunner.DEFECT, false);
        }
    }
}
