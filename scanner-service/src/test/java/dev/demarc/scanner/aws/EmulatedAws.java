package dev.demarc.scanner.aws;

import dev.demarc.contracts.resource.Scope;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The emulator, empty before each test, with a proxy before it for what the test wants answered otherwise. */
public final class EmulatedAws implements BeforeEachCallback, AfterEachCallback {
    public static final String REGION = "eu-central-1";

    private final Moto moto = Moto.start();
    private final AwsProxy proxy = new AwsProxy(moto);

    public Moto moto() {
        return moto;
    }

    public AwsProxy proxy() {
        return proxy;
    }

    /** Clients of the emulated account that go past the proxy, to make what a test reads. */
    public AwsClients clients(String region) {
        return new AwsAccess(FixedAwsConfig.at(moto.endpoint()), new ReplicaShare()).clients(Moto.ACCOUNT, region);
    }

    /** All of one type in the emulated account's region. */
    public Scope scope(String type) {
        return new Scope(Moto.ACCOUNT, REGION, type);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        moto.reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        proxy.close();
    }
}
