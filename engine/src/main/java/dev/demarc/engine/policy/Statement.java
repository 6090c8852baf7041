package dev.demarc.engine.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One statement of a policy document. */
record Statement(
        boolean allows,
        Principals principals,
        boolean allPrincipals,
        Selection actions,
        Selection resources,
        List<Condition> conditions) {
    Statement {
        conditions = List.copyOf(conditions);
    }

    static Statement of(@Nullable Object json) {
        Map<?, ?> element = Json.object(json, "Statement of the policy");
        String effect = String.valueOf(element.get("Effect"));
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new IllegalArgumentException("Effect of the policy is '%s'; accepted: Allow, Deny".formatted(effect));
        }
        boolean hasPrincipal = element.containsKey("Principal") || element.containsKey("NotPrincipal");
        Principals principals = Principals.of(element.get("Principal"), element.get("NotPrincipal"));
        return new Statement(
                effect.equals("Allow"),
                principals,
                !hasPrincipal || (principals.anyone() && !element.containsKey("NotPrincipal")),
                actions(element),
                resources(element),
                Condition.all(element.get("Condition")));
    }

    private static Selection actions(Map<?, ?> element) {
        boolean except = element.containsKey("NotAction");
        String name = except ? "NotAction" : "Action";
        return Selection.ofActions(Json.texts(element.get(name), name), except);
    }

    private static Selection resources(Map<?, ?> element) {
        if (element.containsKey("NotResource")) {
            return new Selection(Json.texts(element.get("NotResource"), "NotResource"), true);
        }
        return element.containsKey("Resource")
                ? new Selection(Json.texts(element.get("Resource"), "Resource"), false)
                : Selection.ALL;
    }

    /** Whether anyone at all may use it, were it alone. */
    boolean allowsAnyone() {
        return allows && principals.anyone() && conditions.stream().noneMatch(Condition::narrows);
    }

    /** Whether no request without a fixed value of one of the keys meets it; the keys are in lower case. */
    boolean demandsOneOf(Set<String> keys) {
        return conditions.stream().anyMatch(condition -> keys.contains(condition.key()) && condition.demandsValue());
    }

    /** Whether it forbids all that the other allows, whoever asks and however. */
    boolean forbids(Statement other) {
        return conditions.isEmpty() && takesBack(other);
    }

    /** Whether it forbids what the other allows to everyone but fixed accounts, organisations, networks. */
    boolean takesBack(Statement other) {
        return !allows
                && allPrincipals
                && conditions.stream().allMatch(Condition::sparesOnlyFixed)
                && actions.coversAll(other.actions)
                && resources.coversAll(other.resources);
    }

    boolean deniesInsecureTransport() {
        return !allows
                && allPrincipals
                && conditions.size() == 1
                && conditions.get(0).isInsecureTransport();
    }
}
