package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Subnets, those that another account shares among them, with the route table that they follow. */
@Singleton
public final class SubnetCollector implements Collector {
    @Override
    public String type() {
        return "AWS::EC2::Subnet";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::EC2::RouteTable");
    }

    @Override
    public void read(Reading reading) {
        Ec2Client ec2 = reading.aws().ec2();
        Joined<RouteTables> routes =
                Joined.read(RouteTables.PERMISSION, new RouteTables(List.of()), Set.of(), () -> RouteTables.of(ec2));
        reading.each(
                "ec2:DescribeSubnets",
                () -> ec2.describeSubnetsPaginator().subnets().stream(),
                subnet -> item(reading, subnet, routes));
    }

    private static ItemBuilder item(Reading reading, Subnet subnet, Joined<RouteTables> routes) {
        ItemBuilder item = reading.item(subnet.subnetId())
                .arn(subnet.subnetArn())
                .name(Names.of(subnet.tags(), Tag::key, Tag::value))
                .configuration(canonical(subnet))
                .tags(subnet.tags(), Tag::key, Tag::value);
        return isOfAnother(reading, subnet)
                ? item.detail("routeTable", RouteTables.PERMISSION, () -> refused(subnet))
                        .detail("routesToInternet", RouteTables.PERMISSION, () -> refused(subnet))
                : item.detail("routeTable", routes, () -> routeTable(subnet, routes.value()))
                        .detail("routesToInternet", routes, () -> routes.value()
                                .ofSubnet(subnet.subnetId(), subnet.vpcId())
                                .map(RouteTables::leadsToInternet)
                                .orElse(false));
    }

    private static @Nullable Object routeTable(Subnet subnet, RouteTables routes) {
        RouteTable table = routes.ofSubnet(subnet.subnetId(), subnet.vpcId()).orElse(null);
        return table == null ? null : RouteTables.summary(table);
    }

    private static boolean isOfAnother(Reading reading, Subnet subnet) {
        return subnet.ownerId() != null
                && !subnet.ownerId().equals(reading.scope().account());
    }

    /** AWS shows the routes of a shared subnet to its owner alone. */
    private static Object refused(Subnet subnet) {
        throw new IllegalArgumentException(
                "only account %s, which shares the subnet, sees it".formatted(subnet.ownerId()));
    }
}
