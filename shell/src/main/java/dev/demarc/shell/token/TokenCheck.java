package dev.demarc.shell.token;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.access.Grant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Tells whether a call comes from a part of the platform and is meant for this one, and what it may see and do. */
public final class TokenCheck {
    /** The most characters of a token, and so of a header that carries one. */
    public static final int LONGEST = 60_000;

    private static final String BEARER = "Bearer ";
    private static final int MOST_SKEW_SECONDS = 30;

    private final Part audience;
    private final EdgeKey key;
    private final Clock clock;

    /** What a check ended with. */
    public sealed interface Result {}

    /** The call is one of the platform's. */
    public record Accepted(Grant grant) implements Result {}

    /** It is not; {@code why} may be told to whoever made it. */
    public record Refused(String why) implements Result {}

    public TokenCheck(Part audience, EdgeKey key, Clock clock) {
        this.audience = audience;
        this.key = key;
        this.clock = clock;
    }

    /** @param authorization the header of that name */
    public Result check(@Nullable String authorization) {
        if (authorization == null) {
            return new Refused("Authorization is missing; accepted: a token of the platform for " + audience.id());
        }
        if (!authorization.startsWith(BEARER) || authorization.length() > LONGEST) {
            return new Refused(
                    "Authorization is no bearer token; accepted: a token of the platform for " + audience.id());
        }
        try {
            JwtClaims claims = consumer().processToClaims(authorization.substring(BEARER.length()));
            return new Accepted(grant(claims));
        } catch (InvalidJwtException e) {
            return refused(e.hasExpired() ? "it has expired" : "not of this platform, or for another part");
        } catch (MalformedClaimException | MalformedRecordException e) {
            return refused("its grant is not understood");
        }
    }

    private static Grant grant(JwtClaims claims) throws MalformedClaimException {
        String grant = claims.getStringClaimValue(CallerTokens.GRANT);
        if (grant == null) {
            throw new MalformedClaimException("there is no grant");
        }
        return Json.read(grant.getBytes(StandardCharsets.UTF_8), Grant.class);
    }

    private Refused refused(String why) {
        return new Refused(
                "The token is not accepted here (%s); accepted: one that the platform signed for %s and that is still valid"
                        .formatted(why, audience.id()));
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKey(key.key())
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setExpectedAudience(audience.id())
                .setExpectedIssuers(
                        true, Arrays.stream(Part.values()).map(Part::id).toArray(String[]::new))
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setMaxFutureValidityInMinutes(5)
                .setAllowedClockSkewInSeconds(MOST_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }
}
