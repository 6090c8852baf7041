package dev.demarc.engine.policy;

import static dev.demarc.engine.policy.Policies.allow;
import static dev.demarc.engine.policy.Policies.allowAction;
import static dev.demarc.engine.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a policy lets in: everyone, or only whom it names. */
class PublicPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'*'",
                "['*']",
                "{'AWS':'*'}",
                "{'AWS':['arn:aws:iam::111122223333:root','*']}",
                "{'Service':'s3.amazonaws.com','AWS':'*'}",
                "{'*':'*'}"
            })
    void isPublicForEveryWayToWriteEveryone(String principal) {
        assertThat(allow(principal, "").allowsPublic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'AWS':'111122223333'}",
                "{'AWS':'arn:aws:iam::444455556666:role/reader'}",
                "{'AWS':['111122223333','444455556666']}",
                "{'AWS':'AIDAEXAMPLEEXAMPLE'}",
                "{'Service':'cloudtrail.amazonaws.com'}",
                "{'Service':['logs.amazonaws.com','s3.amazonaws.com']}",
                "{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}",
                "{'CanonicalUser':'79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'}"
            })
    void isNotPublicForNamedPrincipals(String principal) {
        assertThat(allow(principal, "").allowsPublic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'aws:PrincipalAccount':'444455556666'}}",
                "{'StringEquals':{'AWS:principalaccount':['444455556666','777788889999']}}",
                "{'stringequals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}",
                "{'StringEqualsIgnoreCase':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}",
                "{'StringLike':{'aws:PrincipalAccount':'444455556666'}}",
                "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/r-ab12/*'}}",
                "{'StringEquals':{'aws:SourceVpc':'vpc-0a1b2c3d'}}",
                "{'StringEquals':{'aws:SourceVpce':['vpce-0a1b2c3d','vpce-1a1b2c3d']}}",
                "{'StringEquals':{'aws:SourceAccount':444455556666}}",
                "{'StringEquals':{'AWS:SourceOwner':'444455556666'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:444455556666:trail/*'}}",
                "{'ArnEquals':{'aws:SourceArn':'arn:aws:s3:::my-bucket'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:*:*:my-bucket'}}",
                "{'StringLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/*'}}",
                "{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
                "{'IpAddress':{'aws:SourceIp':['8.0.0.0/8','10.0.0.0/8','2001:db8::/32']}}",
                "{'IpAddress':{'aws:SourceIp':'192.0.2.1'}}",
                "{'StringLike':{'aws:userid':'AROAEXAMPLEROLEID:*'}}",
                "{'StringEquals':{'kms:CallerAccount':'111122223333','kms:ViaService':'s3.eu-central-1.amazonaws.com'}}",
                "{'Bool':{'aws:PrincipalIsAWSService':'true'}}",
                "{'Bool':{'elasticfilesystem:AccessedViaMountTarget':'true'}}",
                "{'StringNotEquals':{'aws:username':'eve'},'StringEquals':{'aws:SourceVpc':'vpc-0a1b2c3d'}}"
            })
    void isNotPublicWhereAConditionDemandsSomethingFixed(String condition) {
        assertThat(allow("'*'", ",'Condition':" + condition).allowsPublic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringLike':{'aws:PrincipalAccount':'*'}}",
                "{'StringLike':{'aws:PrincipalAccount':['444455556666','4444*']}}",
                "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}",
                "{'ForAllValues:StringEquals':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/r-ab12/ou-1/'}}",
                "{'StringNotEquals':{'aws:PrincipalAccount':'444455556666'}}",
                "{'StringEquals':{'aws:PrincipalAccount':'${aws:ResourceAccount}'}}",
                "{'StringLike':{'aws:PrincipalOrgID':'o-*'}}",
                "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-*/r-ab12/*'}}",
                "{'StringLike':{'aws:SourceVpc':'vpc-*'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:cloudtrail:*:*:trail/*'}}",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'}}",
                "{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/admin'}}",
                "{'StringLike':{'aws:PrincipalArn':'arn:aws:s3:::bucket'}}",
                "{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}}",
                "{'IpAddress':{'aws:SourceIp':['203.0.113.0/24','::/0']}}",
                "{'IpAddress':{'aws:SourceIp':['0.0.0.0/1','128.0.0.0/1']}}",
                "{'IpAddress':{'aws:SourceIp':'no address'}}",
                "{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
                "{'IpAddressIfExists':{'aws:SourceIp':'203.0.113.0/24'}}",
                "{'StringLike':{'aws:userid':'*:session'}}",
                "{'StringEquals':{'aws:Referer':'https://example.com/'}}",
                "{'StringLike':{'aws:UserAgent':'secret'}}",
                "{'StringEquals':{'aws:PrincipalTag/team':'blue'}}",
                "{'StringEquals':{'aws:ResourceAccount':'111122223333'}}",
                "{'Null':{'aws:PrincipalAccount':'false'}}",
                "{'Bool':{'aws:SecureTransport':'true'}}",
                "{'Bool':{'aws:PrincipalIsAWSService':'false'}}",
                "{'StringEquals':{'kms:ViaService':'s3.eu-central-1.amazonaws.com'}}",
                "{'DateGreaterThan':{'aws:CurrentTime':'2026-01-01T00:00:00Z'}}",
                "{}"
            })
    void isPublicWhereNoConditionNarrows(String condition) {
        assertThat(allow("'*'", ",'Condition':" + condition).allowsPublic()).isTrue();
    }

    @Test
    void isPublicWhereEveryoneButSomeMay() {
        PolicyDocument policy = policy(
                "{'Statement':{'Effect':'Allow','NotPrincipal':{'AWS':'444455556666'},'Action':'s3:*','Resource':'*'}}");

        assertThat(policy.allowsPublic()).isTrue();
    }

    @Test
    void readsAStatementThatIsNoList() {
        PolicyDocument policy =
                policy("{'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'}}");

        assertThat(policy.allowsPublic()).isTrue();
    }

    @Test
    void findsThePublicStatementAmongOthers() {
        PolicyDocument policy = policy("""
                {'Version':'2012-10-17','Statement':[
                  {'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*'},
                  {'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'*','Resource':'*'},
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}]}
                """);

        assertThat(policy.allowsPublic()).isTrue();
    }

    @Test
    void isNotPublicWithoutStatements() {
        assertThat(policy("{'Statement':[]}").allowsPublic()).isFalse();
    }

    @Test
    void isNotPublicAsAnIdentitysPolicy() {
        assertThat(policy("{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}")
                        .allowsPublic())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'ForAllValues:StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'} ; true",
                "'ForAllValues:StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'},'Null':{'AWS:principalOrgId':'false'} ; false",
                "'StringEqualsIfExists':{'aws:SourceVpce':'vpce-1'},'Null':{'aws:SourceVpce':false} ; false",
                "'StringEqualsIfExists':{'aws:SourceVpce':'vpce-1'},'Null':{'aws:SourceVpce':true} ; true",
                "'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'},'Null':{'aws:PrincipalTag/x':'true'} ; false",
                "'Null':{'aws:PrincipalOrgID':'false'} ; true",
                "'StringNotEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'} ; true",
                "'StringLike':{'aws:PrincipalOrgID':'o-*'} ; true",
                "'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-a1b2c3d4e5/*'} ; false",
                "'ForAnyValue:StringLike':{'aws:SourceOrgPaths':'o-*/r-ab12/*'} ; true",
                "'StringEquals':{'aws:PrincipalType':'Account'} ; true",
                "'IpAddress':{'aws:VpcSourceIp':'10.0.0.0/16'} ; true",
                "'IpAddress':{'aws:SourceIp':['0.0.0.0/1','128.0.0.0/1']} ; true",
                "'IpAddress':{'aws:SourceIp':['198.51.100.0/24','2001:db8::/32']} ; false",
                "'IpAddress':{'aws:SourceIp':'::/0'} ; true",
                "'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:111122223333:*'} ; false",
                "'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'} ; true"
            })
    void looksAtOperatorsQualifiersAndValuesOfAnAllowance(String conditions, boolean isPublic) {
        PolicyDocument document = policy("""
                {'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*','Condition':{%s}}}
                """.formatted(conditions));

        assertThat(document.allowsPublic()).isEqualTo(isPublic);
    }

    @Test
    void isNotMisledByTheCaseOfNames() {
        PolicyDocument document = policy(
                "{'statement':[{'effect':'Allow','principal':{'aws':'*'},'action':'S3:GetObject','resource':'*'}]}");

        assertThat(document.allowsPublic()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{} ; true",
                "{'StringEquals':{'aws:SourceAccount':'111122223333'}} ; false",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::example'}} ; false",
                "{'StringEqualsIfExists':{'aws:SourceAccount':'111122223333'}} ; true",
                "{'StringEquals':{'aws:SourceOrgID':'o-a1b2c3d4e5'}} ; false"
            })
    void knowsAServiceThatActsForAnyone(String condition, boolean forAnyone) {
        PolicyDocument document = policy("""
                {'Statement':{'Effect':'Allow','Principal':{'Service':['sns.amazonaws.com','s3.amazonaws.com']},
                  'Action':'lambda:InvokeFunction','Resource':'*','Condition':%s}}
                """.formatted(condition));

        assertThat(document.allowsServiceForAnyone(List.of("s3.amazonaws.com"))).isEqualTo(forAnyone);
        assertThat(document.allowsServiceForAnyone(List.of("events.amazonaws.com")))
                .isFalse();
    }

    @Test
    void refusesMoreStatementsThanAwsTakes() {
        String statements = "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'},".repeat(1_001);

        assertThatThrownBy(() -> policy("{'Statement':[" + statements.substring(0, statements.length() - 1) + "]}"))
                .hasMessage("the policy has 1001 statements; accepted: up to 1000");
    }

    @Test
    void tellsReadingFromWriting() {
        List<String> writing = List.of("s3:Put*", "s3:Delete*");

        assertThat(allowAction("'Action':'s3:GetObject'").allowsPublic(writing)).isFalse();
        assertThat(allowAction("'Action':['s3:GetObject','S3:PUTOBJECT']").allowsPublic(writing))
                .isTrue();
        assertThat(allowAction("'Action':'s3:*'").allowsPublic(writing)).isTrue();
        assertThat(allowAction("'Action':'*'").allowsPublic(writing)).isTrue();
        assertThat(allowAction("'Action':'s3:*Object'").allowsPublic(writing)).isTrue();
        assertThat(allowAction("'Action':'s3:?etObject'").allowsPublic(writing)).isFalse();
        assertThat(allowAction("'Action':'sqs:*'").allowsPublic(writing)).isFalse();
        assertThat(allowAction("'NotAction':'s3:Get*'").allowsPublic(writing)).isTrue();
        assertThat(allowAction("'NotAction':'s3:*'").allowsPublic(writing)).isFalse();
        assertThat(allowAction("'NotAction':['s3:Put*','s3:Delete*']").allowsPublic(writing))
                .isFalse();
    }
}
