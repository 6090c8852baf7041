package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.AccessPoint;

/** Access points of buckets, with their policies. */
@Singleton
public final class S3AccessPointCollector implements Collector {
    private static final Set<String> NO_POLICY = Set.of("NoSuchAccessPointPolicy");

    @Override
    public String type() {
        return "AWS::S3::AccessPoint";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        S3ControlClient control = reading.aws().s3control();
        String account = reading.scope().account();
        reading.each(
                "s3:ListAccessPoints", () -> points(control, account).stream(), point -> item(reading, control, point));
    }

    private static List<AccessPoint> points(S3ControlClient control, String account) {
        return Pages.all(
                token -> control.listAccessPoints(
                        request -> request.accountId(account).nextToken(token)),
                page -> page.accessPointList(),
                page -> page.nextToken());
    }

    private static ItemBuilder item(Reading reading, S3ControlClient control, AccessPoint point) {
        String account = reading.scope().account();
        String name = point.name();
        return reading.item(name)
                .arn(point.accessPointArn())
                .name(name)
                .configuration(
                        "s3:GetAccessPoint",
                        () -> Members.only(
                                canonical(control.getAccessPoint(
                                        request -> request.accountId(account).name(name))),
                                "name",
                                "bucket",
                                "bucketAccountId",
                                "networkOrigin",
                                "vpcConfiguration",
                                "publicAccessBlockConfiguration"))
                .detail(
                        "accessPointPolicy",
                        "s3:GetAccessPointPolicy",
                        NO_POLICY,
                        () -> Documents.parse(control.getAccessPointPolicy(
                                        request -> request.accountId(account).name(name))
                                .policy()));
    }
}
