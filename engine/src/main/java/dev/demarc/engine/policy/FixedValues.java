package dev.demarc.engine.policy;

import dev.demarc.engine.network.Cidr;
import dev.demarc.engine.network.Internet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which conditions let only fixed accounts, organisations, networks or resources through. Follows what S3 calls a
 * public policy, and adds the keys of other services that fix the caller.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
 *     meaning of "public"</a>
 */
final class FixedValues {
    private static final Set<String> LITERAL = Set.of("stringequals", "stringequalsignorecase");
    private static final Set<String> PATTERNS = Set.of("stringlike", "arnlike", "arnequals");
    private static final int WIDEST_V4 = 8;
    private static final int WIDEST_V6 = 32;

    private static final Pattern ACCOUNT_ARN = Pattern.compile("arn:[^:*?]+:[^:*?]+:[^:]*:\\d{12}:.+");
    private static final Pattern S3_ARN = Pattern.compile("arn:[^:*?]+:s3:[^:]*:[^:]*:[^:*?/]+(/.*)?");
    private static final Pattern ORGANISATION_PATH = Pattern.compile("o-[a-z0-9]{10,32}/.*");
    private static final Pattern UNIQUE_ID = Pattern.compile("[A-Z0-9]{12,}(:.*)?");

    /** Values without a wildcard. */
    private static final Set<String> FIXED_TEXT = Set.of(
            "aws:principalaccount",
            "aws:principalorgid",
            "aws:principalservicename",
            "aws:sourceaccount",
            "aws:sourceorgid",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpcarn",
            "aws:sourcevpce",
            "aws:ec2instancesourcevpc",
            "aws:vpceaccount",
            "aws:vpceorgid",
            "kms:calleraccount",
            "s3:dataaccesspointaccount",
            "s3:x-amz-server-side-encryption-aws-kms-key-id");

    private static final Set<String> ARNS = Set.of("aws:principalarn", "aws:sourcearn", "s3:dataaccesspointarn");
    private static final Set<String> ORGANISATION_PATHS =
            Set.of("aws:principalorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths");

    /** Keys that say yes or no. */
    private static final Map<String, String> SWITCHES = Map.of(
            "aws:principalisawsservice", "true",
            "elasticfilesystem:accessedviamounttarget", "true");

    private FixedValues() {}

    /** Whether the key is one that fixed values of it make narrow; in lower case. */
    static boolean isKnown(String key) {
        return FIXED_TEXT.contains(key)
                || ARNS.contains(key)
                || ORGANISATION_PATHS.contains(key)
                || SWITCHES.containsKey(key)
                || key.equals("aws:sourceip");
    }

    /** Whether the operator holds for the key only with fixed values; the names are in lower case. */
    static boolean demandedBy(String operator, String key, List<String> values) {
        if (key.equals("aws:sourceip")) {
            return operator.equals("ipaddress") && areNarrow(values);
        }
        String wanted = SWITCHES.get(key);
        if (wanted != null) {
            return operator.equals("bool") && values.stream().allMatch(wanted::equalsIgnoreCase);
        }
        boolean literal = LITERAL.contains(operator);
        if (!literal && !PATTERNS.contains(operator)) {
            return false;
        }
        Predicate<String> fixed = fixedFor(key, literal);
        return values.stream().allMatch(value -> !value.contains("${") && fixed.test(value));
    }

    private static Predicate<String> fixedFor(String key, boolean literal) {
        if (FIXED_TEXT.contains(key)) {
            return value -> literal || !hasWildcard(value);
        }
        if (ARNS.contains(key)) {
            return value -> literal
                    || ACCOUNT_ARN.matcher(value).matches()
                    || (!key.equals("aws:principalarn") && S3_ARN.matcher(value).matches());
        }
        if (ORGANISATION_PATHS.contains(key)) {
            return value -> literal || ORGANISATION_PATH.matcher(value).matches();
        }
        return value -> key.equals("aws:userid") && UNIQUE_ID.matcher(value).matches();
    }

    /** Neither one block nor all together let the internet through. */
    private static boolean areNarrow(List<String> values) {
        try {
            List<Cidr> blocks = values.stream().map(Cidr::parse).toList();
            return blocks.stream().allMatch(FixedValues::isNarrow) && !Internet.coveredBy(blocks);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isNarrow(Cidr block) {
        return block.prefix() >= (block.v6() ? WIDEST_V6 : WIDEST_V4) || !Internet.touchedBy(block);
    }

    private static boolean hasWildcard(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }
}
