package dev.demarc.scanner.collector;

import dev.demarc.scanner.aws.AwsClients;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Who manages the keys that resources of a region name. The aliases below {@code aws/} tell, which only services of AWS
 * can give: one call for all keys, where asking for each takes many.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key">AWS managed
 *     keys</a>
 */
final class KeyManagers {
    private static final String OF_AWS = "alias/aws/";

    private final Set<String> ofAws = new HashSet<>();

    static Joined<KeyManagers> join(AwsClients aws) {
        return Joined.read("kms:ListAliases", new KeyManagers(), Set.of(), () -> {
            KeyManagers managers = new KeyManagers();
            aws.client(KmsClient.class, KmsClient::builder).listAliasesPaginator().aliases().stream()
                    .filter(alias -> alias.aliasName().startsWith(OF_AWS) && alias.targetKeyId() != null)
                    .forEach(alias -> managers.ofAws.add(alias.targetKeyId()));
            return managers;
        });
    }

    /**
     * As KMS calls it: {@code AWS} or {@code CUSTOMER}; null where no key is named, which is one that AWS owns.
     *
     * @param arn of the key
     */
    @Nullable
    String of(@Nullable String arn) {
        if (arn == null) {
            return null;
        }
        return ofAws.contains(arn.substring(arn.lastIndexOf('/') + 1)) ? "AWS" : "CUSTOMER";
    }
}
