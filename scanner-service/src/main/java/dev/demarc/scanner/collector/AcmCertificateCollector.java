package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.Tag;

/** Certificates of AWS Certificate Manager, of every key algorithm. */
@Singleton
public final class AcmCertificateCollector implements Collector {
    @Override
    public String type() {
        return "AWS::ACM::Certificate";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        AcmClient acm = reading.aws().client(AcmClient.class, AcmClient::builder);
        reading.each(
                "acm:ListCertificates",
                () -> acm
                        .listCertificatesPaginator(
                                request -> request.includes(filters -> filters.keyTypes(KeyAlgorithm.knownValues())))
                        .certificateSummaryList()
                        .stream(),
                certificate -> item(reading, acm, certificate));
    }

    private static ItemBuilder item(Reading reading, AcmClient acm, CertificateSummary certificate) {
        String arn = certificate.certificateArn();
        return reading.item(arn)
                .arn(arn)
                .name(certificate.domainName())
                .configuration(
                        "acm:DescribeCertificate",
                        () -> canonical(acm.describeCertificate(request -> request.certificateArn(arn))
                                .certificate()))
                .tags("acm:ListTagsForCertificate", Set.of(), Tag::key, Tag::value, () -> acm.listTagsForCertificate(
                                request -> request.certificateArn(arn))
                        .tags());
    }
}
