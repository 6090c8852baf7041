package dev.demarc.contracts.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class RunPropertiesTest {
    private static final Scope SCOPE = new Scope("111122223333", "global", "AWS::IAM::User");

    @Property
    void aPageKeepsItsIds(@ForAll long[] rids) {
        assertThat(RunPage.of(SCOPE, new RunId("scan", 1), 0, rids).unpacked()).isEqualTo(rids);
    }

    @Property
    void theDigestDoesNotDependOnOrder(@ForAll List<Long> rids) {
        List<Long> reversed = new java.util.ArrayList<>(rids);
        Collections.reverse(reversed);

        assertThat(digest(reversed)).isEqualTo(digest(rids));
    }

    @Property
    void theDigestTellsAMissingIdApart(@ForAll @Size(min = 1, max = 50) List<Long> rids) {
        assertThat(digest(rids.subList(1, rids.size()))).satisfies(digest -> {
            boolean zeroIsMissing = rids.get(0) == 0;
            assertThat(digest.equals(digest(rids))).isEqualTo(zeroIsMissing);
        });
    }

    private static String digest(List<Long> rids) {
        IdDigest digest = new IdDigest();
        rids.forEach(digest::add);
        return digest.hex();
    }
}
