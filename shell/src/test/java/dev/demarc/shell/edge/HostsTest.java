package dev.demarc.shell.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void knowsAnyAddressBeyondLoopback() {
        Hosts hosts = new Hosts(List.of(), true);

        assertThat(List.of("10.0.0.7:8080", "[fd00::7]:8080")).allMatch(hosts::know);
        assertThat(hosts.know("evil.example")).isFalse();
    }
}
