package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ECS services, the task definitions that they start from, and the repositories of their images. */
final class Containers {
    static final String SERVICE = "AWS::ECS::Service";
    static final String TASK_DEFINITION = "AWS::ECS::TaskDefinition";
    static final String REPOSITORY = "AWS::ECR::Repository";

    /** What tasks run on: some accounts have machines of their own. */
    private static final List<List<String>> GROUNDS = List.of(
            List.of("FARGATE"),
            List.of("EC2"),
            List.of("MANAGED_INSTANCES"),
            List.of("EC2", "FARGATE"),
            List.of("EXTERNAL"),
            List.of());

    private final SampleAccount account;
    private final Dice dice;

    Containers(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    List<Item> of(String region) {
        List<Item> items = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            String name = "%s-%d".formatted(dice.of(account.workloads()), number);
            items.add(service(region, name));
            items.add(taskDefinition(region, name));
        }
        items.add(repository(region));
        items.add(repository(region));
        return items;
    }

    private Item service(String region, String name) {
        List<String> grounds = dice.oneIn(2) ? GROUNDS.get(0) : dice.of(GROUNDS);
        boolean fargate = grounds.contains("FARGATE");
        String arn = "arn:aws:ecs:%s:%s:service/main/%s".formatted(region, account.id(), name);
        return owned(new Scope(account.id(), region, SERVICE), arn, arn, name)
                .with("serviceName", name)
                .with("clusterArn", "arn:aws:ecs:%s:%s:cluster/main".formatted(region, account.id()))
                .with("launchType", fargate ? "FARGATE" : null)
                .with("platformVersion", fargate ? dice.good() ? "LATEST" : "1.3.0" : null)
                .with("platformFamily", fargate ? "Linux" : null)
                .with(
                        "networkConfiguration",
                        Map.of(
                                "awsvpcConfiguration",
                                Map.of(
                                        "subnets",
                                        List.of("subnet-" + dice.hex(17)),
                                        "assignPublicIp",
                                        dice.good() ? "DISABLED" : "ENABLED")))
                .beside("cluster", Map.of("clusterName", "main", "status", "ACTIVE"))
                .beside("runningLaunchTypes", grounds);
    }

    private Item taskDefinition(String region, String family) {
        String arn =
                "arn:aws:ecs:%s:%s:task-definition/%s:%d".formatted(region, account.id(), family, dice.between(1, 40));
        return owned(new Scope(account.id(), region, TASK_DEFINITION), arn, arn, family)
                .with("family", family)
                .with("networkMode", "awsvpc")
                .with("pidMode", dice.good() || !dice.oneIn(2) ? null : "host")
                .with("containerDefinitions", List.of(container(family)))
                .beside("variablesHaveSecret", account.equals(SampleAccount.SANDBOX));
    }

    private Map<String, @Nullable Object> container(String family) {
        Map<String, @Nullable Object> container = new LinkedHashMap<>();
        container.put("name", family);
        container.put("image", family + ":current");
        container.put("privileged", (dice.good() || !dice.oneIn(2)) ? null : true);
        container.put("readonlyRootFilesystem", dice.good() ? true : null);
        container.put("logConfiguration", dice.good() ? Map.of("logDriver", "awslogs") : null);
        return container;
    }

    Item repository(String region) {
        String name = "%s/%s".formatted(dice.of(account.workloads()), dice.hex(4));
        boolean scanned = dice.good();
        return owned(
                        new Scope(account.id(), region, REPOSITORY),
                        name,
                        "arn:aws:ecr:%s:%s:repository/%s".formatted(region, account.id(), name),
                        name)
                .with("repositoryName", name)
                .with("imageTagMutability", dice.good() ? "IMMUTABLE" : "MUTABLE")
                .with("imageScanningConfiguration", Map.of("scanOnPush", scanned && dice.oneIn(2)))
                .beside("repositoryPolicy", dice.good() || !dice.oneIn(3) ? null : pulledByEveryone())
                .beside("lifecyclePolicy", null)
                .beside("scanningConfiguration", Map.of("scanFrequency", scanned ? "CONTINUOUS_SCAN" : "MANUAL"));
    }

    private Item owned(Scope scope, String id, String arn, String name) {
        return new Item(scope, id, arn).tag("Name", name).tag("team", dice.oneIn(8) ? null : account.team());
    }

    private static Map<String, Object> pulledByEveryone() {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of("Effect", "Allow", "Principal", "*", "Action", "ecr:BatchGetImage")));
    }
}
