package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateBudgetsTest {
    private final RateBudgets budgets = new RateBudgets(() -> new RateBudget(20, () -> 1));

    @Test
    void spacesOutAllClientsOfOneServiceTogether() {
        RateBudget budget = budgets.of("111122223333/eu-central-1/s3");

        System.gc();

        assertThat(budgets.of("111122223333/eu-central-1/s3")).isSameAs(budget);
        assertThat(budgets.of("111122223333/eu-central-1/ec2")).isNotSameAs(budget);
    }
}
