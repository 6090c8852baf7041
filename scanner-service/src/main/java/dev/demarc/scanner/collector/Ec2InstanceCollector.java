package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.UserData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.InstancePatchState;

/** EC2 instances, with what Systems Manager knows of their agent and patches; user data is judged and left behind. */
@Singleton
public final class Ec2InstanceCollector implements Collector {
    private record Managed(
            Joined<Map<String, InstanceInformation>> information, Joined<Map<String, InstancePatchState>> patches) {}

    @Override
    public String type() {
        return "AWS::EC2::Instance";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::SSM::ManagedInstanceInventory", "AWS::SSM::PatchCompliance");
    }

    @Override
    public void read(Reading reading) {
        Ec2Client ec2 = reading.aws().ec2();
        Managed managed = managed(reading.aws().ssm());
        reading.each(
                "ec2:DescribeInstances",
                () -> ec2.describeInstancesPaginator().reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream()),
                instance -> isTerminated(instance) ? null : item(reading, ec2, instance, managed));
    }

    private static Managed managed(SsmClient ssm) {
        Joined<Map<String, InstanceInformation>> information = Joined.read(
                ManagedInstances.LIST,
                Map.of(),
                Set.of(),
                () -> ssm.describeInstanceInformationPaginator().instanceInformationList().stream()
                        .collect(Collectors.toMap(
                                InstanceInformation::instanceId, Function.identity(), (first, second) -> first)));
        Joined<Map<String, InstancePatchState>> patches = information.fault() == null
                ? Joined.read(
                        PatchStates.PERMISSION,
                        Map.of(),
                        Set.of(),
                        () -> PatchStates.read(
                                ssm, List.copyOf(information.value().keySet())))
                : new Joined<>(Map.of(), information.fault(), information.permission());
        return new Managed(information, patches);
    }

    private static ItemBuilder item(Reading reading, Ec2Client ec2, Instance instance, Managed managed) {
        String id = instance.instanceId();
        InstanceInformation information = managed.information().value().get(id);
        InstancePatchState patches = managed.patches().value().get(id);
        return reading.item(id)
                .arn(reading.arn("ec2", "instance/" + id))
                .name(Names.of(instance.tags(), Tag::key, Tag::value))
                .configuration(canonical(instance))
                .tags(instance.tags(), Tag::key, Tag::value)
                .detail(
                        "instanceInformation",
                        managed.information(),
                        () -> information == null ? null : canonical(information))
                .detail("patchState", managed.patches(), () -> patches == null ? null : canonical(patches))
                .detail("userDataHasSecret", "ec2:DescribeInstanceAttribute", () -> userDataHasSecret(ec2, id));
    }

    private static @Nullable Object userDataHasSecret(Ec2Client ec2, String id) {
        AttributeValue userData = ec2.describeInstanceAttribute(
                        request -> request.instanceId(id).attribute(InstanceAttributeName.USER_DATA))
                .userData();
        boolean none =
                userData == null || userData.value() == null || userData.value().isEmpty();
        return none ? null : UserData.hasSecret(userData.value());
    }

    private static boolean isTerminated(Instance instance) {
        return instance.state() != null && instance.state().name() == InstanceStateName.TERMINATED;
    }
}
