package dev.demarc.gateway.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.api.ResponsibilityMatrix;
import dev.demarc.contracts.api.ResponsibilityMatrix.Cell;
import dev.demarc.contracts.api.ResponsibilityMatrix.VariantCell;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.gateway.Catalogs;
import dev.demarc.gateway.catalog.CatalogView;
import dev.demarc.gateway.responsibility.Comparison.LayerMove;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final CatalogView CATALOG = CatalogView.of(Catalogs.small());
    private static final Service EC2 = CATALOG.service("ec2").orElseThrow();
    private static final Service RDS = CATALOG.service("rds").orElseThrow();

    @Test
    void decidesByServiceBeforeModelAndShowsWhatVariantsMakeOfIt() {
        ResponsibilityMatrix matrix = new Matrix(CATALOG).of(List.of(new Matrix.Workload(RDS)));

        Cell guestOs = matrix.rows().get(0).cells().get("guest-os");
        assertThat(guestOs)
                .isEqualTo(new Cell(
                        Party.AWS,
                        "RDS has no guest of yours.",
                        "AWS shared responsibility model",
                        "service:rds",
                        List.of(new VariantCell(
                                "custom",
                                "RDS Custom",
                                Party.CUSTOMER,
                                "RDS Custom hands you the operating system."))));
        assertThat(matrix.rows().get(0).cells().get("data"))
                .extracting(Cell::decidedBy)
                .isEqualTo("model:PAAS");
    }

    @Test
    void movesTheGuestSystemToAwsWithADatabaseThatLeavesEc2() {
        Comparison comparison = Comparison.of(CATALOG, new Matrix.Workload(EC2), new Matrix.Workload(RDS));

        assertThat(comparison.layers())
                .filteredOn(LayerMove::moves)
                .singleElement()
                .satisfies(move -> assertThat(move.layer()).isEqualTo("guest-os"))
                .satisfies(move -> assertThat(move.from().party()).isEqualTo(Party.CUSTOMER))
                .satisfies(move -> assertThat(move.to().party()).isEqualTo(Party.AWS));
    }

    @Test
    void movesNothingToAVariantThatHandsTheGuestBack() {
        Matrix.Workload custom = new Matrix.Workload(RDS, RDS.variants().get(0));

        Comparison comparison = Comparison.of(CATALOG, new Matrix.Workload(EC2), custom);

        assertThat(comparison.layers()).noneMatch(LayerMove::moves);
        assertThat(comparison.to().id()).isEqualTo("rds/custom");
        assertThat(comparison.layers())
                .extracting(move -> move.to().decidedBy())
                .contains("variant:rds/custom");
    }
}
