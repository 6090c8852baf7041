package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** IAM users, with their line of the credential report, their keys and factors, and what their policies allow. */
@Singleton
public final class IamUserCollector implements Collector {
    private static final Set<String> NO_ENTITY = Set.of("NoSuchEntity");

    /** What IAM tells of all users, groups and policies at once. */
    private record Authorization(Map<String, UserDetail> users, Map<String, GroupDetail> groups, OwnPolicies policies) {
        Authorization() {
            this(new HashMap<>(), new HashMap<>(), new OwnPolicies());
        }
    }

    @Override
    public String type() {
        return "AWS::IAM::User";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.GLOBAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::IAM::Group", "AWS::IAM::AccessKey", OwnPolicies.TYPE, "AWS::IAM::VirtualMFADevice");
    }

    @Override
    public void read(Reading reading) {
        IamClient iam = reading.aws().iam();
        Joined<CredentialReport> report = CredentialReport.join(iam);
        Joined<Authorization> authorization = Joined.read(
                "iam:GetAccountAuthorizationDetails", new Authorization(), Set.of(), () -> authorization(iam));
        reading.each(
                "iam:ListUsers",
                () -> iam.listUsersPaginator().users().stream(),
                user -> item(reading, iam, user, report, authorization));
    }

    private static Authorization authorization(IamClient iam) {
        Authorization authorization = new Authorization();
        iam.getAccountAuthorizationDetailsPaginator(
                        request -> request.filter(EntityType.USER, EntityType.GROUP, EntityType.LOCAL_MANAGED_POLICY))
                .forEach(page -> {
                    page.userDetailList().forEach(user -> authorization.users().put(user.userName(), user));
                    page.groupDetailList()
                            .forEach(group -> authorization.groups().put(group.groupName(), group));
                    authorization.policies().add(page.policies());
                });
        return authorization;
    }

    private static ItemBuilder item(
            Reading reading,
            IamClient iam,
            User user,
            Joined<CredentialReport> report,
            Joined<Authorization> authorization) {
        String name = user.userName();
        UserDetail detail = authorization
                .value()
                .users()
                .getOrDefault(name, UserDetail.builder().build());
        return reading.item(user.userId())
                .arn(user.arn())
                .name(name)
                .configuration(Members.only(canonical(user), "userName", "userId", "arn", "path", "createDate"))
                .tags(detail.tags(), Tag::key, Tag::value)
                .detail("credentialReport", report, () -> report.value().user(name))
                .detail("userPolicies", authorization, () -> policies(detail.userPolicyList()))
                .detail(
                        "attachedPolicies",
                        authorization,
                        () -> authorization.value().policies().attached(detail.attachedManagedPolicies()))
                .detail("groups", authorization, () -> groups(detail, authorization.value()))
                .detail(
                        "accessKeys",
                        "iam:ListAccessKeys",
                        () ->
                                only(
                                        canonical(iam
                                                .listAccessKeysPaginator(request -> request.userName(name))
                                                .accessKeyMetadata()
                                                .stream()
                                                .toList()),
                                        "accessKeyId",
                                        "status",
                                        "createDate"))
                .detail(
                        "mfaDevices",
                        "iam:ListMFADevices",
                        () ->
                                only(
                                        canonical(iam
                                                .listMFADevicesPaginator(request -> request.userName(name))
                                                .mfaDevices()
                                                .stream()
                                                .toList()),
                                        "serialNumber",
                                        "enableDate"))
                .detail(
                        "loginProfile",
                        "iam:GetLoginProfile",
                        NO_ENTITY,
                        () -> Members.only(
                                canonical(iam.getLoginProfile(request -> request.userName(name))
                                        .loginProfile()),
                                "createDate"));
    }

    private static List<Object> groups(UserDetail user, Authorization authorization) {
        List<Object> groups = new ArrayList<>();
        for (String name : user.groupList()) {
            GroupDetail detail = authorization
                    .groups()
                    .getOrDefault(name, GroupDetail.builder().build());
            Map<String, @Nullable Object> group = new TreeMap<>();
            group.put("groupName", name);
            group.put("attachedPolicies", authorization.policies().attached(detail.attachedManagedPolicies()));
            group.put("groupPolicies", policies(detail.groupPolicyList()));
            groups.add(group);
        }
        return groups;
    }

    private static Map<String, @Nullable Object> policies(List<PolicyDetail> policies) {
        Map<String, @Nullable Object> byName = new TreeMap<>();
        policies.forEach(policy -> byName.put(policy.policyName(), Documents.parse(policy.policyDocument())));
        return byName;
    }

    private static List<Object> only(List<@Nullable Object> objects, String... names) {
        List<Object> parts = new ArrayList<>();
        objects.forEach(object -> parts.add(Members.only(Members.of(object), names)));
        return parts;
    }
}
