package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Secrets with their rotation and policy; their values are never asked for. */
@Singleton
public final class SecretCollector implements Collector {
    @Override
    public String type() {
        return "AWS::SecretsManager::Secret";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public void read(Reading reading) {
        SecretsManagerClient secrets = reading.aws().client(SecretsManagerClient.class, SecretsManagerClient::builder);
        reading.each(
                "secretsmanager:ListSecrets",
                () -> secrets.listSecretsPaginator().stream().flatMap(page -> page.secretList().stream()),
                secret -> item(reading, secrets, secret));
    }

    private static ItemBuilder item(Reading reading, SecretsManagerClient secrets, SecretListEntry secret) {
        return reading.item(secret.arn())
                .arn(secret.arn())
                .name(secret.name())
                .configuration(Members.only(
                        canonical(secret),
                        "arn",
                        "createdDate",
                        "kmsKeyId",
                        "lastAccessedDate",
                        "lastChangedDate",
                        "lastRotatedDate",
                        "name",
                        "owningService",
                        "primaryRegion",
                        "rotationEnabled",
                        "rotationLambdaARN",
                        "rotationRules"))
                .tags(secret.tags(), Tag::key, Tag::value)
                .detail(
                        "resourcePolicy",
                        "secretsmanager:GetResourcePolicy",
                        () -> document(secrets.getResourcePolicy(request -> request.secretId(secret.arn()))
                                .resourcePolicy()));
    }

    private static @Nullable Object document(@Nullable String policy) {
        return policy == null ? null : Documents.parse(policy);
    }
}
