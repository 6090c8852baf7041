package dev.demarc.scanner.iam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** Which actions of IAM a call of the SDK needs: by its name, or as {@code iam/actions.properties} says. */
final class Actions {
    private final Properties said = new Properties();

    Actions() {
        try (InputStream in = Objects.requireNonNull(Actions.class.getResourceAsStream("/iam/actions.properties"))) {
            said.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param client such as {@code S3Client}
     * @param method such as {@code listBucketsPaginator}
     */
    Stream<Action> of(String client, String method) {
        String service = client.replaceFirst("Client$", "");
        String operation = method.replaceFirst("Paginator$", "");
        String name = operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
        String prefix = said.getProperty(service, service.toLowerCase(Locale.ROOT));
        return Arrays.stream(said.getProperty(service + "." + operation, prefix + ":" + name)
                        .split(", "))
                .map(Action::parse);
    }
}
