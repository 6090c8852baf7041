package dev.demarc.scanner;

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

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        String key = ConfigProvider.getConfig().getValue("demarc.edge.key", String.class);
        CallerTokens gateway = new CallerTokens(Part.GATEWAY, EdgeKey.of(key), Clock.systemUTC());
        RestAssured.replaceFiltersWith((request, response, chain) -> {
            if (!request.getHeaders().hasHeaderWithName(AUTHORIZATION)) {
                request.header(
                        AUTHORIZATION,
                        gateway.authorization(Part.SCANNER, Grant.everything(new Person(null, "tests"))));
            }
            return chain.next(request, response);
        });
    }
}
