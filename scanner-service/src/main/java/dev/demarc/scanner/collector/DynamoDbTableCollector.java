package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
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
    public Set<String> joins() {
        return Set.of("AWS::KMS::Key");
    }

    @Override
    public void read(Reading reading) {
        DynamoDbClient dynamo = reading.aws().client(DynamoDbClient.class, DynamoDbClient::builder);
        Joined<KeyManagers> keys = KeyManagers.join(reading.aws());
        reading.each(
                "dynamodb:ListTables",
                () -> dynamo.listTablesPaginator().tableNames().stream(),
                name -> item(reading, dynamo, name, keys));
    }

    private static ItemBuilder item(Reading reading, DynamoDbClient dynamo, String name, Joined<KeyManagers> keys) {
        String arn = reading.arn("dynamodb", "table/" + name);
        AtomicReference<@Nullable TableDescription> table = new AtomicReference<>();
        return reading.item(name)
                .arn(arn)
                .name(name)
                .configuration("dynamodb:DescribeTable", () -> {
                    TableDescription described = dynamo.describeTable(request -> request.tableName(name))
                            .table();
                    table.set(described);
                    return canonical(described);
                })
                .detail("keyManager", keys, () -> keys.value().of(key(table.get())))
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

    private static @Nullable String key(@Nullable TableDescription table) {
        SSEDescription encryption = table == null ? null : table.sseDescription();
        return encryption == null ? null : encryption.kmsMasterKeyArn();
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
