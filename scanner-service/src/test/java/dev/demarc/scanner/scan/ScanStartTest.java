package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AccountDirectory;
import dev.demarc.scanner.aws.AwsConfig;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.FixedAwsConfig;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.snapshot.BusMemory;
import dev.demarc.scanner.snapshot.EmptyMemory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScanStartTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");

    @RegisterExtension
    private final EmulatedAws aws = new EmulatedAws();

    private final Recorded recorded = new Recorded();
    private BusMemory memory = new EmptyMemory();

    @Test
    void tellsAccountsAndScopesBeforeTheirTasksAreTaken() {
        List<ScanTask> tasks =
                start(aws.moto().endpoint()).plan(request(List.of(), List.of("eu-central-1")), TraceParent.start());

        assertThat(recorded.types()).startsWith(EventType.ACCOUNT, EventType.SCAN_PROGRESS);
        assertThat(recorded.all(EventType.SCAN_PROGRESS, ScanProgress.class)).hasSameSizeAs(tasks);
    }

    @Test
    void tellsWhichAccountsTheWholeOrganisationHasNoMore() {
        String organization = aws.organization();
        Account left = account("222233334444", organization, Account.Status.ACTIVE);
        memory = remembered(
                left,
                account(Moto.ACCOUNT, organization, Account.Status.SUSPENDED),
                account("333344445555", organization, Account.Status.GONE),
                account("444455556666", "o-another", Account.Status.ACTIVE));

        start(aws.moto().endpoint()).plan(request(List.of(), List.of("eu-central-1")), TraceParent.start());

        assertThat(recorded.all(EventType.ACCOUNT, Account.class))
                .filteredOn(account -> account.status() == Account.Status.GONE)
                .containsExactly(left.gone());
    }

    @Test
    void tellsNoDepartureByAScanOfSomeAccountsOrOfAConfiguredList() {
        memory = remembered(account("222233334444", aws.organization(), Account.Status.ACTIVE));

        start(aws.moto().endpoint()).plan(request(List.of(Moto.ACCOUNT), List.of("eu-central-1")), TraceParent.start());
        URI endpoint = aws.moto().endpoint();
        start(endpoint, FixedAwsConfig.at(endpoint).withAccounts(Moto.ACCOUNT))
                .plan(request(List.of(), List.of("eu-central-1")), TraceParent.start());

        assertThat(recorded.all(EventType.ACCOUNT, Account.class))
                .extracting(Account::id)
                .containsOnly(Moto.ACCOUNT);
    }

    @Test
    void plansNothingWithAStranger() {
        assertThatThrownBy(() -> start(aws.moto().endpoint())
                        .plan(request(List.of("777000000000"), List.of()), TraceParent.start()))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("accounts has '777000000000'; accepted: 123456789012, the caller's own");
        assertThat(recorded.types()).isEmpty();
    }

    @Test
    void saysThatThereIsNothingToRead() {
        assertThatThrownBy(() -> start(aws.moto().endpoint())
                        .plan(request(List.of(), List.of("mars-north-1")), TraceParent.start()))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("none of the accounts is active, or none of the regions is enabled");
    }

    @Test
    void givesUpOnAnEndpointThatDoesNotAnswer() {
        assertThatThrownBy(() -> start(URI.create("http://127.0.0.1:1"))
                        .plan(request(List.of(), List.of()), TraceParent.start()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("sts:GetCallerIdentity failed: no usable answer");
    }

    private ScanStart start(URI endpoint) {
        return start(endpoint, FixedAwsConfig.at(endpoint));
    }

    private ScanStart start(URI endpoint, AwsConfig config) {
        return new ScanStart(
                new AccountDirectory(EmulatedAws.access(endpoint), config, Clock.systemUTC()),
                AllCollectors.make(),
                new Bus(recorded.producer()),
                memory,
                Clock.systemUTC(),
                List.of(Duration.ofMillis(1)));
    }

    private static Account account(String id, String organization, Account.Status status) {
        return new Account(id, "shop", organization, List.of(), status, List.of("eu-central-1"), null);
    }

    private static BusMemory remembered(Account... accounts) {
        Map<String, Account> byId = Arrays.stream(accounts).collect(Collectors.toMap(Account::id, each -> each));
        return new BusMemory() {
            @Override
            public Map<String, Account> accounts() {
                return byId;
            }

            @Override
            public List<ScanProgress> begun() {
                return List.of();
            }
        };
    }

    private static ScanRequest request(List<String> accounts, List<String> regions) {
        return new ScanRequest("scan", NOW, ScanRequest.Trigger.REQUEST, accounts, regions, List.of());
    }
}
