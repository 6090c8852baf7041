package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Elastic Beanstalk environments with their option settings. */
final class Environments {
    static final String TYPE = "AWS::ElasticBeanstalk::Environment";

    private final SampleAccount account;
    private final Dice dice;

    Environments(SampleAccount account, Dice dice) {
        this.account = account;
        this.dice = dice;
    }

    Item environment(String region) {
        String workload = dice.of(account.workloads());
        String name = workload + "-live";
        String id = "e-" + dice.hex(10);
        boolean retired = !dice.good() && dice.oneIn(2);
        return new Item(
                        new Scope(account.id(), region, TYPE),
                        id,
                        "arn:aws:elasticbeanstalk:%s:%s:environment/%s/%s"
                                .formatted(region, account.id(), workload, name))
                .tag("Name", name)
                .tag("team", dice.oneIn(8) ? null : account.team())
                .tag("workload", workload)
                .with("environmentId", id)
                .with("environmentName", name)
                .with("applicationName", workload)
                .with("tier", Map.of("name", "WebServer", "type", "Standard"))
                .with("solutionStackName", "64bit Amazon Linux 2023 v6.6.1 running Node.js 22")
                .beside(
                        "platformDescription",
                        Map.of(
                                "platformBranchName",
                                "Node.js 22 running on 64bit Amazon Linux 2023",
                                "platformBranchLifecycleState",
                                retired ? "Retired" : "Supported"))
                .beside("optionSettings", settings())
                .beside("variablesHaveSecret", !dice.good() && dice.oneIn(3));
    }

    private List<Object> settings() {
        boolean careless = account.equals(SampleAccount.SANDBOX);
        List<Object> settings = new ArrayList<>();
        settings.add(setting("aws:elasticbeanstalk:environment", "EnvironmentType", "LoadBalanced"));
        settings.add(
                setting("aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled", String.valueOf(dice.good())));
        settings.add(setting(
                "aws:elasticbeanstalk:healthreporting:system", "SystemType", dice.good() ? "enhanced" : "basic"));
        settings.add(setting(
                "aws:autoscaling:launchconfiguration", "DisableIMDSv1", String.valueOf(dice.good() && !careless)));
        settings.add(setting("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", String.valueOf(dice.good())));
        settings.add(setting("aws:elbv2:listener:default", "Protocol", "HTTP"));
        if (dice.good()) {
            settings.add(setting("aws:elbv2:listener:443", "Protocol", "HTTPS"));
        }
        return settings;
    }

    private static Map<String, Object> setting(String namespace, String name, String value) {
        return Map.of("namespace", namespace, "optionName", name, "value", value);
    }
}
