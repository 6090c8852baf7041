/**
 * CEL expressions over a resource: compiled once, answered with yes, no, or what stood in the way.
 *
 * <p>Variables: {@code configuration}, {@code supplementaryConfiguration} and {@code tags} of the resource;
 * {@code resource} with {@code accountId}, {@code awsRegion}, {@code resourceType}, {@code resourceId}, {@code arn},
 * {@code resourceName}; {@code parameters} of the organisation. CEL's standard functions and macros are there, no
 * others; a member whose name is a word of CEL, such as {@code in}, is read with brackets.
 *
 * <p>{@code null} is what AWS says is not there. Reading an absent member without {@code has()}, reading a path that
 * could not be read, or asking a function what it cannot tell gives no answer, and the path is named, unless what was
 * read decides alone: {@code configuration.public || configuration.unread} is true where the first is.
 *
 * <table>
 * <caption>Functions beside CEL's own</caption>
 * <tr><td>{@code policy.allowsPublic(document)}</td><td>anyone may do something: allowed to everyone, narrowed by no
 * condition to fixed accounts, organisations, networks or resources, taken back by no denial; {@code null} is no
 * policy and allows nothing, here and below</td></tr>
 * <tr><td>{@code policy.allowsPublic(document, actions)}</td><td>the same for an action that one of the patterns
 * matches, such as {@code ["s3:Put*", "s3:Delete*"]}</td></tr>
 * <tr><td>{@code policy.allowsServiceForAnyone(document, services)}</td><td>one of the services of AWS, such as
 * {@code ["s3.amazonaws.com"]}, is let in and no condition says for which account, organisation or resource</td></tr>
 * <tr><td>{@code policy.deniesInsecureTransport(document)}</td><td>everyone is denied all actions without TLS, on
 * a bucket and all of its objects where it is a bucket's policy</td></tr>
 * <tr><td>{@code policy.externalAccounts(document, own, trusted)}</td><td>list of the accounts, organisations,
 * canonical users and identity providers that are let in and are neither {@code own} nor in {@code trusted};
 * {@code "*"} for everyone</td></tr>
 * <tr><td>{@code policy.externalAccounts(document, own, trusted, keys)}</td><td>the same without those of whom a
 * condition demands a fixed value of one of the keys, such as {@code ["sts:ExternalId"]}</td></tr>
 * <tr><td>{@code policy.isAdministrative(document)}</td><td>allows everything on everything, whatever the
 * condition, or everything but what is no part of IAM</td></tr>
 * <tr><td>{@code policy.allowsAll(document, actions)}</td><td>allows every action that the pattern matches, such as
 * {@code "kms:*"}, on every resource</td></tr>
 * <tr><td>{@code net.opensToInternet(ipPermissions, port)}</td><td>the TCP port is open to at least a quarter of the
 * public addresses of IPv4 or IPv6, all permissions of the port taken together; prefix lists are looked up in
 * {@code supplementaryConfiguration.prefixLists} (by id, lists of blocks) where they decide</td></tr>
 * <tr><td>{@code net.opensToInternet(ipPermissions, from, to, protocol)}</td><td>the same for any port of a range,
 * of {@code "tcp"} or {@code "udp"}</td></tr>
 * <tr><td>{@code net.opensAllPorts(ipPermissions)}</td><td>the same for every port of TCP or of UDP</td></tr>
 * <tr><td>{@code net.opensPublicRangeWiderThan(ipPermissions, prefix)}</td><td>a public IPv4 block with fewer leading
 * bits is let in at any port</td></tr>
 * <tr><td>{@code net.aclOpensToInternet(entries, port)}, {@code net.aclOpensToInternet(entries, from, to, protocol)}</td>
 * <td>as {@code net.opensToInternet}, of the entries of a network ACL, whose lowest number decides</td></tr>
 * <tr><td>{@code net.isPublicRange(block)}</td><td>the block holds a public address</td></tr>
 * <tr><td>{@code attribute.value(attributes, key, otherwise)}</td><td>the value of a key in a list of {@code key} and
 * {@code value}; what AWS documents as the default where the list lacks it</td></tr>
 * <tr><td>{@code time.olderThan(time, days)}, {@code time.youngerThan(time, days)}</td><td>so many days have passed
 * since the time, or not yet; times are RFC 3339 text or a day</td></tr>
 * <tr><td>{@code time.isPast(time)}, {@code time.before(time)}</td><td>the time has come; it has not</td></tr>
 * <tr><td>{@code time.endsWithin(time, days)}</td><td>the time is past or at most so many days ahead</td></tr>
 * </table>
 */
@NullMarked
package dev.demarc.engine.expression;

import org.jspecify.annotations.NullMarked;
