package dev.demarc.catalog.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.catalog.content.Shipped;
import dev.demarc.contracts.catalog.CatalogRevision;
import org.junit.jupiter.api.Test;

class RevisionDiffTest {
    private static final CatalogRevision BEFORE = Shipped.CONTENT.revision();

    @Test
    void findsNothingBetweenARevisionAndItself() {
        assertThat(RevisionDiff.between(BEFORE, PackedRevision.unpack(PackedRevision.pack(BEFORE)))
                        .changes())
                .isEmpty();
    }

    @Test
    void namesTheElementAndTheMemberThatChanged() {
        CatalogRevision after = Catalogs.changed(
                BEFORE, tree -> Catalogs.control(tree, "s3-bucket-not-public").put("severity", "low"));

        RevisionDiff diff = RevisionDiff.between(BEFORE, after);

        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.element()).isEqualTo("controls[s3-bucket-not-public]");
            assertThat(change.kind()).isEqualTo(RevisionDiff.Kind.CHANGED);
            assertThat(change.members())
                    .extracting(RevisionDiff.Member::member, member -> String.valueOf(member.after()))
                    .containsExactly(tuple("severity", "\"low\""));
        });
    }

    @Test
    void namesWhatWasRenamedAsRemovedAndAdded() {
        CatalogRevision after = Catalogs.changed(
                BEFORE, tree -> Catalogs.control(tree, "s3-bucket-not-public").put("id", "closed"));

        RevisionDiff diff = RevisionDiff.between(BEFORE, after);

        assertThat(diff.changes())
                .extracting(RevisionDiff.Change::element, RevisionDiff.Change::kind)
                .containsExactly(
                        tuple("controls[closed]", RevisionDiff.Kind.ADDED),
                        tuple("controls[s3-bucket-not-public]", RevisionDiff.Kind.REMOVED));
    }
}
