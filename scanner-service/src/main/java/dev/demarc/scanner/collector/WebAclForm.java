package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.wafv2.model.ManagedRuleGroupStatement;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/** What is kept of a web ACL: never what rules look for or what headers they add, where people put shared secrets. */
final class WebAclForm {
    private WebAclForm() {}

    static Map<String, @Nullable Object> of(WebACL acl) {
        Map<String, @Nullable Object> whole = canonical(acl);
        Map<String, @Nullable Object> form = Members.only(
                whole, "name", "id", "arn", "description", "capacity", "visibilityConfig", "managedByFirewallManager");
        form.put("defaultAction", choice(whole.get("defaultAction")));
        form.put("rules", acl.rules().stream().map(WebAclForm::rule).toList());
        form.put(
                "firewallManagerRuleGroups",
                acl.preProcessFirewallManagerRuleGroups().size()
                        + (long) acl.postProcessFirewallManagerRuleGroups().size());
        return form;
    }

    private static Object rule(Rule rule) {
        Map<String, @Nullable Object> whole = canonical(rule);
        Map<String, @Nullable Object> form = Members.only(whole, "name", "priority", "visibilityConfig");
        form.put("action", choice(whole.get("action")));
        form.put("overrideAction", choice(whole.get("overrideAction")));
        form.put("statement", choice(whole.get("statement")));
        form.put("managedRuleGroup", managed(rule.statement().managedRuleGroupStatement()));
        return form;
    }

    private static @Nullable Object managed(@Nullable ManagedRuleGroupStatement statement) {
        return statement == null ? null : Members.only(canonical(statement), "vendorName", "name", "version");
    }

    /** The one member of a choice that is set, such as {@code block}. */
    private static @Nullable Object choice(@Nullable Object choice) {
        return choice == null
                ? null
                : Members.of(choice).entrySet().stream()
                        .filter(member -> isSet(member.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isSet(@Nullable Object value) {
        return Objects.nonNull(value) && !List.of().equals(value);
    }
}
