package dev.demarc.scanner.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The clients of one account in one region, each made when first asked for; safe for many threads. */
public final class AwsClients {
    private final AwsAccess access;
    private final String account;
    private final String region;
    private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

    AwsClients(AwsAccess access, String account, String region) {
        this.access = access;
        this.account = account;
        this.region = region;
    }

    /** {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public String partition() {
        return access.partition();
    }

    /** The same account in another region. */
    public AwsClients in(String otherRegion) {
        return access.clients(account, otherRegion);
    }

    /** The client of a service that wants no special settings: {@code client(RdsClient.class, RdsClient::builder)}. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C client(
            Class<C> type, Supplier<B> builder) {
        return kept(type, () -> access.configure(builder.get(), account, region).build());
    }

    public AccountClient account() {
        return client(AccountClient.class, AccountClient::builder);
    }

    public Ec2Client ec2() {
        return client(Ec2Client.class, Ec2Client::builder);
    }

    public IamClient iam() {
        return client(IamClient.class, IamClient::builder);
    }

    public S3Client s3() {
        return kept(S3Client.class, () -> access.configure(S3Client.builder(), account, region)
                .forcePathStyle(access.endpoint().isPresent())
                .build());
    }

    /** Against an endpoint of one's own, the account is not put before its host name. */
    public S3ControlClient s3control() {
        return kept(S3ControlClient.class, () -> {
            S3ControlClientBuilder builder = access.configure(S3ControlClient.builder(), account, region);
            access.endpoint()
                    .ifPresent(url ->
                            builder.endpointProvider(ignored -> java.util.concurrent.CompletableFuture.completedFuture(
                                    Endpoint.builder().url(url).build())));
            return builder.build();
        });
    }

    public SsmClient ssm() {
        return client(SsmClient.class, SsmClient::builder);
    }

    private <C extends SdkClient> C kept(Class<C> type, Supplier<C> make) {
        return type.cast(clients.computeIfAbsent(type, ignored -> make.get()));
    }
}
