package dev.demarc.engine.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy document, as a resource or an identity holds it. */
public final class PolicyDocument {
    /** Stands among accounts for everyone. */
    public static final String ANYONE = "*";

    /** More than fit into the largest document that AWS takes. */
    private static final int MOST_STATEMENTS = 1_000;

    private static final Pattern WHOLE_SERVICE = Pattern.compile("\\*|[a-z0-9-]+:\\*");
    private static final Pattern S3_RESOURCE = Pattern.compile("^arn:[^:]*:s3:::");
    private static final Pattern EVERY_OBJECT = Pattern.compile("arn:[^:]*:s3:::[^/]*/?\\*");
    private static final Set<String> KEYS_OF_ACCOUNTS = Set.of(
            "aws:principalaccount",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalarn",
            "aws:sourceaccount",
            "aws:sourceowner",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "kms:calleraccount",
            "s3:dataaccesspointaccount");

    private final List<Statement> statements;

    private PolicyDocument(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /** @throws IllegalArgumentException naming the element where the JSON is no policy document */
    public static PolicyDocument of(Object json) {
        Map<?, ?> document = Json.object(json, "the policy");
        Object statements = Json.member(document, "Statement");
        if (statements == null) {
            throw new IllegalArgumentException("the policy has no Statement; accepted: one or a list of them");
        }
        List<?> list = Json.list(statements);
        if (list.size() > MOST_STATEMENTS) {
            throw new IllegalArgumentException(
                    "the policy has %d statements; accepted: up to %d".formatted(list.size(), MOST_STATEMENTS));
        }
        return new PolicyDocument(list.stream().map(Statement::of).toList());
    }

    /** Whether anyone may do anything: allowed to everyone, by no condition narrowed, by no denial taken back. */
    public boolean allowsPublic() {
        return publicStatements().findAny().isPresent();
    }

    /** The same for some action that one of the patterns matches. */
    public boolean allowsPublic(List<String> actions) {
        return publicStatements().anyMatch(statement -> actions.stream()
                .anyMatch(action -> statement.actions().overlaps(action.toLowerCase(Locale.ROOT))));
    }

    /**
     * Whether one of the services of AWS is let in on behalf of whoever asks it to: no condition says for which account,
     * organisation or resource.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
     */
    public boolean allowsServiceForAnyone(List<String> services) {
        Set<String> wanted =
                services.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return statements.stream()
                .anyMatch(statement -> statement.allowsServiceForAnyone(wanted) && !isTakenBack(statement));
    }

    /** Whether everyone is denied every action without TLS, on all of a bucket where it is a bucket's. */
    public boolean deniesInsecureTransport() {
        List<String> denied = statements.stream()
                .filter(Statement::deniesInsecureTransport)
                .filter(statement -> !statement.actions().except()
                        && statement.actions().patterns().stream()
                                .anyMatch(
                                        action -> WHOLE_SERVICE.matcher(action).matches()))
                .filter(statement -> !statement.resources().except())
                .flatMap(statement -> statement.resources().patterns().stream())
                .toList();
        boolean bucket = denied.stream().anyMatch(PolicyDocument::coversBucket);
        boolean objects = denied.stream().anyMatch(PolicyDocument::coversObjects);
        return bucket && objects;
    }

    /**
     * The accounts, canonical users, identity providers and organisations that are let in and are neither the own
     * account nor trusted; {@value #ANYONE} where everyone is.
     */
    public List<String> externalAccounts(String own, List<String> trusted) {
        return externalAccounts(own, trusted, List.of());
    }

    /** The same, without those of whom a condition demands a fixed value of one of the keys, such as an external id. */
    public List<String> externalAccounts(String own, List<String> trusted, List<String> keys) {
        Set<String> demanded =
                keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Set<String> external = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (statement.allows() && !isForbidden(statement) && !statement.demandsOneOf(demanded)) {
                external.addAll(statement.principals().named());
                if (statement.principals().anyone()) {
                    external.addAll(narrowedTo(statement));
                }
            }
        }
        external.remove(own);
        trusted.forEach(external::remove);
        return List.copyOf(external);
    }

    /** Whether it allows everything on everything, or everything but what is no part of IAM. */
    public boolean isAdministrative() {
        return allowsAll("*")
                || statements.stream()
                        .anyMatch(statement -> statement.allows()
                                && statement.actions().except()
                                && statement.actions().covers("iam:*")
                                && statement.resources().covers("*")
                                && !isForbidden(statement));
    }

    /** Whether it allows every action that the pattern matches, on every resource. */
    public boolean allowsAll(String actions) {
        String wanted = actions.toLowerCase(Locale.ROOT);
        String pattern = wanted.equals("*:*") ? "*" : wanted;
        return statements.stream()
                .anyMatch(statement -> statement.allows()
                        && statement.actions().covers(pattern)
                        && statement.resources().covers("*")
                        && !isForbidden(statement));
    }

    private Stream<Statement> publicStatements() {
        return statements.stream().filter(statement -> statement.allowsAnyone() && !isTakenBack(statement));
    }

    private boolean isTakenBack(Statement allowing) {
        return statements.stream().anyMatch(statement -> statement.takesBack(allowing));
    }

    private boolean isForbidden(Statement allowing) {
        return statements.stream().anyMatch(statement -> statement.forbids(allowing));
    }

    /** Whom a statement over everyone is left with by its own conditions and by the denials that take it back. */
    private List<String> narrowedTo(Statement statement) {
        List<Condition> narrowing = new ArrayList<>(
                statement.conditions().stream().filter(Condition::narrows).toList());
        List<String> left = new ArrayList<>();
        boolean narrowed = !narrowing.isEmpty();
        for (Statement denial : statements) {
            if (denial.takesBack(statement)) {
                narrowed = true;
                narrowing.addAll(denial.conditions());
                left.addAll(denial.spared().named());
            }
        }
        if (!narrowed) {
            return List.of(ANYONE);
        }
        narrowing.stream()
                .filter(condition -> KEYS_OF_ACCOUNTS.contains(condition.key()))
                .flatMap(condition -> condition.values().stream())
                .map(Principals::accountOr)
                .forEach(left::add);
        return left;
    }

    private static boolean coversBucket(String resource) {
        return !S3_RESOURCE.matcher(resource).find() || !resource.contains("/");
    }

    private static boolean coversObjects(String resource) {
        return !S3_RESOURCE.matcher(resource).find()
                || EVERY_OBJECT.matcher(resource).matches();
    }
}
