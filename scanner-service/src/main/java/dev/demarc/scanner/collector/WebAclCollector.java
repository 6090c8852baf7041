package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.Tag;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/** Web ACLs of AWS WAF: of a region, and those before CloudFront as global. */
@Singleton
public final class WebAclCollector implements Collector {
    private static final Set<String> NO_LOGS = Set.of("WAFNonexistentItemException");

    @Override
    public String type() {
        return "AWS::WAFv2::WebACL";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL, Placement.GLOBAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::WAFv2::LoggingConfiguration");
    }

    @Override
    public void read(Reading reading) {
        Wafv2Client waf = (reading.isGlobal() ? reading.aws().in(CloudFrontDistributionCollector.HOME) : reading.aws())
                .client(Wafv2Client.class, Wafv2Client::builder);
        Scope scope = reading.isGlobal() ? Scope.CLOUDFRONT : Scope.REGIONAL;
        reading.each(
                "wafv2:ListWebACLs",
                () -> summaries(waf, scope).stream(),
                summary -> item(reading, waf, scope, summary));
    }

    private static ItemBuilder item(Reading reading, Wafv2Client waf, Scope scope, WebACLSummary summary) {
        String arn = summary.arn();
        return reading.item(arn)
                .arn(arn)
                .name(summary.name())
                .configuration(
                        "wafv2:GetWebACL",
                        () -> WebAclForm.of(waf.getWebACL(request -> request.name(summary.name())
                                        .id(summary.id())
                                        .scope(scope))
                                .webACL()))
                .tags("wafv2:ListTagsForResource", Set.of(), Tag::key, Tag::value, () -> tags(waf, arn))
                .detail("loggingConfiguration", "wafv2:GetLoggingConfiguration", NO_LOGS, () -> logs(waf, arn));
    }

    private static List<WebACLSummary> summaries(Wafv2Client waf, Scope scope) {
        return Pages.all(
                marker -> waf.listWebACLs(request -> request.scope(scope).nextMarker(marker)),
                page -> page.webACLs(),
                page -> page.nextMarker());
    }

    private static List<Tag> tags(Wafv2Client waf, String arn) {
        return Pages.all(
                marker -> waf.listTagsForResource(
                        request -> request.resourceARN(arn).nextMarker(marker)),
                page -> page.tagInfoForResource() == null
                        ? List.of()
                        : page.tagInfoForResource().tagList(),
                page -> page.nextMarker());
    }

    private static Map<String, @Nullable Object> logs(Wafv2Client waf, String arn) {
        return Members.only(
                canonical(waf.getLoggingConfiguration(request -> request.resourceArn(arn))
                        .loggingConfiguration()),
                "logDestinationConfigs",
                "managedByFirewallManager");
    }
}
