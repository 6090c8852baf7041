package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.AccountState;
import software.amazon.awssdk.services.inspector2.model.FilterCriteria;
import software.amazon.awssdk.services.inspector2.model.FindingStatus;
import software.amazon.awssdk.services.inspector2.model.Severity;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/** What Amazon Inspector scans in an account, and whether grave findings are open; no finding is sent on. */
@Singleton
public final class InspectorAccountStatusCollector implements Collector {
    @Override
    public String type() {
        return "AWS::InspectorV2::AccountStatus";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        Inspector2Client inspector = reading.aws().client(Inspector2Client.class, Inspector2Client::builder);
        String account = reading.scope().account();
        reading.each(
                "inspector2:BatchGetAccountStatus",
                () -> inspector.batchGetAccountStatus(request -> request.accountIds(account)).accounts().stream(),
                state -> item(reading, inspector, state));
    }

    private static ItemBuilder item(Reading reading, Inspector2Client inspector, AccountState state) {
        return reading.item(state.accountId())
                .name("Amazon Inspector")
                .configuration(canonical(state))
                .detail("activeFindings", "inspector2:ListFindings", () -> activeFindings(inspector, state));
    }

    private static Map<String, @Nullable Object> activeFindings(Inspector2Client inspector, AccountState state) {
        Map<String, @Nullable Object> found = new TreeMap<>();
        found.put("critical", hasActive(inspector, state.accountId(), Severity.CRITICAL));
        found.put("high", hasActive(inspector, state.accountId(), Severity.HIGH));
        return found;
    }

    private static boolean hasActive(Inspector2Client inspector, String account, Severity severity) {
        FilterCriteria wanted = FilterCriteria.builder()
                .awsAccountId(is(account))
                .findingStatus(is(FindingStatus.ACTIVE.toString()))
                .severity(is(severity.toString()))
                .build();
        return !inspector
                .listFindings(request -> request.filterCriteria(wanted).maxResults(1))
                .findings()
                .isEmpty();
    }

    private static StringFilter is(String value) {
        return StringFilter.builder()
                .comparison(StringComparison.EQUALS)
                .value(value)
                .build();
    }
}
