package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Groups of users, the provider that others sign in through, and certificates that were uploaded long ago. */
final class People implements Family {
    static final String PROVIDER = "AWS::IAM::SAMLProvider";
    private static final String GROUP = "AWS::IAM::Group";
    private static final String CERTIFICATE = "AWS::IAM::ServerCertificate";

    private final SampleAccount account;
    private final Instant now;
    private final Dice dice;

    People(SampleAccount account, Instant now) {
        this.account = account;
        this.now = now;
        this.dice = new Dice(account.id() + "/people", account.quality());
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of(PROVIDER, GROUP, CERTIFICATE) : Set.of();
    }

    @Override
    public List<Item> items(String region, boolean later) {
        if (!region.equals(Scope.GLOBAL)) {
            return List.of();
        }
        List<Item> items = new ArrayList<>(List.of(
                group("readers", "ReadOnlyAccess"),
                group("operators", dice.good() ? "job-function/SystemAdministrator" : "AdministratorAccess")));
        if (!account.equals(SampleAccount.SANDBOX)) {
            items.add(provider(account.equals(SampleAccount.BUILD) ? 12 : 36_000));
        }
        if (account.equals(SampleAccount.RETAIL) || account.equals(SampleAccount.BUILD)) {
            items.add(certificate(account.equals(SampleAccount.RETAIL) ? 200 : -90));
        }
        return items;
    }

    private Item group(String name, String policy) {
        String id = "AGPASAMPLE" + dice.hex(11).toUpperCase(Locale.ROOT);
        return item(GROUP, id, "group/" + name)
                .tag("Name", name)
                .with("groupId", id)
                .with("groupName", name)
                .with("path", "/")
                .with(
                        "attachedManagedPolicies",
                        List.of(Map.of(
                                "policyName",
                                policy.substring(policy.indexOf('/') + 1),
                                "policyArn",
                                "arn:aws:iam::aws:policy/" + policy)))
                .with("groupPolicyList", List.of());
    }

    private Item provider(int days) {
        String resource = "saml-provider/AWSSSO_DO_NOT_DELETE";
        String arn = "arn:aws:iam::%s:%s".formatted(account.id(), resource);
        return item(PROVIDER, arn, resource)
                .tag("Name", "AWSSSO_DO_NOT_DELETE")
                .with("arn", arn)
                .with("validUntil", inDays(days));
    }

    private Item certificate(int days) {
        String id = "ASCASAMPLE" + dice.hex(11).toUpperCase(Locale.ROOT);
        String name = "www-" + account.workloads().get(0);
        return item(CERTIFICATE, id, "server-certificate/" + name)
                .tag("Name", name)
                .with("serverCertificateId", id)
                .with("serverCertificateName", name)
                .with("expiration", inDays(days));
    }

    private Item item(String type, String id, String resource) {
        return new Item(
                new Scope(account.id(), Scope.GLOBAL, type),
                id,
                "arn:aws:iam::%s:%s".formatted(account.id(), resource));
    }

    private String inDays(int days) {
        return now.plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).toString();
    }
}
