package dev.demarc.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a security group lets in ({@code ipPermissions} as EC2 describes them). Ports are of one protocol; protocol
 * {@code -1} opens every port of every protocol.
 */
public final class Permissions {
    /** The most rules that AWS allows a security group. */
    private static final int MOST_PERMISSIONS = 1_000;

    private static final int LAST_PORT = 65_535;
    private static final String EVERY_PROTOCOL = "-1";
    private static final Map<String, String> PROTOCOL_NAMES =
            Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6");

    private final List<Permission> permissions;
    private final Function<String, List<String>> prefixLists;

    private Permissions(List<Permission> permissions, Function<String, List<String>> prefixLists) {
        this.permissions = permissions;
        this.prefixLists = prefixLists;
    }

    /**
     * @param json a list of permissions
     * @param prefixLists the blocks of a prefix list by its id; asked only where they decide
     * @throws IllegalArgumentException where the JSON is no list of permissions
     */
    public static Permissions of(List<?> json, Function<String, List<String>> prefixLists) {
        if (json.size() > MOST_PERMISSIONS) {
            throw new IllegalArgumentException(
                    "there are %d permissions; accepted: up to %d".formatted(json.size(), MOST_PERMISSIONS));
        }
        return new Permissions(json.stream().map(Permissions::permission).toList(), prefixLists);
    }

    /** Whether any port of the range is open to the internet. */
    public boolean opensToInternet(long fromPort, long toPort, String protocol) {
        if (isOpen(fromPort, protocol)) {
            return true;
        }
        for (Permission each : permissions) {
            if (each.fromPort > fromPort && each.fromPort <= toPort && isOpen(each.fromPort, protocol)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the internet reaches every port of TCP or of UDP. */
    public boolean opensAllPorts() {
        return Stream.of("tcp", "udp").anyMatch(this::opensAllPortsOf);
    }

    /** Whether a public IPv4 block with fewer leading bits is let in at any port. */
    public boolean opensPublicRangeWiderThan(long prefix) {
        return permissions.stream()
                .flatMap(each -> Stream.concat(each.blocks.stream(), listed(each)))
                .anyMatch(block -> !block.v6() && block.prefix() < prefix && Internet.touchedBy(block));
    }

    private boolean opensAllPortsOf(String protocol) {
        TreeSet<Long> ports = new TreeSet<>(List.of(0L));
        for (Permission each : permissions) {
            ports.add(each.fromPort);
            ports.add(each.toPort + 1);
        }
        return ports.stream().filter(port -> port >= 0 && port <= LAST_PORT).allMatch(port -> isOpen(port, protocol));
    }

    private boolean isOpen(long port, String protocol) {
        List<Permission> opening = new ArrayList<>();
        for (Permission each : permissions) {
            if (each.opens(port, protocol)) {
                opening.add(each);
            }
        }
        List<Cidr> blocks = new ArrayList<>();
        opening.forEach(each -> blocks.addAll(each.blocks));
        if (Internet.coveredBy(blocks)) {
            return true;
        }
        int known = blocks.size();
        opening.forEach(each -> listed(each).forEach(blocks::add));
        return blocks.size() > known && Internet.coveredBy(blocks);
    }

    private Stream<Cidr> listed(Permission permission) {
        return permission.prefixListIds.stream()
                .flatMap(id -> prefixLists.apply(id).stream())
                .map(Cidr::parse);
    }

    private static Permission permission(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a permission is no JSON object");
        }
        String protocol = String.valueOf(map.get("ipProtocol")).toLowerCase(Locale.ROOT);
        List<String> blocks = new ArrayList<>(texts(map.get("ipRanges"), "cidrIp"));
        blocks.addAll(texts(map.get("ipv6Ranges"), "cidrIpv6"));
        long from = map.get("fromPort") instanceof Number number ? number.longValue() : -1;
        long to = map.get("toPort") instanceof Number number ? number.longValue() : -1;
        boolean everyPort = protocol.equals(EVERY_PROTOCOL) || from < 0;
        return new Permission(
                PROTOCOL_NAMES.getOrDefault(protocol, protocol),
                everyPort ? 0 : from,
                everyPort ? LAST_PORT : to,
                blocks.stream().map(Cidr::parse).toList(),
                texts(map.get("prefixListIds"), "prefixListId"));
    }

    private static List<String> texts(@Nullable Object json, String member) {
        if (!(json instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(each -> each instanceof Map<?, ?> map ? map.get(member) : each)
                .map(String::valueOf)
                .toList();
    }

    private record Permission(
            String protocol, long fromPort, long toPort, List<Cidr> blocks, List<String> prefixListIds) {
        boolean opens(long port, String wanted) {
            return protocol.equals(EVERY_PROTOCOL) || (protocol.equals(wanted) && fromPort <= port && port <= toPort);
        }
    }
}
