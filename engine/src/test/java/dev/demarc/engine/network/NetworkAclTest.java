package dev.demarc.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkAclTest {
    @Test
    void isClosedWhereNothingIsAllowed() {
        assertThat(opensSsh()).isFalse();
    }

    @Test
    void letsTheLowestNumberDecide() {
        Map<String, Object> deny = entry(50, "deny", "6", "0.0.0.0/0", 22, 22);
        Map<String, Object> allow = entry(100, "allow", "-1", "0.0.0.0/0", null, null);

        assertThat(opensSsh(allow, deny)).isFalse();
        assertThat(opensSsh(allow, entry(110, "deny", "-1", "0.0.0.0/0", null, null)))
                .isTrue();
        assertThat(NetworkAcl.of(List.of(deny, allow)).opensToInternet(20, 30, "tcp"))
                .isTrue();
    }

    @Test
    void takesOnlyTheDeniedAddressesAway() {
        Map<String, Object> allow = entry(100, "allow", "6", "0.0.0.0/0", 0, 65_535);

        assertThat(opensSsh(entry(50, "deny", "-1", "0.0.0.0/1", null, null), allow))
                .isTrue();
        assertThat(opensSsh(
                        entry(50, "deny", "-1", "0.0.0.0/1", null, null),
                        entry(60, "deny", "-1", "128.0.0.0/1", null, null),
                        allow))
                .isFalse();
    }

    @Test
    void addsWhatIsAllowedInParts() {
        assertThat(opensSsh(
                        entry(100, "allow", "6", "0.0.0.0/1", 22, 22), entry(110, "allow", "6", "128.0.0.0/1", 22, 22)))
                .isTrue();
        assertThat(opensSsh(entry(100, "allow", "6", "198.51.100.0/24", 22, 22)))
                .isFalse();
    }

    @Test
    void seesBothKindsOfAddresses() {
        assertThat(opensSsh(entry(100, "allow", "6", "::/0", 22, 22))).isTrue();
        assertThat(opensSsh(entry(50, "deny", "6", "0.0.0.0/0", 22, 22), entry(100, "allow", "6", "::/0", 22, 22)))
                .isTrue();
    }

    @Test
    void looksAtTheProtocolAndTheDirection() {
        Map<String, Object> outbound = entry(100, "allow", "6", "0.0.0.0/0", 22, 22);
        outbound.put("egress", true);

        assertThat(opensSsh(entry(100, "allow", "17", "0.0.0.0/0", 22, 22))).isFalse();
        assertThat(opensSsh(outbound)).isFalse();
    }

    @Test
    void refusesMoreEntriesThanAwsAllows() {
        List<Map<String, Object>> many = Collections.nCopies(1_001, entry(100, "allow", "6", "0.0.0.0/0", 22, 22));

        assertThatThrownBy(() -> NetworkAcl.of(many)).hasMessage("there are 1001 entries; accepted: up to 1000");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only handed on
    private static boolean opensSsh(Map<String, Object>... entries) {
        return NetworkAcl.of(List.of(entries)).opensToInternet(22, 22, "tcp");
    }

    private static Map<String, Object> entry(
            long number, String action, String protocol, String block, @Nullable Integer from, @Nullable Integer to) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("ruleNumber", number);
        entry.put("ruleAction", action);
        entry.put("egress", false);
        entry.put("protocol", protocol);
        entry.put(block.contains(":") ? "ipv6CidrBlock" : "cidrBlock", block);
        if (from != null && to != null) {
            entry.put("portRange", Map.of("from", from, "to", to));
        }
        return entry;
    }
}
