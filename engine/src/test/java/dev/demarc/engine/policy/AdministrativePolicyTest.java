package dev.demarc.engine.policy;

import static dev.demarc.engine.policy.Policies.identity;
import static dev.demarc.engine.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether an identity's policy allows everything, or all of a service. */
class AdministrativePolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'*','Resource':'*'}",
                "{'Effect':'Allow','Action':['s3:Get*','*:*'],'Resource':['arn:aws:s3:::b','*']}",
                "{'Effect':'Allow','NotAction':'aws-portal:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}",
                "{'Effect':'Allow','Action':'*','NotResource':[]}"
            })
    void isAdministrative(String statement) {
        assertThat(policy("{'Statement':[" + statement + "]}").isAdministrative())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'s3:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b'}",
                "{'Effect':'Deny','Action':'*','Resource':'*'}",
                "{'Effect':'Allow','NotAction':['iam:*','organizations:*','account:*'],'Resource':'*'}",
                "{'Effect':'Allow','NotAction':'iam:CreateUser','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','NotResource':'arn:aws:iam::*:*'}"
            })
    void isNotAdministrative(String statement) {
        assertThat(policy("{'Statement':" + statement + "}").isAdministrative()).isFalse();
    }

    @Test
    void isNotAdministrativeWhereAllIsDeniedAgain() {
        PolicyDocument policy = policy("""
                {'Statement':[
                  {'Effect':'Allow','Action':'*','Resource':'*'},
                  {'Effect':'Deny','Action':'*','Resource':'*'}]}
                """);
        PolicyDocument withoutMfa = policy("""
                {'Statement':[
                  {'Effect':'Allow','Action':'*','Resource':'*'},
                  {'Effect':'Deny','Action':'*','Resource':'*',
                   'Condition':{'StringNotEquals':{'aws:PrincipalAccount':'111122223333'}}}]}
                """);

        assertThat(policy.isAdministrative()).isFalse();
        assertThat(withoutMfa.isAdministrative()).isTrue();
    }

    @Test
    void allowsAllOfAService() {
        assertThat(identity("'Action':'kms:*'").allowsAll("kms:*")).isTrue();
        assertThat(identity("'Action':'KMS:*'").allowsAll("kms:*")).isTrue();
        assertThat(identity("'Action':'*'").allowsAll("kms:*")).isTrue();
        assertThat(identity("'Action':'k*'").allowsAll("kms:*")).isTrue();
        assertThat(identity("'NotAction':'s3:*'").allowsAll("kms:*")).isTrue();
        assertThat(identity("'Action':'kms:Decrypt'").allowsAll("kms:*")).isFalse();
        assertThat(identity("'NotAction':'kms:Decrypt'").allowsAll("kms:*")).isFalse();
        assertThat(identity("'Action':'sts:AssumeRole'").allowsAll("sts:AssumeRole"))
                .isTrue();
    }
}
