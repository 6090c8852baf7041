package dev.demarc.contracts.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Require;
import java.util.regex.Pattern;

/**
 * What one listing reads as a whole, and what one Kafka partition holds; written {@code account/region/type}, as in
 * {@code 111122223333/eu-central-1/AWS::S3::Bucket}. Region {@code global} for types that AWS keeps once an account.
 */
public record Scope(String account, String region, String type) {
    public static final String GLOBAL = "global";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("global|[a-z]{2}(-[a-z]+)+-\\d{1,2}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9]+::[A-Za-z0-9]*::[A-Za-z0-9]+");

    public Scope {
        Require.matching(ACCOUNT, account, "account", "12 digits");
        Require.matching(REGION, region, "region", "a region such as eu-central-1, or global");
        Require.matching(TYPE, type, "type", "a type such as AWS::S3::Bucket");
    }

    @JsonCreator
    public static Scope parse(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("scope is '%s'; accepted: account/region/type".formatted(text));
        }
        return new Scope(parts[0], parts[1], parts[2]);
    }

    @JsonValue
    @Override
    public String toString() {
        return account + '/' + region + '/' + type;
    }
}
