package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;

/** Identity providers that people sign in through, and until when AWS trusts them. */
@Singleton
public final class IamSamlProviderCollector implements Collector {
    @Override
    public String type() {
        return "AWS::IAM::SAMLProvider";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.GLOBAL);
    }

    @Override
    public void read(Reading reading) {
        IamClient iam = reading.aws().iam();
        reading.each(
                "iam:ListSAMLProviders",
                () -> iam.listSAMLProviders(request -> {}).samlProviderList().stream(),
                provider -> reading.item(provider.arn())
                        .arn(provider.arn())
                        .name(provider.arn().substring(provider.arn().lastIndexOf('/') + 1))
                        .configuration(Members.only(canonical(provider), "arn", "createDate", "validUntil")));
    }
}
