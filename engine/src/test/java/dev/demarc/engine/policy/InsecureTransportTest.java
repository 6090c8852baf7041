package dev.demarc.engine.policy;

import static dev.demarc.engine.policy.Policies.denyInsecure;
import static dev.demarc.engine.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a policy denies what comes without TLS. */
class InsecureTransportTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*','Action':'s3:*','Resource':['arn:aws:s3:::b','arn:aws:s3:::b/*']",
                "'Principal':{'AWS':'*'},'Action':'*','Resource':'*'",
                "'Principal':'*','Action':['s3:*'],'Resource':'arn:aws:s3:::b*'",
                "'Principal':'*','Action':'sqs:*','Resource':'arn:aws:sqs:eu-central-1:111122223333:q'"
            })
    void deniesInsecureTransportToEveryoneForEverything(String statement) {
        assertThat(denyInsecure(statement, "{'Bool':{'aws:SecureTransport':'false'}}")
                        .deniesInsecureTransport())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b'",
                "'Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b/*'",
                "'Principal':'*','Action':'s3:*','Resource':['arn:aws:s3:::b','arn:aws:s3:::b/public/*']",
                "'Principal':'*','Action':'s3:GetObject','Resource':'*'",
                "'Principal':'*','NotAction':'s3:GetObject','Resource':'*'",
                "'Principal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'",
                "'NotPrincipal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'"
            })
    void toleratesInsecureTransportWhereTheDenialIsAboutLess(String statement) {
        assertThat(denyInsecure(statement, "{'Bool':{'aws:SecureTransport':'false'}}")
                        .deniesInsecureTransport())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Bool':{'aws:SecureTransport':'true'}}",
                "{'Bool':{'aws:SecureTransport':'false','aws:ViaAWSService':'false'}}",
                "{'NumericLessThan':{'s3:TlsVersion':'1.2'}}",
                "{'StringEquals':{'aws:SecureTransport':'x'}}"
            })
    void toleratesInsecureTransportWhereTheConditionIsAnother(String condition) {
        assertThat(denyInsecure("'Principal':'*','Action':'s3:*','Resource':'*'", condition)
                        .deniesInsecureTransport())
                .isFalse();
    }

    @Test
    void deniesInsecureTransportByABooleanAndByTwoStatements() {
        PolicyDocument policy = policy("""
                {'Statement':[
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b',
                   'Condition':{'Bool':{'aws:SecureTransport':false}}},
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b/*',
                   'Condition':{'BoolIfExists':{'AWS:SecureTransport':['false']}}}]}
                """);

        assertThat(policy.deniesInsecureTransport()).isTrue();
    }
}
