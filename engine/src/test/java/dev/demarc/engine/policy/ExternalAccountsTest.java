package dev.demarc.engine.policy;

import static dev.demarc.engine.policy.Policies.allow;
import static dev.demarc.engine.policy.Policies.allowAndDeny;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which accounts a policy lets in beside its own. */
class ExternalAccountsTest {
    private static final String OWN = "111122223333";

    @Test
    void namesTheAccountsThatAreLetIn() {
        PolicyDocument policy = allow(
                "{'AWS':['arn:aws:iam::444455556666:root','777788889999','111122223333','222233334444'],"
                        + "'Service':'s3.amazonaws.com'}",
                "");

        assertThat(policy.externalAccounts(OWN, List.of("222233334444")))
                .containsExactly("444455556666", "777788889999");
    }

    @Test
    void namesEveryoneAmongAccounts() {
        assertThat(allow("'*'", "").externalAccounts(OWN, List.of())).containsExactly("*");
    }

    @Test
    void namesThoseToWhomConditionsNarrowEveryone() {
        PolicyDocument byAccount =
                allow("'*'", ",'Condition':{'StringEquals':{'aws:PrincipalAccount':['111122223333','444455556666']}}");
        PolicyDocument byArn =
                allow("'*'", ",'Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/*'}}");
        PolicyDocument byNetwork = allow("'*'", ",'Condition':{'StringEquals':{'aws:SourceVpc':'vpc-0a1b2c3d'}}");
        PolicyDocument byDenial =
                allowAndDeny(",'Condition':{'StringNotEquals':{'aws:PrincipalAccount':'444455556666'}}");
        PolicyDocument byTotalDenial = allowAndDeny("");

        assertThat(byAccount.externalAccounts(OWN, List.of())).containsExactly("444455556666");
        assertThat(byArn.externalAccounts(OWN, List.of())).containsExactly("444455556666");
        assertThat(byNetwork.externalAccounts(OWN, List.of())).isEmpty();
        assertThat(byDenial.externalAccounts(OWN, List.of())).containsExactly("444455556666");
        assertThat(byTotalDenial.externalAccounts(OWN, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'sts:ExternalId':'a1b2'}}",
                "{'StringEquals':{'STS:externalid':['masked','masked']}}",
                "{'Bool':{'aws:MultiFactorAuthPresent':'true'},'StringLike':{'sts:ExternalId':'a1*'}}"
            })
    void leavesOutAccountsThatHaveToSayAnExternalId(String condition) {
        PolicyDocument policy = allow("{'AWS':'444455556666'}", ",'Condition':" + condition);

        assertThat(policy.externalAccounts(OWN, List.of(), List.of("sts:ExternalId")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringNotEquals':{'sts:ExternalId':'a1b2'}}",
                "{'StringEqualsIfExists':{'sts:ExternalId':'a1b2'}}",
                "{'StringLike':{'sts:ExternalId':'*'}}",
                "{'StringEquals':{'aws:PrincipalTag/team':'ops'}}"
            })
    void namesAccountsThatNeedNotSayAnExternalId(String condition) {
        PolicyDocument policy = allow("{'AWS':'444455556666'}", ",'Condition':" + condition);

        assertThat(policy.externalAccounts(OWN, List.of(), List.of("sts:ExternalId")))
                .containsExactly("444455556666");
    }

    @Test
    void namesProvidersAndCanonicalUsers() {
        PolicyDocument policy = allow(
                "{'Federated':['accounts.google.com','arn:aws:iam::444455556666:saml-provider/idp'],'CanonicalUser':'abc'}",
                "");

        assertThat(policy.externalAccounts(OWN, List.of()))
                .containsExactlyInAnyOrder("accounts.google.com", "444455556666", "abc");
    }

    @Test
    void namesTheOrganisationOfAPathInIt() {
        PolicyDocument document = Policies.policy("""
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*',
                  'Condition':{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/r-ab12/*'}}}}
                """);

        assertThat(document.externalAccounts("111122223333", List.of())).containsExactly("o-a1b2c3d4e5");
    }

    @Test
    void namesWhomADenialSpares() {
        PolicyDocument document = Policies.policy("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'},
                  {'Effect':'Deny','NotPrincipal':{'AWS':['444455556666','111122223333']},'Action':'s3:*','Resource':'*'}]}
                """);

        assertThat(document.externalAccounts("111122223333", List.of())).containsExactly("444455556666");
    }

    @Test
    void doesNotTakeAnyOrganisationForADemandedOne() {
        PolicyDocument document = Policies.policy("""
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':'*',
                  'Condition':{'StringLike':{'aws:PrincipalOrgID':'o-*'}}}}
                """);

        assertThat(document.externalAccounts("111122223333", List.of(), List.of("aws:PrincipalOrgID")))
                .containsExactly("*");
    }
}
