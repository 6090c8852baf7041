package dev.demarc.catalog.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.catalog.EmbeddedCatalog;
import dev.demarc.catalog.change.CatalogEdit;
import dev.demarc.catalog.change.CatalogEdits;
import dev.demarc.catalog.change.RevisionDiff;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.catalog.CatalogRevision;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@EmbeddedCatalog
class DraftsTest {
    @Inject
    Drafts drafts;

    @Inject
    UserTransaction transaction;

    @Test
    void thinksAboutAChangeWhileNoTransactionIsOpen() {
        List<Integer> seen = new ArrayList<>();

        drafts.change(begin(), edit(catalog -> {
            seen.add(status());
            return catalog;
        }));

        assertThat(seen).containsExactly(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void refusesAChangeThatAnotherHasOvertakenAndKeepsTheOther() {
        long draft = begin();

        assertThatThrownBy(() -> drafts.change(draft, edit(catalog -> {
                    drafts.change(draft, logging("The platform team logs."));
                    return logging("The owner logs.").apply(catalog);
                })))
                .isInstanceOf(DraftConflictException.class)
                .hasMessageContaining("read it again");

        assertThat(drafts.draft(draft).changes())
                .flatExtracting(RevisionDiff.Change::members)
                .asString()
                .contains("The platform team logs.")
                .doesNotContain("The owner logs.");
    }

    private long begin() {
        return drafts.begin().draft().id();
    }

    private static CatalogEdit edit(UnaryOperator<CatalogRevision> change) {
        return new CatalogEdit("services[s3]", change);
    }

    private static CatalogEdit logging(String rule) {
        JsonNode shared = Json.MAPPER
                .createObjectNode()
                .put("party", "SHARED")
                .put("rule", rule)
                .put("source", "https://example.com");
        return CatalogEdits.putResponsibility("s3", "logging", shared);
    }

    private int status() {
        try {
            return transaction.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }
}
