package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermittedTest {
    private static final Permitted PERMITTED = Permitted.by(new TypeFile(
            Map.of("configuration", List.of("name", "ports"), "configuration.byName.*", List.of("size")),
            Map.of("configuration.policy", Treatment.DOCUMENT, "configuration.groups", Treatment.SET),
            Map.of()));

    @Test
    void keepsNamedValuesAndListsOfThem() {
        assertThat(permitted(Map.of("name", "one", "ports", List.of(1L, 2L), "other", "gone")))
                .isEqualTo(Map.of("name", "one", "ports", List.of(1L, 2L)));
    }

    @Test
    void keepsNoObjectWhereAValueIsNamedAndNoValueWhereMembersAre() {
        assertThat(permitted(Map.of("name", Map.of("first", "gone"), "byName", "gone")))
                .isEmpty();
    }

    @Test
    void keepsNamedMembersOfWhateverAMapHolds() {
        assertThat(permitted(Map.of("byName", Map.of("a", Map.of("size", 1L, "other", "gone")))))
                .isEqualTo(Map.of("byName", Map.of("a", Map.of("size", 1L))));
    }

    @Test
    void keepsAllOfADocument() {
        Map<String, Object> policy = Map.of("policy", Map.of("Statement", List.of(Map.of("Effect", "Allow"))));

        assertThat(permitted(policy)).isEqualTo(policy);
    }

    @Test
    void keepsWhatAwsSaysIsNotThereButLeavesOutAListOfWhichNothingIsLeft() {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("policy", null);
        tree.put("other", null);
        tree.put("ports", List.of());
        tree.put("groups", Arrays.asList(Map.of("id", "gone")));

        assertThat(permitted(tree).keySet()).containsExactly("policy", "ports");
    }

    @Test
    void letsWhatIsNamedWhatIsAboveItAndWhatIsBelowADocument() {
        assertThat(List.of("configuration", "configuration.byName.a.size", "configuration.policy.Statement"))
                .allMatch(path -> PERMITTED.lets(TreePath.of(path)));
        assertThat(List.of("configuration.other", "configuration.byName.a.other"))
                .noneMatch(path -> PERMITTED.lets(TreePath.of(path)));
    }

    private static Map<String, @Nullable Object> permitted(Map<String, @Nullable Object> configuration) {
        Map<String, @Nullable Object> tree = Trees.object(Map.of("configuration", configuration));
        PERMITTED.apply(tree);
        return TreePath.asObject(Objects.requireNonNull(tree.get("configuration")));
    }
}
