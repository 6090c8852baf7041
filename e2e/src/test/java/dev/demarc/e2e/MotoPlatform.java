package dev.demarc.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A platform that logs all it can, after a scan of an emulated account from the command line, shared by tests; they are
 * skipped where the emulator is not installed, but never in CI.
 */
final class MotoPlatform implements ParameterResolver, ExecutionCondition {
    private static final Duration TIME_TO_JUDGE = Duration.ofMinutes(2);

    /** What the emulator answers whole. */
    private static final String TYPES =
            "AWS::::Account,AWS::EC2::Instance,AWS::EC2::SecurityGroup,AWS::IAM::User,AWS::S3::Bucket";

    /** The account twice, its users, and three types in one region. */
    private static final int SCOPES = 6;

    private static final String CALLERS_SECRET = "callers-secret-key-4f1b7d0c9a";
    private static final String CALLERS_SESSION = "callers-session-token-93d27ea1b6";

    /**
     * A scanned account.
     *
     * @param status what {@code ./demarc scan} ended with
     * @param printed what it printed
     * @param markers what must have stayed in the account
     */
    record Scanned(Demarc demarc, Moto moto, int status, Path printed, List<String> markers) implements AutoCloseable {
        Scanned {
            markers = List.copyOf(markers);
        }

        @Override
        public void close() throws IOException {
            demarc.close();
            moto.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Moto.isInstalled() || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled("an account can be emulated")
                : ConditionEvaluationResult.disabled("moto_server is not installed (pip install 'moto[server]')");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scanned.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(MotoPlatform.class))
                .computeIfAbsent(Scanned.class, none -> start(), Scanned.class);
    }

    private static Scanned start() {
        Moto moto = Moto.start();
        try {
            List<String> markers = new ArrayList<>(PlantedAccount.in(moto));
            markers.add(CALLERS_SECRET);
            markers.add(CALLERS_SESSION);
            Demarc demarc = Demarc.up("moto", Map.of("QUARKUS_LOG_LEVEL", "TRACE"), "--no-sample");
            return scanned(demarc, moto, markers);
        } catch (RuntimeException | AssertionError e) {
            moto.close();
            throw e;
        }
    }

    private static Scanned scanned(Demarc demarc, Moto moto, List<String> markers) {
        Path printed = Path.of("target", "moto-scan.log").toAbsolutePath();
        Map<String, String> caller = Map.of(
                "AWS_ENDPOINT_URL",
                moto.endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                CALLERS_SECRET,
                "AWS_SESSION_TOKEN",
                CALLERS_SESSION,
                "JAVA_TOOL_OPTIONS",
                "-Dquarkus.log.level=TRACE");
        int status = demarc.run(
                printed,
                caller,
                "scan",
                "--accounts",
                Moto.ACCOUNT,
                "--regions",
                "global," + Moto.REGION,
                "--types",
                TYPES);
        await().atMost(TIME_TO_JUDGE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> scopesRead(demarc) == SCOPES);
        return new Scanned(demarc, moto, status, printed, markers);
    }

    private static int scopesRead(Demarc demarc) {
        return demarc.get("/api/v1/accounts/" + Moto.ACCOUNT)
                .at("/scorecard/scopesRead")
                .asInt();
    }
}
