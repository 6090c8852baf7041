package dev.demarc.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.engine.Items;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    private static final String OWN = "111122223333";

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
        PolicyDocument policy = of(
                "{'Statement':{'Effect':'Allow','NotPrincipal':{'AWS':'444455556666'},'Action':'s3:*','Resource':'*'}}");

        assertThat(policy.allowsPublic()).isTrue();
    }

    @Test
    void readsAStatementThatIsNoList() {
        PolicyDocument policy =
                of("{'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'}}");

        assertThat(policy.allowsPublic()).isTrue();
    }

    @Test
    void findsThePublicStatementAmongOthers() {
        PolicyDocument policy = of("""
                {'Version':'2012-10-17','Statement':[
                  {'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'*'},
                  {'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'*','Resource':'*'},
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}]}
                """);

        assertThat(policy.allowsPublic()).isTrue();
    }

    @Test
    void isNotPublicThroughADenial() {
        assertThat(of("{'Statement':[{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}]}")
                        .allowsPublic())
                .isFalse();
    }

    @Test
    void isNotPublicWithoutStatements() {
        assertThat(of("{'Statement':[]}").allowsPublic()).isFalse();
    }

    @Test
    void isNotPublicAsAnIdentitysPolicy() {
        assertThat(of("{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}")
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
        PolicyDocument fewerActions = of("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':['s3:GetObject','s3:PutObject'],'Resource':'*'},
                  {'Effect':'Deny','Principal':'*','Action':'s3:Put*','Resource':'*'}]}
                """);
        PolicyDocument fewerResources = of("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'},
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b/secret/*'}]}
                """);
        PolicyDocument fewerPrincipals = of("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'},
                  {'Effect':'Deny','NotPrincipal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'}]}
                """);

        assertThat(fewerActions.allowsPublic()).isTrue();
        assertThat(fewerResources.allowsPublic()).isTrue();
        assertThat(fewerPrincipals.allowsPublic()).isTrue();
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
        PolicyDocument policy = of("""
                {'Statement':[
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b',
                   'Condition':{'Bool':{'aws:SecureTransport':false}}},
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b/*',
                   'Condition':{'BoolIfExists':{'AWS:SecureTransport':['false']}}}]}
                """);

        assertThat(policy.deniesInsecureTransport()).isTrue();
    }

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
        assertThat(of("{'Statement':[" + statement + "]}").isAdministrative()).isTrue();
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
        assertThat(of("{'Statement':" + statement + "}").isAdministrative()).isFalse();
    }

    @Test
    void isNotAdministrativeWhereAllIsDeniedAgain() {
        PolicyDocument policy = of("""
                {'Statement':[
                  {'Effect':'Allow','Action':'*','Resource':'*'},
                  {'Effect':'Deny','Action':'*','Resource':'*'}]}
                """);
        PolicyDocument withoutMfa = of("""
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

    @Test
    void refusesWhatIsNoPolicyAndNamesThePlace() {
        assertThatThrownBy(() -> of("{}")).hasMessageContaining("no Statement");
        assertThatThrownBy(() -> of("[]")).hasMessageContaining("a JSON object");
        assertThatThrownBy(() -> of("{'Statement':['x']}")).hasMessageContaining("Statement");
        assertThatThrownBy(() -> of("{'Statement':{'Effect':'allow'}}")).hasMessageContaining("'allow'");
        assertThatThrownBy(() -> of("{'Statement':{'Effect':'Allow','Action':{'a':1}}}"))
                .hasMessageContaining("Action");
        assertThatThrownBy(() -> of("{'Statement':{'Effect':'Allow','Condition':'x'}}"))
                .hasMessageContaining("Condition");
    }

    private static PolicyDocument of(String json) {
        return PolicyDocument.of(Items.json(json));
    }

    private static PolicyDocument allow(String principal, String more) {
        return of("{'Statement':[{'Effect':'Allow','Principal':%s,'Action':'s3:GetObject','Resource':'*'%s}]}"
                .formatted(principal, more));
    }

    private static PolicyDocument allowAction(String action) {
        return of("{'Statement':[{'Effect':'Allow','Principal':'*',%s,'Resource':'*'}]}".formatted(action));
    }

    private static PolicyDocument identity(String action) {
        return of("{'Statement':[{'Effect':'Allow',%s,'Resource':'*'}]}".formatted(action));
    }

    private static PolicyDocument allowAndDeny(String condition) {
        return of("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'},
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b/*'%s}]}
                """.formatted(condition));
    }

    private static PolicyDocument denyInsecure(String statement, String condition) {
        return of("{'Statement':[{'Effect':'Deny',%s,'Condition':%s}]}".formatted(statement, condition));
    }
}
