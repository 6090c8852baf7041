package dev.demarc.shell.token;

import java.time.Clock;
import java.util.Arrays;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Tells whether a call comes from a part of the platform and is meant for this one. */
public final class TokenCheck {
    private static final String BEARER = "Bearer ";
    private static final int MOST_SKEW_SECONDS = 30;
    private static final int LONGEST = 4096;

    private final Part audience;
    private final EdgeKey key;
    private final Clock clock;

    public TokenCheck(Part audience, EdgeKey key, Clock clock) {
        this.audience = audience;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param authorization the header of that name
     * @return why the call is refused, null where it is not
     */
    public @Nullable String refusal(@Nullable String authorization) {
        if (authorization == null) {
            return "Authorization is missing; accepted: a token of the platform for " + audience.id();
        }
        if (!authorization.startsWith(BEARER) || authorization.length() > LONGEST) {
            return "Authorization is no bearer token; accepted: a token of the platform for " + audience.id();
        }
        try {
            consumer().processToClaims(authorization.substring(BEARER.length()));
            return null;
        } catch (InvalidJwtException e) {
            return "The token is not accepted here (%s); accepted: one that the platform signed for %s and that is still valid"
                    .formatted(
                            e.hasExpired() ? "it has expired" : "not of this platform, or for another part",
                            audience.id());
        }
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
