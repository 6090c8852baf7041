package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.collector.Placement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");
    private static final Account SHOP = account("111122223333", Account.Status.ACTIVE, "eu-central-1", "eu-west-1");

    @Test
    void makesOneTaskForEachTypeAndPlaceThatItIsKeptIn() {
        List<String> scopes = scopes(request(List.of(), List.of()), SHOP);

        assertThat(scopes)
                .hasSize(placesInTwoRegions())
                .doesNotHaveDuplicates()
                .contains(
                        "111122223333/global/AWS::IAM::User",
                        "111122223333/global/AWS::::Account",
                        "111122223333/eu-west-1/AWS::::Account",
                        "111122223333/eu-central-1/AWS::S3::Bucket")
                .doesNotContain("111122223333/eu-west-1/AWS::IAM::User");
    }

    private static int placesInTwoRegions() {
        return AllCollectors.make().all().stream()
                .flatMap(collector -> collector.placements().stream())
                .mapToInt(placement -> placement == Placement.REGIONAL ? 2 : 1)
                .sum();
    }

    @Test
    void keepsToTheRegionsAndTypesThatAreAskedFor() {
        assertThat(scopes(request(List.of("eu-west-1", "us-east-1"), List.of("AWS::S3::Bucket")), SHOP))
                .containsExactly("111122223333/eu-west-1/AWS::S3::Bucket");
    }

    @Test
    void leavesSuspendedAccountsOut() {
        Account gone = account("444455556666", Account.Status.SUSPENDED, "eu-west-1");

        assertThat(scopes(request(List.of(), List.of()), gone)).isEmpty();
    }

    private static List<String> scopes(ScanRequest request, Account... accounts) {
        return ScanPlan.tasks(request, List.of(accounts), AllCollectors.make().all()).stream()
                .map(ScanTask::scope)
                .map(Scope::toString)
                .toList();
    }

    private static ScanRequest request(List<String> regions, List<String> types) {
        return new ScanRequest("scan", NOW, ScanRequest.Trigger.REQUEST, List.of(), regions, types);
    }

    private static Account account(String id, Account.Status status, String... regions) {
        return new Account(id, "shop", "o-1", List.of(), status, List.of(regions), null);
    }
}
