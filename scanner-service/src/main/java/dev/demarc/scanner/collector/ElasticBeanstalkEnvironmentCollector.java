package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.Tag;

/** Elastic Beanstalk environments, with their option settings and the state of their platform's branch. */
@Singleton
public final class ElasticBeanstalkEnvironmentCollector implements Collector {
    /** Namespaces whose values hold no secret; of all others nothing is sent on. */
    private static final Set<String> HARMLESS = Set.of(
            "aws:autoscaling:asg",
            "aws:autoscaling:launchconfiguration",
            "aws:ec2:vpc",
            "aws:elasticbeanstalk:cloudwatch:logs",
            "aws:elasticbeanstalk:cloudwatch:logs:health",
            "aws:elasticbeanstalk:environment",
            "aws:elasticbeanstalk:healthreporting:system",
            "aws:elasticbeanstalk:managedactions",
            "aws:elasticbeanstalk:managedactions:platformupdate");

    private static final List<String> LISTENERS = List.of("aws:elb:listener", "aws:elbv2:listener:");
    /** Names a key pair, which is hashed everywhere. */
    private static final String KEY_PAIR = "EC2KeyName";

    private static final String VARIABLES = "aws:elasticbeanstalk:application:environment";

    @Override
    public String type() {
        return "AWS::ElasticBeanstalk::Environment";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        ElasticBeanstalkClient beanstalk =
                reading.aws().client(ElasticBeanstalkClient.class, ElasticBeanstalkClient::builder);
        Map<String, Map<String, @Nullable Object>> platforms = new ConcurrentHashMap<>();
        reading.each(
                "elasticbeanstalk:DescribeEnvironments",
                () -> environments(beanstalk),
                environment -> item(reading, beanstalk, environment, platforms));
    }

    private static Stream<EnvironmentDescription> environments(ElasticBeanstalkClient beanstalk) {
        List<EnvironmentDescription> environments = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            DescribeEnvironmentsResponse page = beanstalk.describeEnvironments(
                    request -> request.includeDeleted(false).nextToken(next));
            environments.addAll(page.environments());
            token = page.nextToken();
        } while (token != null);
        return environments.stream();
    }

    private static ItemBuilder item(
            Reading reading,
            ElasticBeanstalkClient beanstalk,
            EnvironmentDescription environment,
            Map<String, Map<String, @Nullable Object>> platforms) {
        ItemBuilder item = reading.item(environment.environmentArn())
                .arn(environment.environmentArn())
                .name(environment.environmentName())
                .configuration(canonical(environment))
                .tags("elasticbeanstalk:ListTagsForResource", Set.of(), Tag::key, Tag::value, () -> beanstalk
                        .listTagsForResource(request -> request.resourceArn(environment.environmentArn()))
                        .resourceTags())
                .detail(
                        "platformDescription",
                        "elasticbeanstalk:DescribePlatformVersion",
                        () -> platform(beanstalk, environment.platformArn(), platforms));
        Joined<List<ConfigurationOptionSetting>> settings = Joined.read(
                "elasticbeanstalk:DescribeConfigurationSettings",
                List.of(),
                Set.of(),
                () -> settings(beanstalk, environment));
        return item.detail("optionSettings", settings, () -> harmless(settings.value()))
                .detail("variablesHaveSecret", settings, () -> variablesHaveSecret(settings.value()));
    }

    private static @Nullable Object platform(
            ElasticBeanstalkClient beanstalk, @Nullable String arn, Map<String, Map<String, @Nullable Object>> known) {
        return arn == null
                ? null
                : known.computeIfAbsent(
                        arn,
                        unknown -> Members.only(
                                canonical(beanstalk
                                        .describePlatformVersion(request -> request.platformArn(unknown))
                                        .platformDescription()),
                                "platformArn",
                                "platformOwner",
                                "platformName",
                                "platformVersion",
                                "platformLifecycleState",
                                "platformBranchName",
                                "platformBranchLifecycleState",
                                "operatingSystemName",
                                "operatingSystemVersion"));
    }

    private static List<ConfigurationOptionSetting> settings(
            ElasticBeanstalkClient beanstalk, EnvironmentDescription environment) {
        return beanstalk
                .describeConfigurationSettings(request -> request.applicationName(environment.applicationName())
                        .environmentName(environment.environmentName()))
                .configurationSettings()
                .stream()
                .flatMap(settings -> settings.optionSettings().stream())
                .toList();
    }

    private static List<Object> harmless(List<ConfigurationOptionSetting> settings) {
        List<Object> kept = new ArrayList<>();
        settings.stream()
                .filter(setting -> isHarmless(setting.namespace()) && !KEY_PAIR.equals(setting.optionName()))
                .forEach(setting -> kept.add(canonical(setting)));
        return kept;
    }

    private static boolean isHarmless(String namespace) {
        return HARMLESS.contains(namespace) || LISTENERS.stream().anyMatch(namespace::startsWith);
    }

    private static boolean variablesHaveSecret(List<ConfigurationOptionSetting> settings) {
        return settings.stream()
                .filter(setting -> VARIABLES.equals(setting.namespace()) && setting.value() != null)
                .anyMatch(setting -> VariableSecrets.in(setting.optionName(), setting.value()));
    }
}
