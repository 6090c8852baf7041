package dev.demarc.shell.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    static final Duration LIFE = Duration.ofMinutes(2);
    private static final String BEARER = "Bearer ";

    private final Part caller;
    private final EdgeKey key;
    private final Clock clock;
    private final Map<Part, Issued> issued = new ConcurrentHashMap<>();

    private record Issued(String header, Instant renewAt) {}

    public CallerTokens(Part caller, EdgeKey key, Clock clock) {
        this.caller = caller;
        this.key = key;
        this.clock = clock;
    }

    /** The value of an Authorization header that the audience accepts for at least another minute. */
    public String authorization(Part audience) {
        Instant now = clock.instant();
        return issued.compute(
                        audience,
                        (to, known) -> known != null && now.isBefore(known.renewAt())
                                ? known
                                : new Issued(BEARER + issue(to, now), now.plus(LIFE.dividedBy(2))))
                .header();
    }

    private String issue(Part audience, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(caller.id());
        claims.setAudience(audience.id());
        claims.setIssuedAt(date(now));
        claims.setExpirationTime(date(now.plus(LIFE)));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(key.key());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token for " + audience.id() + " could not be signed", e);
        }
    }

    private static NumericDate date(Instant at) {
        return NumericDate.fromMilliseconds(at.toEpochMilli());
    }
}
