package dev.demarc.scanner.collector;

import static dev.demarc.scanner.canonical.CanonicalForm.canonical;

import dev.demarc.scanner.canonical.Documents;
import dev.demarc.scanner.canonical.Members;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.Tag;

/** Private ECR repositories, with who may pull from them and how their images are scanned. */
@Singleton
public final class EcrRepositoryCollector implements Collector {
    private static final Set<String> NO_POLICY = Set.of("RepositoryPolicyNotFoundException");
    private static final Set<String> NO_LIFECYCLE = Set.of("LifecyclePolicyNotFoundException");

    @Override
    public String type() {
        return "AWS::ECR::Repository";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.REGIONAL);
    }

    @Override
    public Set<String> joins() {
        return Set.of("AWS::ECR::RegistryScanningConfiguration");
    }

    @Override
    public void read(Reading reading) {
        EcrClient ecr = reading.aws().client(EcrClient.class, EcrClient::builder);
        reading.each(
                "ecr:DescribeRepositories",
                () -> ecr.describeRepositoriesPaginator().repositories().stream(),
                repository -> item(reading, ecr, repository));
    }

    private static ItemBuilder item(Reading reading, EcrClient ecr, Repository repository) {
        String name = repository.repositoryName();
        return reading.item(name)
                .arn(repository.repositoryArn())
                .name(name)
                .configuration(canonical(repository))
                .tags("ecr:ListTagsForResource", Set.of(), Tag::key, Tag::value, () -> ecr.listTagsForResource(
                                request -> request.resourceArn(repository.repositoryArn()))
                        .tags())
                .detail(
                        "repositoryPolicy",
                        "ecr:GetRepositoryPolicy",
                        NO_POLICY,
                        () -> Documents.parse(ecr.getRepositoryPolicy(request -> request.repositoryName(name))
                                .policyText()))
                .detail(
                        "lifecyclePolicy",
                        "ecr:GetLifecyclePolicy",
                        NO_LIFECYCLE,
                        () -> Documents.parse(ecr.getLifecyclePolicy(request -> request.repositoryName(name))
                                .lifecyclePolicyText()))
                .detail(
                        "scanningConfiguration",
                        "ecr:BatchGetRepositoryScanningConfiguration",
                        () -> scanning(ecr, name));
    }

    /** As the rules of the registry make it for this repository; AWS works that out itself. */
    private static @Nullable Object scanning(EcrClient ecr, String repository) {
        return ecr
                .batchGetRepositoryScanningConfiguration(request -> request.repositoryNames(repository))
                .scanningConfigurations()
                .stream()
                .findFirst()
                .map(scanning -> Members.only(canonical(scanning), "scanOnPush", "scanFrequency"))
                .orElse(null);
    }
}
