package dev.demarc.engine.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy document.
 *
 * @param spared whom a denial with {@code NotPrincipal} does not reach; nobody in all others
 * @param allPrincipals whether it reaches everyone but the spared
 */
record Statement(
        boolean allows,
        Principals principals,
        Principals spared,
        boolean allPrincipals,
        Selection actions,
        Selection resources,
        List<Condition> conditions) {
    Statement {
        conditions = List.copyOf(conditions);
    }

    static Statement of(@Nullable Object json) {
        Map<?, ?> element = Json.object(json, "Statement of the policy");
        String effect = String.valueOf(Json.member(element, "Effect"));
        boolean allows = effect.equals("Allow");
        if (!allows && !effect.equals("Deny")) {
            throw new IllegalArgumentException("Effect of the policy is '%s'; accepted: Allow, Deny".formatted(effect));
        }
        Object principal = Json.member(element, "Principal");
        Object notPrincipal = Json.member(element, "NotPrincipal");
        Principals spared = Principals.of(notPrincipal, null);
        Principals principals = Principals.of(principal, notPrincipal);
        return new Statement(
                allows,
                principals,
                allows ? Principals.NOBODY : spared,
                (principal == null && notPrincipal == null)
                        || (principals.anyone() && (notPrincipal == null || (!allows && !spared.anyone()))),
                actions(element),
                resources(element),
                Condition.all(Json.member(element, "Condition")));
    }

    private static Selection actions(Map<?, ?> element) {
        Object except = Json.member(element, "NotAction");
        return except != null
                ? Selection.ofActions(Json.texts(except, "NotAction"), true)
                : Selection.ofActions(Json.texts(Json.member(element, "Action"), "Action"), false);
    }

    private static Selection resources(Map<?, ?> element) {
        Object except = Json.member(element, "NotResource");
        if (except != null) {
            return new Selection(Json.texts(except, "NotResource"), true);
        }
        Object resource = Json.member(element, "Resource");
        return resource == null ? Selection.ALL : new Selection(Json.texts(resource, "Resource"), false);
    }

    /** Whether anyone at all may use it, were it alone. */
    boolean allowsAnyone() {
        return allows && principals.anyone() && conditions.stream().noneMatch(Condition::narrows);
    }

    /** Whether one of the services of AWS may use it on behalf of whoever asks it to. */
    boolean allowsServiceForAnyone(Set<String> services) {
        return allows
                && principals.services().stream().anyMatch(services::contains)
                && conditions.stream().noneMatch(Condition::narrows);
    }

    /** Whether no request without a fixed value of one of the keys meets it; the keys are in lower case. */
    boolean demandsOneOf(Set<String> keys) {
        return conditions.stream().anyMatch(condition -> keys.contains(condition.key()) && condition.demandsValue());
    }

    /** Whether it forbids all that the other allows, whoever asks and however. */
    boolean forbids(Statement other) {
        return conditions.isEmpty() && spared.equals(Principals.NOBODY) && takesBack(other);
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
                && spared.equals(Principals.NOBODY)
                && conditions.size() == 1
                && conditions.get(0).isInsecureTransport();
    }
}
