package dev.demarc.scanner.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.scanner.aws.AwsProxy;
import dev.demarc.scanner.aws.EmulatedAws;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iam.IamClient;

class PeopleCollectorsTest {
    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @RegisterExtension
    private final EmulatedAws emulated = new EmulatedAws();

    private final AwsProxy proxy = emulated.proxy();
    private final IamClient iam = emulated.clients(Scope.GLOBAL).iam();

    @Test
    void readsAGroupWithWhatItAllows() {
        String id =
                iam.createGroup(request -> request.groupName("admins")).group().groupId();
        iam.putGroupPolicy(
                request -> request.groupName("admins").policyName("all").policyDocument(EVERYTHING));
        iam.attachGroupPolicy(
                request -> request.groupName("admins").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));

        ResourceConfiguration group = read("AWS::IAM::Group").item(id);

        assertThat(group.unread()).isEmpty();
        assertThat(group.resourceName()).isEqualTo("admins");
        assertThat(group.configuration().toString())
                .contains("policyName=all", "Action=*", "policyArn=arn:aws:iam::aws:policy/AdministratorAccess");
    }

    @Test
    void readsWhatTheCustomersOwnPoliciesSayThatAGroupHolds() {
        String id =
                iam.createGroup(request -> request.groupName("admins")).group().groupId();
        String house = iam.createPolicy(request -> request.policyName("house").policyDocument(EVERYTHING))
                .policy()
                .arn();
        iam.attachGroupPolicy(request -> request.groupName("admins").policyArn(house));

        ResourceConfiguration group = read("AWS::IAM::Group").item(id);

        assertThat(group.supplementaryConfiguration())
                .extracting("attachedPolicies")
                .asString()
                .contains("policyName=house", "document={Statement=[{Action=*");
    }

    @Test
    void readsWhenACertificateExpiresButNotItsKey() {
        String id = iam.uploadServerCertificate(request -> request.serverCertificateName("www")
                        .certificateBody("body-of-it")
                        .privateKey("key-of-it"))
                .serverCertificateMetadata()
                .serverCertificateId();

        Recorded recorded = read("AWS::IAM::ServerCertificate");

        assertThat(recorded.item(id).configuration())
                .containsEntry("serverCertificateName", "www")
                .containsKey("expiration");
        assertThat(recorded.text()).doesNotContain("key-of-it", "body-of-it");
    }

    @Test
    void readsUntilWhenAProviderIsTrusted() {
        String arn = iam.createSAMLProvider(
                        request -> request.name("partners").samlMetadataDocument("<metadata/>".repeat(100)))
                .samlProviderArn();

        Recorded recorded = read("AWS::IAM::SAMLProvider");

        assertThat(recorded.item(arn).resourceName()).isEqualTo("partners");
        assertThat(recorded.item(arn).configuration()).containsKey("validUntil");
        assertThat(recorded.text()).doesNotContain("<metadata/>");
    }

    private Recorded read(String type) {
        return LiveScan.at(proxy.endpoint(), new Scope(Moto.ACCOUNT, Scope.GLOBAL, type));
    }
}
