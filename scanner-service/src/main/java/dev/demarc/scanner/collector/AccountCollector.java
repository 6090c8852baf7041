package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.ManagedBy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** The account itself: once for what holds everywhere, and once in each region for what is set there. */
@Singleton
public final class AccountCollector implements Collector {
    private static final Set<String> NO_ENTITY = Set.of("NoSuchEntity");
    private static final Set<String> NO_ACCESS_BLOCK = Set.of("NoSuchPublicAccessBlockConfiguration");
    private static final Set<String> NO_ORGANIZATION =
            Set.of("OrganizationNotFoundException", "OrganizationNotFound", "ServiceAccessNotEnabledException");

    @Override
    public String type() {
        return "AWS::::Account";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.GLOBAL, Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of(
                "AWS::AccessAnalyzer::Analyzer",
                "AWS::Backup::BackupPlan",
                "AWS::CloudTrail::Trail",
                "AWS::CloudWatch::Alarm",
                "AWS::Config::ConfigurationRecorder",
                "AWS::GuardDuty::Detector",
                "AWS::IAM::SAMLProvider");
    }

    @Override
    public void read(Reading reading) {
        String account = reading.scope().account();
        ItemBuilder item = reading.item(account)
                .arn("arn:%s:iam::%s:root".formatted(reading.aws().partition(), account))
                .configuration(Map.of("accountId", account));
        reading.emit(
                reading.isGlobal()
                        ? Organization.of(reading)
                                .addTo(AccountWatch.everywhere(reading.aws(), everywhere(reading, item)))
                        : AccountWatch.inRegion(reading.aws(), inRegion(reading, item)));
    }

    private static ItemBuilder everywhere(Reading reading, ItemBuilder item) {
        IamClient iam = reading.aws().iam();
        Joined<CredentialReport> report = CredentialReport.join(iam);
        return item.detail(
                        "summaryMap",
                        "iam:GetAccountSummary",
                        () -> wholeNumbers(iam.getAccountSummary().summaryMapAsStrings()))
                .detail(
                        "passwordPolicy",
                        "iam:GetAccountPasswordPolicy",
                        NO_ENTITY,
                        () -> canonical(iam.getAccountPasswordPolicy().passwordPolicy()))
                .detail("rootCredentialReport", report, () -> report.value().root())
                .detail("virtualMfaDevices", "iam:ListVirtualMFADevices", () -> virtualMfaOfRoot(iam))
                .detail(
                        "organizationsFeatures",
                        "iam:ListOrganizationsFeatures",
                        NO_ORGANIZATION,
                        () -> iam.listOrganizationsFeatures(request -> {}).enabledFeaturesAsStrings().stream()
                                .sorted()
                                .toList())
                .detail(
                        "securityContactRegistered",
                        "account:GetAlternateContact",
                        () -> hasSecurityContact(reading.aws().account()))
                .detail(
                        "publicAccessBlockConfiguration",
                        "s3:GetAccountPublicAccessBlock",
                        NO_ACCESS_BLOCK,
                        () -> canonical(reading.aws()
                                .s3control()
                                .getPublicAccessBlock(request ->
                                        request.accountId(reading.scope().account()))
                                .publicAccessBlockConfiguration()));
    }

    /** Who runs the organisation is asked only where a policy of it decides. */
    private static ItemBuilder inRegion(Reading reading, ItemBuilder item) {
        Ec2Client ec2 = reading.aws().ec2();
        Joined<GetSnapshotBlockPublicAccessStateResponse> snapshots = Joined.read(
                "ec2:GetSnapshotBlockPublicAccessState",
                GetSnapshotBlockPublicAccessStateResponse.builder().build(),
                Set.of(),
                () -> ec2.getSnapshotBlockPublicAccessState(request -> {}));
        Joined<GetImageBlockPublicAccessStateResponse> images = Joined.read(
                "ec2:GetImageBlockPublicAccessState",
                GetImageBlockPublicAccessStateResponse.builder().build(),
                Set.of(),
                () -> ec2.getImageBlockPublicAccessState(request -> {}));
        InstanceMetadataDefaultsResponse noPreference =
                InstanceMetadataDefaultsResponse.builder().build();
        Joined<InstanceMetadataDefaultsResponse> metadata = Joined.read(
                "ec2:GetInstanceMetadataDefaults",
                noPreference,
                Set.of(),
                () -> Objects.requireNonNullElse(
                        ec2.getInstanceMetadataDefaults(request -> {}).accountLevel(), noPreference));
        if (Stream.of(
                        snapshots.value().managedBy(),
                        images.value().managedBy(),
                        metadata.value().managedBy())
                .anyMatch(by -> by == ManagedBy.DECLARATIVE_POLICY)) {
            Joined<Optional<Object>> organization = Organization.self(reading);
            item.detail("organization", organization, () -> organization.value().orElse(null));
        }
        return item.detail(
                        "ebsEncryptionByDefault",
                        "ec2:GetEbsEncryptionByDefault",
                        () -> ec2.getEbsEncryptionByDefault(request -> {}).ebsEncryptionByDefault())
                .detail("instanceMetadataDefaults", metadata, () -> canonical(metadata.value()))
                .detail("snapshotBlockPublicAccessState", snapshots, () -> snapshots
                        .value()
                        .stateAsString())
                .detail("snapshotBlockPublicAccessManagedBy", snapshots, () -> snapshots
                        .value()
                        .managedByAsString())
                .detail("imageBlockPublicAccessState", images, () -> images.value()
                        .imageBlockPublicAccessState())
                .detail("imageBlockPublicAccessManagedBy", images, () -> images.value()
                        .managedByAsString());
    }

    /** Those of other users belong to the users. */
    private static List<Object> virtualMfaOfRoot(IamClient iam) {
        List<Object> devices = new ArrayList<>();
        iam
                .listVirtualMFADevicesPaginator(request -> request.assignmentStatus(AssignmentStatusType.ASSIGNED))
                .virtualMFADevices()
                .stream()
                .filter(device -> device.user() != null
                        && device.user().arn() != null
                        && device.user().arn().endsWith(":root"))
                .forEach(device -> devices.add(device(device)));
        return devices;
    }

    private static Object device(VirtualMFADevice device) {
        Map<String, @Nullable Object> form = Members.only(canonical(device), "serialNumber", "enableDate");
        form.put("user", Map.of("arn", device.user().arn()));
        return form;
    }

    private static boolean hasSecurityContact(AccountClient account) {
        try {
            return account.getAlternateContact(request -> request.alternateContactType(AlternateContactType.SECURITY))
                            .alternateContact()
                    != null;
        } catch (software.amazon.awssdk.services.account.model.ResourceNotFoundException e) {
            return false;
        }
    }

    private static Map<String, @Nullable Object> wholeNumbers(Map<String, Integer> summary) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        summary.forEach((name, number) -> form.put(name, number.longValue()));
        return form;
    }
}
