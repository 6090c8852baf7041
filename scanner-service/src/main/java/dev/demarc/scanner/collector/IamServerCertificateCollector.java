package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;

/** Certificates that were uploaded to IAM: their names and dates, never their keys. */
@Singleton
public final class IamServerCertificateCollector implements Collector {
    @Override
    public String type() {
        return "AWS::IAM::ServerCertificate";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.GLOBAL);
    }

    @Override
    public void read(Reading reading) {
        IamClient iam = reading.aws().iam();
        reading.each(
                "iam:ListServerCertificates",
                () -> iam.listServerCertificatesPaginator().serverCertificateMetadataList().stream(),
                certificate -> reading.item(certificate.serverCertificateId())
                        .arn(certificate.arn())
                        .name(certificate.serverCertificateName())
                        .configuration(Members.only(
                                canonical(certificate),
                                "arn",
                                "expiration",
                                "path",
                                "serverCertificateId",
                                "serverCertificateName",
                                "uploadDate")));
    }
}
