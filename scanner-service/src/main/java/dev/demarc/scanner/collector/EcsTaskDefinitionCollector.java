package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** ECS task definitions: of each family the newest active revision, from which the next task starts. */
@Singleton
public final class EcsTaskDefinitionCollector implements Collector {
    private static final String DESCRIBE = "ecs:DescribeTaskDefinition";

    @Override
    public String type() {
        return "AWS::ECS::TaskDefinition";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        EcsClient ecs = reading.aws().client(EcsClient.class, EcsClient::builder);
        reading.each("ecs:ListTaskDefinitions", () -> newest(ecs), arn -> item(reading, ecs, arn));
    }

    private static Stream<String> newest(EcsClient ecs) {
        Map<String, String> byFamily = new HashMap<>();
        ecs.listTaskDefinitionsPaginator(request -> request.status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns()
                .forEach(arn -> byFamily.merge(
                        family(arn), arn, (one, other) -> revision(one) > revision(other) ? one : other));
        return byFamily.values().stream().sorted();
    }

    private static String family(String arn) {
        return arn.substring(0, arn.lastIndexOf(':'));
    }

    /** The family's name. */
    private static String name(String arn) {
        return family(arn).substring(arn.lastIndexOf('/') + 1);
    }

    private static int revision(String arn) {
        return Integer.parseInt(arn.substring(arn.lastIndexOf(':') + 1));
    }

    private static ItemBuilder item(Reading reading, EcsClient ecs, String arn) {
        ItemBuilder item = reading.item(arn).arn(arn).name(name(arn));
        Joined<DescribeTaskDefinitionResponse> read = Joined.read(
                DESCRIBE,
                DescribeTaskDefinitionResponse.builder().build(),
                Set.of(),
                () -> ecs.describeTaskDefinition(
                        request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS)));
        TaskDefinition definition = read.value().taskDefinition();
        return item.configuration(read, () -> canonical(definition))
                .tags(read, () -> read.value().tags().stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> other)))
                .detail("variablesHaveSecret", read, () -> definition.containerDefinitions().stream()
                        .anyMatch(container -> VariableSecrets.in(variables(container))));
    }

    private static Map<String, String> variables(ContainerDefinition container) {
        List<KeyValuePair> environment = container.environment();
        return environment.stream()
                .filter(pair -> pair.name() != null && pair.value() != null)
                .collect(Collectors.toMap(KeyValuePair::name, KeyValuePair::value, (one, other) -> other));
    }
}
