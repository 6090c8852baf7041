package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** The route tables of a scope, and which of them a subnet follows: its own, else the main one of its VPC. */
record RouteTables(List<RouteTable> all) {
    static final String PERMISSION = "ec2:DescribeRouteTables";

    private static final String INTERNET_GATEWAY = "igw-";

    RouteTables {
        all = List.copyOf(all);
    }

    static RouteTables of(Ec2Client ec2) {
        return new RouteTables(
                ec2.describeRouteTablesPaginator().routeTables().stream().toList());
    }

    List<RouteTable> ofVpc(String vpc) {
        return all.stream().filter(table -> table.vpcId().equals(vpc)).toList();
    }

    Optional<RouteTable> ofSubnet(String subnet, String vpc) {
        return ofVpc(vpc).stream()
                .filter(table -> table.associations().stream().anyMatch(each -> subnet.equals(each.subnetId())))
                .findFirst()
                .or(() -> ofVpc(vpc).stream().filter(RouteTables::isMain).findFirst());
    }

    /** Whether whatever has a public address there talks with the internet. */
    static boolean leadsToInternet(RouteTable table) {
        return table.routes().stream().anyMatch(RouteTables::leadsToInternet);
    }

    static boolean isMain(RouteTable table) {
        return table.associations().stream().anyMatch(each -> Boolean.TRUE.equals(each.main()));
    }

    static Map<String, @Nullable Object> summary(RouteTable table) {
        Map<String, @Nullable Object> summary = new TreeMap<>();
        summary.put("routeTableId", table.routeTableId());
        summary.put("main", isMain(table));
        summary.put("routes", canonical(table.routes()));
        return summary;
    }

    private static boolean leadsToInternet(Route route) {
        return route.gatewayId() != null
                && route.gatewayId().startsWith(INTERNET_GATEWAY)
                && route.state() != RouteState.BLACKHOLE;
    }
}
