package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ElasticBeanstalkCollectorTest {
    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();

    @Test
    void joinsTheSettingsOfAnEnvironmentAndTheStateOfItsPlatformsBranch() {
        beanstalkEnvironment();
        proxy.xml(
                        "DescribeConfigurationSettings",
                        settings(
                                setting("aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled", "true"),
                                setting("aws:autoscaling:launchconfiguration", "EC2KeyName", "adas-key"),
                                setting("aws:rds:dbinstance", "DBPassword", "hunter2"),
                                setting("aws:elasticbeanstalk:application:environment", "API_TOKEN", "abcd-1234"),
                                setting("aws:elasticbeanstalk:sns:topics", "Notification Endpoint", "ada@example.com")))
                .xml("DescribePlatformVersion", platform("Retired"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::ElasticBeanstalk::Environment"));

        ResourceConfiguration environment = recorded.items().get(0);
        assertThat(environment.resourceId())
                .isEqualTo("arn:aws:elasticbeanstalk:eu-central-1:123456789012:environment/shop/shop-prod");
        assertThat(environment.resourceName()).isEqualTo("shop-prod");
        assertThat(environment.unread()).isEmpty();
        assertThat(environment.configuration()).doesNotContainKeys("health", "dateUpdated");
        assertThat(environment.supplementaryConfiguration())
                .containsEntry("variablesHaveSecret", true)
                .extracting("optionSettings", "platformDescription.platformBranchLifecycleState")
                .extracting(Object::toString)
                .satisfiesExactly(
                        settings -> assertThat(settings).contains("ManagedActionsEnabled"),
                        state -> assertThat(state).isEqualTo("Retired"));
        assertThat(recorded.text()).doesNotContain("adas-key", "hunter2", "abcd-1234", "ada@example.com");
    }

    @Test
    void environmentWhoseSettingsAreDeniedIsReadButForThem() {
        beanstalkEnvironment();
        proxy.refuse("DescribeConfigurationSettings", 403, "AccessDenied");

        Recorded recorded = LiveScan.at(proxy.endpoint(), emulated.scope("AWS::ElasticBeanstalk::Environment"));

        assertThat(recorded.items().get(0).unread())
                .contains(
                        new Unread(
                                "supplementaryConfiguration.optionSettings",
                                "access denied",
                                "elasticbeanstalk:DescribeConfigurationSettings"),
                        new Unread(
                                "supplementaryConfiguration.variablesHaveSecret",
                                "access denied",
                                "elasticbeanstalk:DescribeConfigurationSettings"));
    }

    /** The emulator gives its environments no id. */
    private void beanstalkEnvironment() {
        proxy.xml(
                        "DescribeEnvironments",
                        "<DescribeEnvironmentsResponse><DescribeEnvironmentsResult><Environments><member><EnvironmentId>e-1a2b3c4d5e</EnvironmentId><EnvironmentName>shop-prod</EnvironmentName><EnvironmentArn>arn:aws:elasticbeanstalk:eu-central-1:123456789012:environment/shop/shop-prod</EnvironmentArn><ApplicationName>shop</ApplicationName><PlatformArn>arn:aws:elasticbeanstalk:eu-central-1::platform/Node.js 18/6.1.0</PlatformArn><Health>Green</Health><DateUpdated>2026-03-01T00:00:00Z</DateUpdated></member></Environments></DescribeEnvironmentsResult></DescribeEnvironmentsResponse>")
                .xml(
                        "ListTagsForResource",
                        "<ListTagsForResourceResponse><ListTagsForResourceResult><ResourceTags/></ListTagsForResourceResult></ListTagsForResourceResponse>");
    }

    private static String setting(String namespace, String name, String value) {
        return "<member><Namespace>%s</Namespace><OptionName>%s</OptionName><Value>%s</Value></member>"
                .formatted(namespace, name, value);
    }

    private static String settings(String... settings) {
        return "<DescribeConfigurationSettingsResponse><DescribeConfigurationSettingsResult><ConfigurationSettings><member><OptionSettings>%s</OptionSettings></member></ConfigurationSettings></DescribeConfigurationSettingsResult></DescribeConfigurationSettingsResponse>"
                .formatted(String.join("", settings));
    }

    private static String platform(String branchState) {
        return "<DescribePlatformVersionResponse><DescribePlatformVersionResult><PlatformDescription><PlatformBranchLifecycleState>%s</PlatformBranchLifecycleState></PlatformDescription></DescribePlatformVersionResult></DescribePlatformVersionResponse>"
                .formatted(branchState);
    }
}
