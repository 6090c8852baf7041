package dev.demarc.assessment.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.assessment.drift.Duties.Duty;
import dev.demarc.assessment.drift.WorkloadDrift.Change;
import dev.demarc.assessment.drift.WorkloadDrift.Workload;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadDriftTest {
    private static final Workload ORDERS = new Workload("111122223333", "orders");
    private static final int ON_EC2 = 1;
    private static final int ON_RDS = 2;
    private static final Map<Integer, Map<String, Duty>> DUTIES = Map.of(
            ON_EC2, Map.of("guest-os", new Duty(Party.CUSTOMER, "You patch it.")),
            ON_RDS, Map.of("guest-os", new Duty(Party.AWS, "AWS patches it.")));

    @Test
    void aResourceThatTakesThePlaceOfAnotherMovesTheDuty() {
        List<DriftItem> items = moved(Map.of(ON_RDS, 1L), left("i-1", ON_EC2, 10), came("db-1", ON_RDS, 20));

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.from()).isEqualTo("CUSTOMER");
            assertThat(item.to()).isEqualTo("AWS");
            assertThat(item.rule()).isEqualTo("AWS patches it.");
            assertThat(item.resource().id()).isEqualTo("db-1");
            assertThat(item.at()).isEqualTo(at(20));
        });
    }

    @Test
    void oneOfSeveralMovesNothing() {
        assertThat(moved(Map.of(ON_EC2, 3L), came("i-9", ON_EC2, 10))).isEmpty();
        assertThat(moved(Map.of(ON_EC2, 3L), left("i-9", ON_EC2, 10))).isEmpty();
    }

    @Test
    void theLastOfAPartyTakesItAway() {
        assertThat(moved(Map.of(ON_RDS, 2L), left("i-1", ON_EC2, 10), left("i-2", ON_EC2, 30)))
                .extracting(DriftItem::from, DriftItem::to, DriftItem::cause, item -> item.resource()
                        .id())
                .containsExactly(tuple("CUSTOMER", null, Cause.REMOVAL, "i-2"));
    }

    @Test
    void aWorkloadThatIsWhollyNewOrGoneHasMovedNothing() {
        assertThat(moved(Map.of(ON_RDS, 1L), came("db-1", ON_RDS, 10))).isEmpty();
        assertThat(moved(Map.of(), left("db-1", ON_RDS, 10))).isEmpty();
    }

    @Test
    void whatOnlyPassedThroughOrCameBackMovesNothing() {
        assertThat(moved(Map.of(ON_RDS, 1L), came("i-1", ON_EC2, 10), left("i-1", ON_EC2, 20)))
                .isEmpty();
        assertThat(moved(Map.of(ON_RDS, 1L, ON_EC2, 1L), left("i-1", ON_EC2, 10), came("i-1", ON_EC2, 20)))
                .isEmpty();
    }

    private static List<DriftItem> moved(Map<Integer, Long> members, Change... changes) {
        return new WorkloadDrift(Map.of(ORDERS, members), profile -> DUTIES.getOrDefault(profile, Map.of()))
                .of(List.of(changes)).stream().map(WorkloadDrift.Moved::item).toList();
    }

    private static Change came(String id, int profile, long second) {
        return new Change(ORDERS, true, at(second), ref(id), profile, "");
    }

    private static Change left(String id, int profile, long second) {
        return new Change(ORDERS, false, at(second), ref(id), profile, "");
    }

    private static ResourceRef ref(String id) {
        Scope scope = new Scope(ORDERS.account(), "eu-central-1", "AWS::EC2::Instance");
        return new ResourceRef(
                new ResourceKey(scope, id.hashCode()), scope.account(), scope.region(), scope.type(), id, null, null);
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-01T12:00:00Z").plusSeconds(second);
    }
}
