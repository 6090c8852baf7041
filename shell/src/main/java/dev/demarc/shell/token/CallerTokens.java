package dev.demarc.shell.token;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.access.Grant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * The tokens with which one part of the platform calls the others.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519, JSON Web Token</a>
 */
public final class CallerTokens {
    static final Duration LIFE = Duration.ofMinutes(1);
    static final String GRANT = "grant";
    private static final String BEARER = "Bearer ";

    private final Part caller;
    private final EdgeKey key;
    private final Clock clock;

    public CallerTokens(Part caller, EdgeKey key, Clock clock) {
        this.caller = caller;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The value of an Authorization header, for one call.
     *
     * @param grant what the call may see and do
     */
    public String authorization(Part audience, Grant grant) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(caller.id());
        claims.setAudience(audience.id());
        claims.setIssuedAt(date(now));
        claims.setExpirationTime(date(now.plus(LIFE)));
        claims.setStringClaim(GRANT, new String(Json.bytes(grant), StandardCharsets.UTF_8));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(key.key());
        signature.setPayload(claims.toJson());
        try {
            return BEARER + signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token for " + audience.id() + " could not be signed", e);
        }
    }

    private static NumericDate date(Instant at) {
        return NumericDate.fromMilliseconds(at.toEpochMilli());
    }
}
