package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** DynamoDB tables, with their backups and who is let in; their items are never read. */
@Singleton
public final class DynamoDbTableCollector implements Collector {
    private static final Set<String> NO_POLICY = Set.of("PolicyNotFoundException");

    @Override
    public String type() {
        return "AWS::DynamoDB::Table";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        DynamoDbClient dynamo = reading.aws().client(DynamoDbClient.class, DynamoDbClient::builder);
        reading.each(
                "dynamodb:ListTables",
                () -> dynamo.listTablesPaginator().tableNames().stream(),
                name -> item(reading, dynamo, name));
    }

    private static ItemBuilder item(Reading reading, DynamoDbClient dynamo, String name) {
        String arn = reading.arn("dynamodb", "table/" + name);
        return reading.item(name)
                .arn(arn)
                .name(name)
                .configuration(
                        "dynamodb:DescribeTable",
                        () -> canonical(dynamo.describeTable(request -> request.tableName(name))
                                .table()))
                .tags("dynamodb:ListTagsOfResource", Set.of(), Tag::key, Tag::value, () -> tags(dynamo, arn))
                .detail(
                        "continuousBackupsDescription",
                        "dynamodb:DescribeContinuousBackups",
                        () -> canonical(dynamo.describeContinuousBackups(request -> request.tableName(name))
                                .continuousBackupsDescription()))
                .detail(
                        "resourcePolicy",
                        "dynamodb:GetResourcePolicy",
                        NO_POLICY,
                        () -> Documents.parse(dynamo.getResourcePolicy(request -> request.resourceArn(arn))
                                .policy()));
    }

    /** Page by page: the SDK has no paginator for it. */
    private static List<Tag> tags(DynamoDbClient dynamo, String arn) {
        List<Tag> tags = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            ListTagsOfResourceResponse page = dynamo.listTagsOfResource(
                    request -> request.resourceArn(arn).nextToken(from));
            tags.addAll(page.tags());
            token = page.nextToken();
        } while (token != null);
        return tags;
    }
}
