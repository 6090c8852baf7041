package dev.demarc.engine.policy;

import static dev.demarc.engine.policy.Policies.allowAndDeny;
import static dev.demarc.engine.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a denial takes back of what a policy lets everyone do. */
class DenialTest {
    @Test
    void isNotPublicThroughADenial() {
        assertThat(policy("{'Statement':[{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}]}")
                        .allowsPublic())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}",
                ",'Condition':{'StringNotEqualsIfExists':{'aws:SourceVpc':'vpc-0a1b2c3d'}}",
                ",'Condition':{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
                ",'Condition':{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'},"
                        + "'StringNotEquals':{'aws:SourceVpce':'vpce-0a1b2c3d'}}",
                ",'Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'},"
                        + "'Bool':{'aws:PrincipalIsAWSService':'false'}}",
                ",'Condition':{'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:role/*'}}"
            })
    void isNotPublicWhereADenialTakesItBack(String condition) {
        assertThat(allowAndDeny(condition).allowsPublic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'Condition':{'Bool':{'aws:SecureTransport':'false'}}",
                ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}",
                ",'Condition':{'NotIpAddress':{'aws:SourceIp':'0.0.0.0/0'}}",
                ",'Condition':{'StringNotLike':{'aws:PrincipalAccount':'*'}}",
                ",'Condition':{'ForAnyValue:StringNotLike':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/*'}}",
                ",'Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'},"
                        + "'Bool':{'aws:SecureTransport':'false'}}"
            })
    void isPublicWhereADenialLeavesARest(String condition) {
        assertThat(allowAndDeny(condition).allowsPublic()).isTrue();
    }

    @Test
    void isPublicWhereADenialIsAboutLess() {
        PolicyDocument fewerActions = policy("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':['s3:GetObject','s3:PutObject'],'Resource':'*'},
                  {'Effect':'Deny','Principal':'*','Action':'s3:Put*','Resource':'*'}]}
                """);
        PolicyDocument fewerResources = policy("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'},
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b/secret/*'}]}
                """);
        PolicyDocument fewerPrincipals = policy("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'},
                  {'Effect':'Deny','Principal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'}]}
                """);

        assertThat(fewerActions.allowsPublic()).isTrue();
        assertThat(fewerResources.allowsPublic()).isTrue();
        assertThat(fewerPrincipals.allowsPublic()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'{AWS:[111122223333]}', false",
        "'{AWS:[111122223333],Service:[s3.amazonaws.com]}', false",
        "'{Service:[s3.amazonaws.com]}', false",
        "'{AWS:[*]}', true"
    })
    void isNotPublicWhereADenialSparesOnlyNamedOnes(String spared, boolean isPublic) {
        PolicyDocument document = policy("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'},
                  {'Effect':'Deny','NotPrincipal':%s,'Action':'s3:*','Resource':'*'}]}
                """.formatted(spared.replaceAll("([\\w.*]+)", "'$1'")));

        assertThat(document.allowsPublic()).isEqualTo(isPublic);
    }
}
