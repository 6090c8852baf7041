package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DocumentIdentifier;
import software.amazon.awssdk.services.ssm.model.DocumentKeyValuesFilter;
import software.amazon.awssdk.services.ssm.model.DocumentPermissionType;
import software.amazon.awssdk.services.ssm.model.Tag;

/** Documents of the account's own, with whom they are shared with; what is written in them is never asked for. */
@Singleton
public final class SsmDocumentCollector implements Collector {
    private static final DocumentKeyValuesFilter OWN =
            DocumentKeyValuesFilter.builder().key("Owner").values("Self").build();

    @Override
    public String type() {
        return "AWS::SSM::Document";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        SsmClient ssm = reading.aws().ssm();
        reading.each(
                "ssm:ListDocuments",
                () -> ssm.listDocumentsPaginator(request -> request.filters(OWN)).documentIdentifiers().stream(),
                document -> item(reading, ssm, document));
    }

    private static ItemBuilder item(Reading reading, SsmClient ssm, DocumentIdentifier document) {
        String name = document.name();
        return reading.item(name)
                .arn(reading.arn("ssm", "document/" + name))
                .name(name)
                .configuration(Members.only(
                        canonical(document),
                        "createdDate",
                        "documentFormat",
                        "documentType",
                        "documentVersion",
                        "name",
                        "platformTypes",
                        "schemaVersion",
                        "targetType"))
                .tags(document.tags(), Tag::key, Tag::value)
                .detail("sharedWith", "ssm:DescribeDocumentPermission", () -> ssm.describeDocumentPermission(
                                request -> request.name(name).permissionType(DocumentPermissionType.SHARE))
                        .accountIds());
    }
}
