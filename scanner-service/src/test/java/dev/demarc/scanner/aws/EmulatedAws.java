package dev.demarc.scanner.aws;

import dev.demarc.contracts.resource.Scope;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/** The emulator, empty before each test, with a proxy before it for what the test wants answered otherwise. */
public final class EmulatedAws implements BeforeEachCallback, AfterEachCallback {
    public static final String REGION = "eu-central-1";

    private static final Map<URI, AwsAccess> ACCESSES = new ConcurrentHashMap<>();

    private final Moto moto = Moto.start();
    private final AwsProxy proxy = AwsProxy.before(moto);

    public Moto moto() {
        return moto;
    }

    public AwsProxy proxy() {
        return proxy;
    }

    /** Clients of the emulated account that go past the proxy, to make what a test reads. */
    public AwsClients clients(String region) {
        return access(moto.endpoint()).clients(Moto.ACCOUNT, region);
    }

    /** All of one type in the emulated account's region. */
    public Scope scope(String type) {
        return new Scope(Moto.ACCOUNT, REGION, type);
    }

    /** The way to an endpoint, one for all tests of this JVM: its clients take long to make. */
    public static AwsAccess access(URI endpoint) {
        return ACCESSES.computeIfAbsent(endpoint, place -> new AwsAccess(FixedAwsConfig.at(place), new ReplicaShare()));
    }

    /** Makes an organisation of the emulated account; its id. */
    public String organization() {
        try (OrganizationsClient organizations = access(moto.endpoint()).organizations()) {
            return organizations
                    .createOrganization(request -> request.featureSet(OrganizationFeatureSet.ALL))
                    .organization()
                    .id();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        moto.reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        proxy.forget();
    }
}
