package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Network ACLs, with their entries in both directions and the subnets that they guard. */
@Singleton
public final class NetworkAclCollector implements Collector {
    @Override
    public String type() {
        return "AWS::EC2::NetworkAcl";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        Ec2Client ec2 = reading.aws().ec2();
        reading.each(
                "ec2:DescribeNetworkAcls",
                () -> ec2.describeNetworkAclsPaginator().networkAcls().stream(),
                acl -> item(reading, acl));
    }

    private static ItemBuilder item(Reading reading, NetworkAcl acl) {
        return reading.item(acl.networkAclId())
                .arn(reading.arn(
                        "ec2",
                        acl.ownerId() == null ? reading.scope().account() : acl.ownerId(),
                        "network-acl/" + acl.networkAclId()))
                .name(Names.of(acl.tags(), Tag::key, Tag::value))
                .configuration(canonical(acl))
                .tags(acl.tags(), Tag::key, Tag::value);
    }
}
