package dev.demarc.engine.expression;

import static dev.demarc.engine.expression.Function.question;

import dev.cel.common.types.SimpleType;
import dev.demarc.engine.network.Cidr;
import dev.demarc.engine.network.Internet;
import dev.demarc.engine.network.NetworkAcl;
import dev.demarc.engine.network.Permissions;
import java.util.List;
import java.util.Map;

/** {@code net.*}: what security groups and network ACLs let in; prefix lists are taken from what the collector joined. */
final class NetFunctions {
    private static final String NAMESPACE = "net";
    private static final String OPENS_TO_INTERNET = "opensToInternet";
    private static final String ACL_OPENS_TO_INTERNET = "aclOpensToInternet";
    private static final String PREFIX_LISTS = "prefixLists";

    static final List<Function> ALL = List.of(
            question(
                    NAMESPACE,
                    OPENS_TO_INTERNET,
                    a -> opens(a[0], a[1], a[2], a[2], "tcp"),
                    SimpleType.DYN,
                    SimpleType.INT),
            question(
                    NAMESPACE,
                    OPENS_TO_INTERNET,
                    a -> opens(a[0], a[1], a[2], a[3], (String) a[4]),
                    SimpleType.DYN,
                    SimpleType.INT,
                    SimpleType.INT,
                    SimpleType.STRING),
            question(NAMESPACE, "opensAllPorts", NetFunctions::opensAllPorts, SimpleType.DYN),
            question(
                    NAMESPACE,
                    "opensPublicRangeWiderThan",
                    NetFunctions::opensPublicRangeWiderThan,
                    SimpleType.DYN,
                    SimpleType.INT),
            question(
                    NAMESPACE,
                    ACL_OPENS_TO_INTERNET,
                    a -> aclOpens(a[0], a[1], a[2], a[2], "tcp"),
                    SimpleType.DYN,
                    SimpleType.INT),
            question(
                    NAMESPACE,
                    ACL_OPENS_TO_INTERNET,
                    a -> aclOpens(a[0], a[1], a[2], a[3], (String) a[4]),
                    SimpleType.DYN,
                    SimpleType.INT,
                    SimpleType.INT,
                    SimpleType.STRING),
            question(NAMESPACE, "isPublicRange", NetFunctions::isPublicRange, SimpleType.STRING));

    private NetFunctions() {}

    private static boolean opens(Object evaluation, Object permissions, Object from, Object to, String protocol) {
        return Refusals.asUnreadable(
                () -> permissions(evaluation, permissions).opensToInternet((Long) from, (Long) to, protocol));
    }

    private static boolean aclOpens(Object evaluation, Object entries, Object from, Object to, String protocol) {
        if (!(entries instanceof List<?> list)) {
            throw new UnreadableException("is no list of entries of a network ACL");
        }
        return Refusals.asUnreadable(() -> ((Evaluation) evaluation)
                .parsed(list, NetworkAcl.class, () -> NetworkAcl.of(list))
                .opensToInternet((Long) from, (Long) to, protocol));
    }

    private static boolean opensAllPorts(Object[] arguments) {
        return Refusals.asUnreadable(
                () -> permissions(arguments[0], arguments[1]).opensAllPorts());
    }

    private static boolean opensPublicRangeWiderThan(Object[] arguments) {
        return Refusals.asUnreadable(
                () -> permissions(arguments[0], arguments[1]).opensPublicRangeWiderThan((Long) arguments[2]));
    }

    private static boolean isPublicRange(Object[] arguments) {
        return Refusals.asUnreadable(() -> Internet.touchedBy(Cidr.parse((String) arguments[1])));
    }

    private static Permissions permissions(Object evaluation, Object permissions) {
        if (CelValues.isNull(permissions)) {
            return Permissions.of(List.of(), id -> List.of());
        }
        if (!(permissions instanceof List<?> list)) {
            throw new UnreadableException("is no list of permissions");
        }
        Evaluation at = (Evaluation) evaluation;
        return at.parsed(list, Permissions.class, () -> Permissions.of(list, id -> prefixList(at, id)));
    }

    private static List<String> prefixList(Evaluation evaluation, String id) {
        if (evaluation.supplementary().get(PREFIX_LISTS) instanceof Map<?, ?> lists
                && lists.get(id) instanceof List<?> blocks) {
            return blocks.stream()
                    .map(block -> block instanceof Map<?, ?> entry ? entry.get("cidr") : block)
                    .map(String::valueOf)
                    .toList();
        }
        throw new UnreadableException(
                "supplementaryConfiguration." + PREFIX_LISTS,
                "the blocks of prefix list %s were not read".formatted(id));
    }
}
