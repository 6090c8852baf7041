package dev.demarc.engine.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {
    private static final Ownership OWNERSHIP = new Ownership(
            List.of("team", "owner"),
            List.of("aws:cloudformation:stack-name"),
            List.of("workload"),
            Map.of("Production", "operations", "Production/Payments", "payments"));

    @ParameterizedTest
    @CsvSource({
        "Production, operations",
        "Production/Web, operations",
        "Production/Payments, payments",
        "Production/Payments/Cards, payments",
        "ProductionOld, ''",
        "Sandbox, ''",
    })
    void givesAnAccountWithoutATeamToThatOfItsNearestUnit(String path, String team) {
        assertThat(OWNERSHIP.ofAccount(null, List.of(path.split("/"))).orElse(""))
                .isEqualTo(team);
    }

    @Test
    void prefersTheAccountsOwnTeam() {
        assertThat(OWNERSHIP.ofAccount("cards", List.of("Production", "Payments")))
                .contains("cards");
        assertThat(OWNERSHIP.ofAccount(" ", List.of("Production", "Payments"))).contains("payments");
    }

    @Test
    void asksTagThenStackThenAccount() {
        Map<String, String> stack = Map.of("aws:cloudformation:stack-name", "shop");

        assertThat(OWNERSHIP.ofResource(Map.of("owner", "web"), Optional.of("payments")))
                .contains("web");
        assertThat(OWNERSHIP.ofResource(stack, Optional.of("payments"))).contains("shop");
        assertThat(OWNERSHIP.ofResource(Map.of("team", ""), Optional.of("payments")))
                .contains("payments");
        assertThat(OWNERSHIP.ofResource(Map.of(), Optional.empty())).isEmpty();
    }

    @Test
    void knowsAWorkloadByItsTagElseByItsStack() {
        assertThat(OWNERSHIP.workload(Map.of("workload", "checkout", "aws:cloudformation:stack-name", "shop")))
                .contains("checkout");
        assertThat(OWNERSHIP.workload(Map.of("aws:cloudformation:stack-name", "shop")))
                .contains("shop");
        assertThat(OWNERSHIP.workload(Map.of("team", "web"))).isEmpty();
    }
}
