package dev.demarc.catalog.change;

import static dev.demarc.catalog.change.Catalogs.changed;
import static dev.demarc.catalog.change.Catalogs.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.catalog.content.Shipped;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {
    private static final CatalogRevision BEFORE = Shipped.CONTENT.revision();
    private static final String ID = "s3-bucket-not-public";

    @Test
    void takesWhatIsShippedWhereNothingWasChanged() {
        CatalogRevision shipped = changed(BEFORE, tree -> control(tree, ID).put("title", "Shipped anew"));

        CatalogRevision merged = ThreeWayMerge.merge(BEFORE, BEFORE, shipped);

        assertThat(merged).isEqualTo(shipped);
    }

    @Test
    void keepsAControlThatTheOrganisationChanged() {
        CatalogRevision current = changed(BEFORE, tree -> control(tree, ID).put("severity", "low"));
        CatalogRevision shipped = changed(BEFORE, tree -> {
            control(tree, ID).put("title", "Shipped anew");
            control(tree, "s3-bucket-acls-off").put("title", "Shipped anew");
        });

        CatalogRevision merged = ThreeWayMerge.merge(BEFORE, current, shipped);

        assertThat(one(merged, ID)).isEqualTo(one(current, ID));
        assertThat(one(merged, ID).severity()).isEqualTo(Severity.LOW);
        assertThat(one(merged, "s3-bucket-acls-off").title()).isEqualTo("Shipped anew");
    }

    @Test
    void keepsAControlRetiredThatTheOrganisationRetired() {
        CatalogRevision current = changed(BEFORE, tree -> retire(tree, ID));
        CatalogRevision shipped = changed(BEFORE, tree -> control(tree, ID).put("title", "Shipped anew"));

        CatalogRevision merged = ThreeWayMerge.merge(BEFORE, current, shipped);

        assertThat(merged.controls()).extracting(Control::id).doesNotContain(ID);
    }

    @Test
    void keepsAControlThatTheOrganisationAdded() {
        CatalogRevision current = changed(
                BEFORE,
                tree -> add(tree, control(tree, ID).deepCopy().put("id", "own").put("number", 20001)));
        CatalogRevision shipped = changed(
                BEFORE,
                tree -> add(tree, control(tree, ID).deepCopy().put("id", "new").put("number", 19999)));

        CatalogRevision merged = ThreeWayMerge.merge(BEFORE, current, shipped);

        assertThat(merged.controls()).extracting(Control::id).contains(ID, "own", "new");
    }

    @Test
    void retiresWhatIsNoLongerShipped() {
        CatalogRevision shipped = changed(BEFORE, tree -> retire(tree, ID));

        CatalogRevision merged = ThreeWayMerge.merge(BEFORE, BEFORE, shipped);

        assertThat(merged.controls()).extracting(Control::id).doesNotContain(ID);
    }

    @Test
    void keepsAResponsibilityThatTheOrganisationChangedAndTakesTheOthersOfItsService() {
        CatalogRevision current = changed(BEFORE, tree -> responsibility(tree, "data", "Ours"));
        CatalogRevision shipped = changed(BEFORE, tree -> {
            responsibility(tree, "data", "Shipped anew");
            responsibility(tree, "resilience", "Shipped anew");
        });

        CatalogRevision merged = ThreeWayMerge.merge(BEFORE, current, shipped);

        assertThat(Catalogs.service(merged, "s3").responsibilities())
                .hasEntrySatisfying("data", rule -> assertThat(rule.rule()).isEqualTo("Ours"))
                .hasEntrySatisfying(
                        "resilience", rule -> assertThat(rule.rule()).isEqualTo("Shipped anew"));
    }

    @Test
    void keepsAParameterThatTheOrganisationSetAndTakesTheOthers() {
        CatalogRevision current = changed(BEFORE, tree -> values(tree).put("accessKeyMaxAgeDays", 30));
        CatalogRevision shipped = changed(BEFORE, tree -> {
            values(tree).put("accessKeyMaxAgeDays", 60);
            values(tree).put("credentialMaxUnusedDays", 20);
        });

        CatalogRevision merged = ThreeWayMerge.merge(BEFORE, current, shipped);

        assertThat(merged.parameters().values())
                .containsEntry("accessKeyMaxAgeDays", 30L)
                .containsEntry("credentialMaxUnusedDays", 20L);
    }

    private static Control one(CatalogRevision revision, String id) {
        return revision.controls().stream()
                .filter(control -> control.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void retire(ObjectNode tree, String id) {
        ArrayNode controls = (ArrayNode) tree.path("controls");
        controls.removeIf(control -> control.path("id").asText().equals(id));
    }

    private static void add(ObjectNode tree, ObjectNode control) {
        ((ArrayNode) tree.path("controls")).add(control);
    }

    private static void responsibility(ObjectNode tree, String layer, String rule) {
        ObjectNode service = Catalogs.element(tree, "services", "s3");
        ((ObjectNode) service.path("responsibilities").path(layer)).put("rule", rule);
    }

    private static ObjectNode values(ObjectNode tree) {
        return (ObjectNode) tree.path("parameters").path("values");
    }
}
