package dev.demarc.scanner.aws;

import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.ec2.model.Region;

/** Asks accounts which regions they have enabled, many at once: the first call into an account takes its role. */
final class EnabledRegions {
    private static final Logger LOG = Logger.getLogger(EnabledRegions.class);
    private static final int AT_ONCE = 16;

    private final AwsAccess access;
    private final AwsConfig config;

    EnabledRegions(AwsAccess access, AwsConfig config) {
        this.access = access;
        this.config = config;
    }

    /**
     * The same accounts in the same order, each that is active with its regions. One that AWS does not answer for is
     * taken to have those of the caller's own, so that a fault of the moment makes no scan smaller; one that may not be
     * entered has the configured ones or the home region, where its runs will say so.
     *
     * @throws UnknownAccountsException where AWS does not answer for the caller's own account
     */
    List<Account> addedTo(List<Account> accounts) {
        List<String> ofCaller = within(ofCaller());
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, accounts.size())));
        try {
            List<Callable<Account>> questions = new ArrayList<>();
            accounts.forEach(account -> questions.add(() -> with(account, ofCaller)));
            List<Account> answered = new ArrayList<>();
            for (Future<Account> answer : pool.invokeAll(questions)) {
                answered.add(answer.get());
            }
            return answered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while asking for regions");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Account with(Account account, List<String> ofCaller) {
        List<String> regions = List.of();
        if (account.status() == Account.Status.ACTIVE) {
            boolean own = account.id().equals(access.identity().account());
            regions = own ? ofCaller : of(account.id(), ofCaller);
        }
        return new Account(
                account.id(),
                account.name(),
                account.organization(),
                account.ouPath(),
                account.status(),
                regions,
                account.team());
    }

    private List<String> ofCaller() {
        String own = access.identity().account();
        return UnknownAccountsException.ask("ec2:DescribeRegions or account:ListRegions", () -> {
            try {
                return asked(own);
            } catch (SdkException e) {
                if (AwsFault.of(e).mayPass()) {
                    throw e;
                }
                return unasked(own, e);
            }
        });
    }

    private List<String> of(String account, List<String> ofCaller) {
        try {
            return within(asked(account));
        } catch (AbortedException e) {
            throw new CancellationException("interrupted while asking for the regions of " + account);
        } catch (SdkException e) {
            if (!AwsFault.of(e).mayPass()) {
                return unasked(account, e);
            }
            LOG.warnf(
                    "the regions of %s are not known (%s); those of the caller's account are read",
                    account, AwsFault.of(e).reason());
            return ofCaller;
        }
    }

    private List<String> asked(String account) {
        AwsClients clients = access.clients(account, Scope.GLOBAL);
        try {
            return clients.ec2().describeRegions().regions().stream()
                    .map(Region::regionName)
                    .sorted()
                    .toList();
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            LOG.debugf("ec2:DescribeRegions of %s: %s", account, AwsFault.of(e).reason());
        }
        return clients
                .account()
                .listRegionsPaginator(request ->
                        request.regionOptStatusContains(RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT))
                .regions()
                .stream()
                .map(region -> region.regionName())
                .sorted()
                .toList();
    }

    private List<String> unasked(String account, SdkException refusal) {
        List<String> assumed = config.regions().orElse(List.of(config.homeRegion()));
        LOG.warnf(
                "the regions of %s are not known (%s); only %s are read",
                account, AwsFault.of(refusal).reason(), assumed);
        return assumed;
    }

    private List<String> within(List<String> enabled) {
        return config.regions()
                .map(limit -> enabled.stream().filter(limit::contains).toList())
                .orElse(enabled);
    }
}
