package dev.demarc.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.engine.Items;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ipRanges':[{'cidrIp':'0.0.0.0/0'}]",
                "'ipv6Ranges':[{'cidrIpv6':'::/0'}]",
                "'ipv6Ranges':[{'cidrIpv6':'2000::/3'}]",
                "'ipRanges':[{'cidrIp':'0.0.0.0/1'},{'cidrIp':'128.0.0.0/1'}]",
                "'ipRanges':[{'cidrIp':'0.0.0.0/1'}]",
                "'ipRanges':[{'cidrIp':'10.0.0.0/8'},{'cidrIp':'0.0.0.0/0'}]"
            })
    void seesEveryWayToLetTheInternetIn(String ranges) {
        assertThat(tcp(22, 22, ranges).opensToInternet(22, 22, "tcp")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ipRanges':[]",
                "'ipRanges':[{'cidrIp':'10.0.0.0/8'},{'cidrIp':'172.16.0.0/12'},{'cidrIp':'192.168.0.0/16'}]",
                "'ipRanges':[{'cidrIp':'203.0.113.0/24'}]",
                "'ipRanges':[{'cidrIp':'224.0.0.0/3'}]",
                "'ipv6Ranges':[{'cidrIpv6':'fc00::/7'}]",
                "'ipv6Ranges':[{'cidrIpv6':'2001:db8::/32'}]",
                "'userIdGroupPairs':[{'groupId':'sg-1'}]"
            })
    void isCalmAboutRangesThatAreNotTheInternet(String ranges) {
        assertThat(tcp(22, 22, ranges).opensToInternet(22, 22, "tcp")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, 22, 22, true",
        "tcp, 0, 65535, true",
        "tcp, 20, 30, true",
        "6, 22, 22, true",
        "-1, -1, -1, true",
        "tcp, 23, 80, false",
        "udp, 22, 22, false",
        "icmp, -1, -1, false",
        "icmp, 8, 0, false"
    })
    void looksAtProtocolAndPort(String protocol, int from, int to, boolean open) {
        Permissions permissions =
                permissions("[{'ipProtocol':'%s','fromPort':%d,'toPort':%d,'ipRanges':[{'cidrIp':'0.0.0.0/0'}]}]"
                        .formatted(protocol, from, to));

        assertThat(permissions.opensToInternet(22, 22, "tcp")).isEqualTo(open);
    }

    @Test
    void takesAbsentPortsAsAllOfThem() {
        Permissions all = permissions("[{'ipProtocol':'-1','ipRanges':[{'cidrIp':'0.0.0.0/0'}]}]");
        Permissions withNulls =
                permissions("[{'ipProtocol':'-1','fromPort':null,'toPort':null,'ipRanges':[{'cidrIp':'0.0.0.0/0'}]}]");

        assertThat(all.opensToInternet(22, 22, "tcp")).isTrue();
        assertThat(withNulls.opensAllPorts()).isTrue();
    }

    @Test
    void findsAnOpenPortInsideARange() {
        Permissions permissions = tcp(3000, 3100, "'ipRanges':[{'cidrIp':'0.0.0.0/0'}]");

        assertThat(permissions.opensToInternet(2000, 4000, "tcp")).isTrue();
        assertThat(permissions.opensToInternet(3050, 3060, "tcp")).isTrue();
        assertThat(permissions.opensToInternet(3101, 4000, "tcp")).isFalse();
    }

    @Test
    void sumsRangesOverPermissionsOfTheSamePortOnly() {
        String quarter = "{'ipProtocol':'tcp','fromPort':%d,'toPort':%d,'ipRanges':[{'cidrIp':'%s'}]}";
        Permissions same = permissions(
                "[" + quarter.formatted(22, 22, "64.0.0.0/3") + "," + quarter.formatted(0, 22, "128.0.0.0/3") + "]");
        Permissions other = permissions(
                "[" + quarter.formatted(22, 22, "64.0.0.0/3") + "," + quarter.formatted(23, 23, "128.0.0.0/3") + "]");

        assertThat(same.opensToInternet(22, 22, "tcp")).isTrue();
        assertThat(other.opensToInternet(22, 22, "tcp")).isFalse();
    }

    @Test
    void knowsWhetherEveryPortIsOpen() {
        assertThat(tcp(0, 65535, "'ipRanges':[{'cidrIp':'0.0.0.0/0'}]").opensAllPorts())
                .isTrue();
        assertThat(tcp(1, 65535, "'ipRanges':[{'cidrIp':'0.0.0.0/0'}]").opensAllPorts())
                .isFalse();
        assertThat(permissions("""
                                [{'ipProtocol':'udp','fromPort':0,'toPort':1000,'ipRanges':[{'cidrIp':'0.0.0.0/0'}]},
                                 {'ipProtocol':'udp','fromPort':1001,'toPort':65535,'ipRanges':[{'cidrIp':'0.0.0.0/0'}]}]
                                """).opensAllPorts()).isTrue();
        assertThat(permissions("[]").opensAllPorts()).isFalse();
    }

    @Test
    void readsPrefixListsWhereTheyDecide() {
        String permission =
                "[{'ipProtocol':'tcp','fromPort':22,'toPort':22,'prefixListIds':[{'prefixListId':'pl-1'}]}]";
        Permissions open = Permissions.of(list(permission), id -> List.of("0.0.0.0/0"));
        Permissions closed = Permissions.of(list(permission), id -> List.of("10.0.0.0/8"));

        assertThat(open.opensToInternet(22, 22, "tcp")).isTrue();
        assertThat(closed.opensToInternet(22, 22, "tcp")).isFalse();
    }

    @Test
    void doesNotAskForPrefixListsThatCannotDecide() {
        Permissions permissions = Permissions.of(list("""
                        [{'ipProtocol':'tcp','fromPort':22,'toPort':22,'ipRanges':[{'cidrIp':'0.0.0.0/0'}],
                          'prefixListIds':[{'prefixListId':'pl-1'}]}]
                        """), id -> {
            throw new IllegalStateException("asked for " + id);
        });

        assertThat(permissions.opensToInternet(22, 22, "tcp")).isTrue();
        assertThat(permissions.opensToInternet(80, 80, "tcp")).isFalse();
    }

    @Test
    void seesWidePublicRanges() {
        assertThat(tcp(443, 443, "'ipRanges':[{'cidrIp':'198.51.0.0/16'}]").opensPublicRangeWiderThan(24))
                .isTrue();
        assertThat(tcp(443, 443, "'ipRanges':[{'cidrIp':'198.51.100.0/24'}]").opensPublicRangeWiderThan(24))
                .isFalse();
        assertThat(tcp(443, 443, "'ipRanges':[{'cidrIp':'10.0.0.0/8'}]").opensPublicRangeWiderThan(24))
                .isFalse();
    }

    @Test
    void refusesWhatIsNoBlock() {
        assertThatThrownBy(() -> tcp(22, 22, "'ipRanges':[{'cidrIp':'0.0.0.0/33'}]"))
                .hasMessageContaining("0.0.0.0/33");
        assertThatThrownBy(() -> permissions("['x']")).hasMessageContaining("no JSON object");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, true",
        "8.8.8.8, true",
        "203.0.113.0/24, true",
        "10.0.0.0/7, true",
        "10.0.0.0/8, false",
        "172.31.255.0/24, false",
        "100.64.0.0/10, false",
        "127.0.0.1/32, false",
        "255.255.255.255, false",
        "::/0, true",
        "2a00::/12, true",
        "fe80::/10, false",
        "::1, false"
    })
    void knowsThePublicPartOfTheAddressSpaces(String block, boolean isPublic) {
        assertThat(Internet.touchedBy(Cidr.parse(block))).isEqualTo(isPublic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0", "10.0.0.0/", "10.0.0.0/-1", "300.0.0.0/8", "localhost", "::/129", "1.2.3.4/8/9"})
    void refusesText(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Permissions tcp(int from, int to, String ranges) {
        return permissions("[{'ipProtocol':'tcp','fromPort':%d,'toPort':%d,%s}]".formatted(from, to, ranges));
    }

    private static Permissions permissions(String json) {
        return Permissions.of(list(json), id -> List.of());
    }

    private static List<?> list(String json) {
        return (List<?>) Items.json(json);
    }
}
