package dev.demarc.engine.expression;

import static dev.demarc.engine.Items.aBucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.engine.Items;
import dev.demarc.engine.expression.Answer.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Expressions EXPRESSIONS =
            new Expressions(Map.of("trusted", List.of("444455556666"), "days", 90));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration.name == 'one'",
                "configuration.none == null",
                "configuration.nested.none == null",
                "configuration.list.exists(each, each == null)",
                "has(configuration.none)",
                "!has(configuration.absent)",
                "configuration['in'] == 1",
                "configuration.count > 3.5",
                "configuration.count == 5.0",
                "configuration.absent == 1 || true",
                "configuration.nested == {'none': null, 'here': true}",
                "tags.team == 'blue'",
                "'team' in tags",
                "resource.accountId == '111122223333'",
                "resource.arn == null",
                "parameters.days == 90",
                "size(parameters.trusted) == 1"
            })
    void holds(String text) {
        assertThat(answer(text)).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "configuration.absent == null ; configuration.absent",
                "configuration.absent.deeper == 1 ; configuration.absent",
                "has(configuration.absent.deeper) ; configuration.absent",
                "configuration['absent'] == 1 ; configuration.absent",
                "configuration.nested.absent == 1 ; configuration.nested.absent",
                "configuration.list.filter(x, x != null).all(x, x.absent) ; configuration.list[].absent",
                "configuration.list[1].absent == 1 ; configuration.list[].absent",
                "configuration.list[7] == 1 ; configuration.list[]",
                "configuration.none.deeper == 1 ; configuration.none.deeper",
                "tags.absent == 'x' ; tags.absent",
                "policy.allowsPublic(supplementaryConfiguration.absent) ; supplementaryConfiguration.absent"
            })
    void namesThePathThatStopsIt(String text, String path) {
        Obstacle obstacle = answer(text).obstacle();

        assertThat(obstacle).extracting(Obstacle::path).isEqualTo(path);
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertThat(answer("policy.allowsPublic(configuration.name)").obstacle())
                .isEqualTo(new Obstacle("configuration.name", "the policy is 'String'; accepted: a JSON object", null));
        assertThat(answer("time.isPast(configuration.name)").obstacle())
                .isEqualTo(new Obstacle("configuration.name", "'one' is no RFC 3339 time", null));
        assertThat(answer("configuration.name > 3").obstacle()).isNotNull();
        assertThat(answer("configuration.count").obstacle()).isNotNull();
        assertThat(answer("1 / (configuration.count - 5) == 1").obstacle()).isNotNull();
    }

    @Test
    void namesThePathsThatItReads() {
        Expression expression = EXPRESSIONS.compile("configuration.a.b == 1 && configuration.list.all(x, x.y in tags)");

        assertThat(expression.paths())
                .containsExactly("configuration.a.b", "configuration.list", "configuration.list[].y", "tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration.",
                "config.a == 1",
                "configuration.name.size()",
                "'text'",
                "policy.allowsPublic()",
                "policy.unknown(configuration.a)",
                "time.olderThan(configuration.a)",
                "time.olderThan(configuration.a, 'x')",
                "now() > 1",
                "@evaluation == 1"
            })
    void refusesWhatIsNoExpression(String text) {
        assertThatThrownBy(() -> EXPRESSIONS.compile(text))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "time.olderThan('2026-02-20T00:00:00Z', 10) ; false ; 2026-03-02T00:00:00Z",
                "time.olderThan('2026-02-19T00:00:00Z', 10) ; true ;",
                "time.youngerThan('2026-02-20T02:00:00+02:00', 10) ; true ; 2026-03-02T00:00:00Z",
                "time.youngerThan('2026-02-20', 10) ; true ; 2026-03-02T00:00:00Z",
                "time.isPast('2026-03-01T00:00:00Z') ; true ;",
                "time.isPast('2026-03-01T00:00:01Z') ; false ; 2026-03-01T00:00:01Z",
                "time.before('2026-03-05T00:00:00Z') ; true ; 2026-03-05T00:00:00Z",
                "time.endsWithin('2026-05-01T00:00:00Z', 30) ; false ; 2026-04-01T00:00:00Z",
                "time.endsWithin('2026-03-20T00:00:00Z', 30) ; true ;",
                "time.isPast('2026-04-01T00:00:00Z') || time.isPast('2026-03-10T00:00:00Z') ; false ; 2026-03-10T00:00:00Z"
            })
    void saysWhenTheAnswerFlips(String text, boolean holds, Instant flip) {
        Evaluation evaluation = EXPRESSIONS.evaluation(aBucket().build(), NOW);

        Answer answer = EXPRESSIONS.compile(text).answer(evaluation);

        assertThat(answer.holds()).isEqualTo(holds);
        assertThat(evaluation.reviewAt()).isEqualTo(flip);
    }

    @Test
    void takesDaysFromTheParameters() {
        Evaluation evaluation = EXPRESSIONS.evaluation(aBucket().build(), NOW);

        Answer answer = EXPRESSIONS
                .compile("time.olderThan('2025-01-01', parameters.days)")
                .answer(evaluation);

        assertThat(answer).isEqualTo(Answer.YES);
    }

    @Test
    void namesThePrefixListThatWasNotRead() {
        Items group = Items.an("AWS::EC2::SecurityGroup").configuration("""
                        {'ipPermissions':[{'ipProtocol':'tcp','fromPort':22,'toPort':22,
                          'prefixListIds':[{'prefixListId':'pl-1'}]}]}
                        """);
        Expression expression = EXPRESSIONS.compile("!net.opensToInternet(configuration.ipPermissions, 22)");

        Answer absent = expression.answer(EXPRESSIONS.evaluation(group.build(), NOW));
        Answer joined = expression.answer(EXPRESSIONS.evaluation(
                group.supplementary("{'prefixLists':{'pl-1':['10.0.0.0/8']}}").build(), NOW));
        Answer denied = expression.answer(EXPRESSIONS.evaluation(
                group.supplementary("{}")
                        .unread(
                                "supplementaryConfiguration.prefixLists",
                                "access denied",
                                "ec2:GetManagedPrefixListEntries")
                        .build(),
                NOW));

        assertThat(absent.obstacle())
                .isEqualTo(new Obstacle(
                        "supplementaryConfiguration.prefixLists",
                        "the blocks of prefix list pl-1 were not read",
                        null));
        assertThat(joined).isEqualTo(Answer.YES);
        assertThat(denied.obstacle())
                .isEqualTo(new Obstacle(
                        "supplementaryConfiguration.prefixLists", "access denied", "ec2:GetManagedPrefixListEntries"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.allowsPublic(configuration.policy)",
                "policy.allowsPublic(configuration.policy, ['s3:Get*'])",
                "!policy.allowsPublic(configuration.none)",
                "!policy.isAdministrative(configuration.policy)",
                "!policy.deniesInsecureTransport(configuration.policy)",
                "policy.allowsAll(configuration.policy, 's3:GetObject')",
                "policy.externalAccounts(configuration.policy, resource.accountId, parameters.trusted) == ['*']",
                "policy.externalAccounts(configuration.policy, resource.accountId, [], ['sts:ExternalId']) == ['*']",
                "size(policy.externalAccounts(configuration.none, resource.accountId, [])) == 0",
                "net.opensToInternet(configuration.permissions, 22)",
                "net.opensToInternet(configuration.permissions, 20, 30, 'tcp')",
                "!net.opensToInternet(configuration.none, 22)",
                "!net.opensAllPorts(configuration.permissions)",
                "net.opensPublicRangeWiderThan(configuration.permissions, 24)",
                "net.isPublicRange('8.8.8.0/24')",
                "net.aclOpensToInternet(configuration.entries, 22)",
                "!net.aclOpensToInternet(configuration.entries, 20, 30, 'udp')",
                "policy.allowsServiceForAnyone(configuration.service, ['s3.amazonaws.com'])",
                "attribute.value(configuration.attributes, 'mode', 'strict') == 'off'",
                "attribute.value(configuration.attributes, 'absent', 'strict') == 'strict'"
            })
    void hasFunctionsOfTheField(String text) {
        Items item = aBucket().configuration("""
                        {'none':null,
                         'attributes':[{'key':'mode','value':'off'}],
                         'entries':[{'ruleNumber':100,'ruleAction':'allow','egress':false,'protocol':'6','cidrBlock':'0.0.0.0/0'}],
                         'service':{'Statement':[{'Effect':'Allow','Principal':{'Service':'s3.amazonaws.com'},'Action':'*'}]},
                         'policy':{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'}]},
                         'permissions':[{'ipProtocol':'tcp','fromPort':22,'toPort':22,'ipRanges':[{'cidrIp':'0.0.0.0/0'}]}]}
                        """);

        Answer answer = EXPRESSIONS.compile(text).answer(EXPRESSIONS.evaluation(item.build(), NOW));

        assertThat(answer).isEqualTo(Answer.YES);
    }

    private static Answer answer(String text) {
        Items item = aBucket().configuration("""
                        {'name':'one','none':null,'count':5,'in':1,'nested':{'none':null,'here':true},
                         'list':[null,{'here':true}]}
                        """).tags(Map.of("team", "blue"));
        return EXPRESSIONS.compile(text).answer(EXPRESSIONS.evaluation(item.build(), NOW));
    }
}
