package dev.demarc.assessment;

import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Person;
import dev.demarc.shell.token.CallerTokens;
import dev.demarc.shell.token.EdgeKey;
import dev.demarc.shell.token.Part;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives the requests of tests the token of the gateway, as all that reaches this service has one. */
public final class CalledByTheGateway implements QuarkusTestBeforeEachCallback {
    private static final String AUTHORIZATION = "Authorization";

    private static final Grant EVERYTHING = Grant.everything(new Person(null, "tests"));

    private static volatile Grant granted = EVERYTHING;

    /** The requests of the rest of this test are made by somebody with this grant. */
    public static void as(Grant grant) {
        granted = grant;
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        granted = EVERYTHING;
        String key = ConfigProvider.getConfig().getValue("demarc.edge.key", String.class);
        CallerTokens gateway = new CallerTokens(Part.GATEWAY, EdgeKey.of(key), Clock.systemUTC());
        RestAssured.replaceFiltersWith((request, response, chain) -> {
            if (!request.getHeaders().hasHeaderWithName(AUTHORIZATION)) {
                request.header(AUTHORIZATION, gateway.authorization(Part.ASSESSMENT, granted));
            }
            return chain.next(request, response);
        });
    }
}
