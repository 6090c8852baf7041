package dev.demarc.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a network ACL lets in ({@code entries} as EC2 describes them): for each address the entry with the lowest number
 * that matches decides.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html">Network ACL rules</a>
 */
public final class NetworkAcl {
    private static final int MOST_ENTRIES = 1_000;
    private static final int LAST_PORT = 65_535;
    private static final String EVERY_PROTOCOL = "-1";
    private static final Map<String, String> PROTOCOL_NAMES = Map.of("6", "tcp", "17", "udp");

    private final List<Entry> inbound;

    private NetworkAcl(List<Entry> inbound) {
        this.inbound = inbound;
    }

    /** @throws IllegalArgumentException where the JSON is no list of entries */
    public static NetworkAcl of(List<?> json) {
        if (json.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "there are %d entries; accepted: up to %d".formatted(json.size(), MOST_ENTRIES));
        }
        return new NetworkAcl(json.stream()
                .map(NetworkAcl::entry)
                .filter(entry -> !entry.egress)
                .sorted(Comparator.comparing(Entry::number))
                .toList());
    }

    /** Whether any port of the range is open to the internet. */
    public boolean opensToInternet(long fromPort, long toPort, String protocol) {
        return Stream.concat(
                        Stream.of(fromPort),
                        inbound.stream().flatMap(entry -> Stream.of(entry.fromPort, entry.toPort + 1)))
                .filter(port -> fromPort <= port && port <= toPort)
                .distinct()
                .anyMatch(port -> isOpen(port, protocol));
    }

    private boolean isOpen(long port, String protocol) {
        List<Entry> deciding =
                inbound.stream().filter(entry -> entry.decides(port, protocol)).toList();
        return Internet.coveredBy(allowed(deciding, false), allowed(deciding, true));
    }

    private static List<AddressRange> allowed(List<Entry> deciding, boolean v6) {
        List<AddressRange> decided = List.of();
        List<AddressRange> allowed = new ArrayList<>();
        for (Entry entry : deciding) {
            if (entry.block.v6() == v6) {
                AddressRange range = AddressRange.of(entry.block);
                if (entry.allows) {
                    allowed.addAll(range.without(decided));
                }
                List<AddressRange> more = new ArrayList<>(decided);
                more.add(range);
                decided = AddressRange.union(more);
            }
        }
        return allowed;
    }

    private static Entry entry(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("an entry is no JSON object");
        }
        String protocol = String.valueOf(map.get("protocol"));
        Map<?, ?> ports = map.get("portRange") instanceof Map<?, ?> range ? range : Map.of();
        return new Entry(
                number(map.get("ruleNumber"), 0),
                Boolean.TRUE.equals(map.get("egress")),
                "allow".equalsIgnoreCase(String.valueOf(map.get("ruleAction"))),
                PROTOCOL_NAMES.getOrDefault(protocol, protocol),
                number(ports.get("from"), 0),
                number(ports.get("to"), LAST_PORT),
                Cidr.parse(map.get("cidrBlock") instanceof String v4 ? v4 : String.valueOf(map.get("ipv6CidrBlock"))));
    }

    private static long number(@Nullable Object json, long otherwise) {
        return json instanceof Number number ? number.longValue() : otherwise;
    }

    private record Entry(
            long number, boolean egress, boolean allows, String protocol, long fromPort, long toPort, Cidr block) {
        boolean decides(long port, String wanted) {
            return (protocol.equals(EVERY_PROTOCOL) || protocol.equals(wanted)) && fromPort <= port && port <= toPort;
        }
    }
}
