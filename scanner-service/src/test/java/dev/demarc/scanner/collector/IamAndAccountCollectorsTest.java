package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.User;

class IamAndAccountCollectorsTest {
    private static final Scope USERS = new Scope(Moto.ACCOUNT, Scope.GLOBAL, "AWS::IAM::User");
    private static final Scope ACCOUNT = new Scope(Moto.ACCOUNT, Scope.GLOBAL, "AWS::::Account");
    private static final Scope ACCOUNT_IN_REGION = new Scope(Moto.ACCOUNT, "eu-central-1", "AWS::::Account");
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final IamClient iam = emulated.clients(Scope.GLOBAL).iam();

    @Test
    void readsAUserWithKeysFactorsAndWhatItsPoliciesAllow() {
        User alice = iam.createUser(request -> request.userName("alice")).user();
        iam.createAccessKey(request -> request.userName("alice"));
        iam.putUserPolicy(request -> request.userName("alice").policyName("own").policyDocument(POLICY));
        iam.createGroup(request -> request.groupName("admins"));
        iam.putGroupPolicy(
                request -> request.groupName("admins").policyName("all").policyDocument(POLICY));
        iam.attachUserPolicy(
                request -> request.userName("alice").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        iam.addUserToGroup(request -> request.userName("alice").groupName("admins"));
        String serial = iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("alice-phone"))
                .virtualMFADevice()
                .serialNumber();
        iam.enableMFADevice(request -> request.userName("alice")
                .serialNumber(serial)
                .authenticationCode1("123456")
                .authenticationCode2("654321"));

        Recorded recorded = LiveScan.at(proxy.endpoint(), USERS);

        ResourceConfiguration user = recorded.item(alice.userId());
        assertThat(user.unread()).isEmpty();
        assertThat(user.resourceName()).isEqualTo("alice");
        assertThat(user.configuration()).containsOnlyKeys("userName", "userId", "arn", "path", "createDate");
        assertThat(user.supplementaryConfiguration())
                .containsKeys("credentialReport")
                .containsEntry("loginProfile", null)
                .containsEntry("attachedPolicies", List.of(ofAws("AdministratorAccess")));
        assertThat(user.supplementaryConfiguration().toString())
                .contains("own={", "groupName=admins", "all={", "status=Active", "serialNumber=hmac:");
        assertThat(recorded.text()).doesNotContain("alice-phone");
    }

    @Test
    void readsWhatTheCustomersOwnPoliciesSayThatAUserHoldsDirectlyOrByAGroup() {
        User alice = iam.createUser(request -> request.userName("alice")).user();
        String house = iam.createPolicy(request -> request.policyName("house").policyDocument(POLICY))
                .policy()
                .arn();
        iam.attachUserPolicy(request -> request.userName("alice").policyArn(house));
        iam.createGroup(request -> request.groupName("admins"));
        iam.attachGroupPolicy(request -> request.groupName("admins").policyArn(house));
        iam.addUserToGroup(request -> request.userName("alice").groupName("admins"));

        ResourceConfiguration user = LiveScan.at(proxy.endpoint(), USERS).item(alice.userId());

        assertThat(user.supplementaryConfiguration())
                .extracting("attachedPolicies", "groups")
                .extracting(Object::toString)
                .allSatisfy(attached -> assertThat(attached).contains("policyName=house", "document={Statement=[{"));
    }

    private static Map<String, @Nullable Object> ofAws(String policy) {
        Map<String, @Nullable Object> attached = new HashMap<>();
        attached.put("policyName", policy);
        attached.put("policyArn", "arn:aws:iam::aws:policy/" + policy);
        attached.put("document", null);
        return attached;
    }

    @Test
    void keepsReadingAUserWhosePoliciesAloneAreRefused() {
        User alice = iam.createUser(request -> request.userName("alice")).user();
        proxy.refuse("Action=GetAccountAuthorizationDetails", 403, "AccessDenied");

        Recorded recorded = LiveScan.at(proxy.endpoint(), USERS);

        assertThat(recorded.end().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(recorded.item(alice.userId()).unread())
                .contains(new Unread(
                        "supplementaryConfiguration.userPolicies",
                        "access denied",
                        "iam:GetAccountAuthorizationDetails"));
        assertThat(recorded.item(alice.userId()).supplementaryConfiguration())
                .containsKey("accessKeys")
                .doesNotContainKey("userPolicies");
    }

    @Test
    void readsTheAccountItself() {
        iam.createUser(request -> request.userName("alice"));

        ResourceConfiguration account = LiveScan.at(proxy.endpoint(), ACCOUNT).item(Moto.ACCOUNT);

        assertThat(account.configuration()).isEqualTo(Map.of("accountId", Moto.ACCOUNT));
        assertThat(account.supplementaryConfiguration())
                .containsEntry("passwordPolicy", null)
                .containsEntry("publicAccessBlockConfiguration", null)
                .containsEntry("securityContactRegistered", false)
                .containsEntry("virtualMfaDevices", List.of())
                .extracting("summaryMap.AccountMFAEnabled")
                .isEqualTo(0L);
        assertThat(account.unread())
                .extracting(Unread::path)
                .contains("supplementaryConfiguration.organizationsFeatures");
    }

    @Test
    void readsWhatIsSetInEachRegion() {
        ResourceConfiguration account =
                LiveScan.at(proxy.endpoint(), ACCOUNT_IN_REGION).item(Moto.ACCOUNT);

        assertThat(account.supplementaryConfiguration()).containsEntry("ebsEncryptionByDefault", false);
        assertThat(account.unread())
                .extracting(Unread::path, Unread::permission)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "supplementaryConfiguration.instanceMetadataDefaults", null));
    }

    @Test
    void tellsWhatPoliciesOfTheOrganizationDecideInARegionAndWhoRunsIt() {
        proxy.xml(
                        "GetSnapshotBlockPublicAccessState",
                        "<GetSnapshotBlockPublicAccessStateResponse><state>block-all-sharing</state><managedBy>declarative-policy</managedBy></GetSnapshotBlockPublicAccessStateResponse>")
                .xml(
                        "GetInstanceMetadataDefaults",
                        "<GetInstanceMetadataDefaultsResponse><accountLevel><httpTokens>required</httpTokens><managedBy>declarative-policy</managedBy><managedExceptionMessage>ask ada</managedExceptionMessage></accountLevel></GetInstanceMetadataDefaultsResponse>")
                .json(
                        "DescribeOrganization",
                        "{\"Organization\":{\"Id\":\"o-1\",\"MasterAccountId\":\"999988887777\",\"MasterAccountEmail\":\"ada@example.com\"}}");

        Recorded recorded = LiveScan.at(proxy.endpoint(), ACCOUNT_IN_REGION);

        assertThat(recorded.item(Moto.ACCOUNT).supplementaryConfiguration())
                .containsEntry("snapshotBlockPublicAccessState", "block-all-sharing")
                .containsEntry("snapshotBlockPublicAccessManagedBy", "declarative-policy")
                .containsEntry("organization", Map.of("id", "o-1", "masterAccountId", "999988887777"))
                .extracting("instanceMetadataDefaults.managedBy")
                .isEqualTo("declarative-policy");
        assertThat(recorded.text()).doesNotContain("ask ada", "ada@example.com");
    }
}
