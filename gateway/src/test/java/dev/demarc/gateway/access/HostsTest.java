package dev.demarc.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostsTest {
    @Test
    void knowsLoopbackWithAnyPort() {
        Hosts hosts = new Hosts(List.of(), false);

        assertThat(List.of("localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"))
                .allMatch(hosts::know);
    }

    @Test
    void refusesNamesThatWereMadeToResolveHere() {
        Hosts hosts = new Hosts(List.of("demarc.example"), false);

        assertThat(List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "10.0.0.7", ""))
                .noneMatch(hosts::know);
        assertThat(hosts.know("Demarc.example:443")).isTrue();
        assertThat(hosts.know(null)).isFalse();
    }

    @Test
    void knowsAnyAddressOnceOpened() {
        Hosts hosts = new Hosts(List.of(), true);

        assertThat(List.of("10.0.0.7:8080", "[fd00::7]:8080")).allMatch(hosts::know);
        assertThat(hosts.know("evil.example")).isFalse();
    }

    @Test
    void startsOnAForeignAddressOnlyWhenOpenedOnPurpose() {
        Access everywhere = new Access("0.0.0.0", false, Optional.empty());

        assertThatThrownBy(everywhere::check)
                .hasMessageContaining("quarkus.http.host is '0.0.0.0'")
                .hasMessageContaining("demarc.gateway.open=true");
        new Access("0.0.0.0", true, Optional.empty()).check();
        new Access("::1", false, Optional.empty()).check();
        new Access("127.0.0.2", false, Optional.empty()).check();
    }
}
