package dev.demarc.scanner.aws;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The way into accounts: the default credential chain for the caller's own, the read-only role with its external id
 * for every other, its session kept until shortly before it expires.
 */
@Singleton
public final class AwsAccess {
    private static final String SESSION_NAME = "demarc-scanner";
    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_CLIENTS = 128;
    private static final Duration IDLE_CLIENTS = Duration.ofMinutes(10);
    private static final int MOST_SESSIONS = 1_000;
    private static final Duration IDLE_SESSION = Duration.ofHours(1);

    private final AwsConfig config;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final AwsCredentialsProvider own =
            DefaultCredentialsProvider.builder().build();
    /** Ends calls that take too long; one for all clients, so that none has threads of its own to be closed. */
    private final ScheduledExecutorService timeouts = Executors.newScheduledThreadPool(2, AwsAccess::daemon);

    private final IdleCache<AwsCredentialsProvider> sessions =
            new IdleCache<>(MOST_SESSIONS, IDLE_SESSION, System::nanoTime);
    private final IdleCache<AwsClients> clients = new IdleCache<>(MOST_CLIENTS, IDLE_CLIENTS, System::nanoTime);
    private final RateBudgets budgets;
    private volatile @Nullable Identity identity;
    private @Nullable StsClient sts;

    /** Who the caller is. */
    public record Identity(String account, String partition) {}

    public AwsAccess(AwsConfig config, ReplicaShare share) {
        this.config = config;
        this.budgets = new RateBudgets(() -> new RateBudget(config.callsPerSecond(), share::value));
    }

    /** @param region a region's name, or {@code global} for the home region */
    public AwsClients clients(String account, String region) {
        String place = region.equals("global") ? config.homeRegion() : region;
        return clients.get(account + "/" + place, () -> new AwsClients(this, account, place));
    }

    /** Asks STS who the caller is, once. */
    public Identity identity() {
        Identity known = identity;
        if (known == null) {
            GetCallerIdentityResponse answer = sts().getCallerIdentity();
            known = new Identity(answer.account(), answer.arn().split(":", 3)[1]);
            identity = known;
        }
        return known;
    }

    String partition() {
        return identity().partition();
    }

    Optional<URI> endpoint() {
        return config.endpoint();
    }

    OrganizationsClient organizations() {
        return configure(OrganizationsClient.builder(), identity().account(), config.homeRegion())
                .build();
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B configure(
            B builder, String account, String region) {
        return configure(
                builder,
                credentials(account),
                account + "/" + region + "/" + builder.getClass().getName(),
                region);
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B configure(
            B builder, AwsCredentialsProvider credentials, String budget, String region) {
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.httpClient(http)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.ADAPTIVE_V2)
                        .apiCallTimeout(CALL_TIMEOUT)
                        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .scheduledExecutorService(timeouts)
                        .addExecutionInterceptor(budgets.of(budget)));
    }

    private synchronized StsClient sts() {
        StsClient made = sts;
        if (made == null) {
            made = configure(StsClient.builder(), own, "sts", config.homeRegion())
                    .build();
            sts = made;
        }
        return made;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demarc-aws-timeouts");
        thread.setDaemon(true);
        return thread;
    }

    private AwsCredentialsProvider credentials(String account) {
        Identity caller = identity();
        return account.equals(caller.account()) ? own : sessions.get(account, () -> session(account));
    }

    private AwsCredentialsProvider session(String account) {
        String role = "arn:%s:iam::%s:role/%s".formatted(partition(), account, config.roleName());
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts())
                .refreshRequest(request -> request.roleArn(role)
                        .roleSessionName(SESSION_NAME)
                        .externalId(config.externalId().orElse(null)))
                .build();
    }
}
