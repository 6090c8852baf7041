package dev.demarc.engine.expression;

import static dev.demarc.engine.Items.aBucket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.engine.Items;
import dev.demarc.engine.expression.Answer.Obstacle;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadExpressionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Expressions EXPRESSIONS = new Expressions(Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "configuration.a.b == 1 ; configuration",
                "configuration.a.b == 1 ; configuration.a",
                "configuration.a.b == 1 ; configuration.a.b",
                "size(configuration.a) == 1 ; configuration.a",
                "policy.allowsPublic(configuration.a) ; configuration.a.b",
                "configuration.a == configuration.key ; configuration.a.c",
                "configuration.list.all(x, x.y == 1) ; configuration.list",
                "configuration.list.all(x, x.y == 1) ; configuration.list[].y",
                "configuration.list.all(x, x.y == 1) ; configuration.list[]",
                "configuration.list.all(x, x.ys.exists(y, y.z == 1)) ; configuration.list[].ys[].z",
                "configuration.list.filter(x, x.y == 1).exists(x, x.z == 2) ; configuration.list[].z",
                "configuration.list.map(x, x.y).exists(y, y == 'a') ; configuration.list[].y",
                "(configuration.list + configuration.b).exists(x, x.y == 2) ; configuration.b[].y",
                "(has(configuration.a) ? configuration.a : configuration.b).c == 1 ; configuration.b.c",
                "configuration[configuration.key] == 1 ; configuration.anything",
                "configuration[configuration.key] == 1 ; configuration.key",
                "configuration.list[0].y == 1 ; configuration.list[].y",
                "has(configuration.a.b) ; configuration.a.b",
                "tags.team == 'x' ; tags",
                "{'a': configuration.a}.a == 1 ; configuration.a",
                "[configuration.a].exists(x, x.b == 1) ; configuration.a.b",
                "configuration.a == 1 ; no! path"
            })
    void isStoppedByAnUnreadPath(String text, String unread) {
        Answer answer = unreadAnswer(text, unread);

        assertThat(answer.obstacle()).isEqualTo(new Obstacle(unread, "access denied", "some:Permission"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "configuration.a.b == 1 || true ; configuration.a.c",
                "has(configuration.a) || true ; configuration.a.b",
                "configuration.a == null || true ; configuration.a.b",
                "size(configuration.list) == 0 || true ; configuration.list[].y",
                "configuration.list.all(x, x.y == 1) || true ; configuration.list[].z",
                "configuration.a == 1 || true ; supplementaryConfiguration.a",
                "configuration.a == 1 || true ; tags",
                "configuration.list.filter(x, x.y == 1).size() == 0 || true ; configuration.list[].z"
            })
    void isNotStoppedByAnUnreadPathThatItDoesNotRead(String text, String unread) {
        Answer answer = unreadAnswer(text, unread);

        assertThat(answer.holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "configuration.a == configuration.same ; configuration.a.b",
                "configuration.a in [configuration.same] ; configuration.a.b",
                "size(configuration.a) == 1 ; configuration.a",
                "size(configuration.list) == 1 ; configuration.list[]",
                "!configuration.a.exists(key, key == 'b') ; configuration.a",
                "!has(configuration.a.b) ; configuration.a.b",
                "!('b' in configuration.a) ; configuration.a.b",
                "[configuration.a].all(x, !has(x.b)) ; configuration.a.b",
                "!has([configuration.a][0].b) ; configuration.a.b",
                "!has({'k': configuration.a}.k.b) ; configuration.a.b",
                "!has((has(configuration.a) ? configuration.a : configuration.same).b) ; configuration.a.b",
                "configuration.list.map(x, x).all(x, !has(x.z)) ; configuration.list[].z",
                "configuration.list.filter(x, true).all(x, !has(x.z)) ; configuration.list[].z",
                "configuration.list.filter(x, has(x.z)).size() == 0 ; configuration.list[].z",
                "!(configuration.list + []).exists(x, has(x.z)) ; configuration.list[].z",
                "!policy.allowsPublic(configuration.policy) ; configuration.policy.Statement",
                "!policy.allowsPublic(configuration.policy) ; configuration.policy.Statement[].Effect",
                "policy.externalAccounts(configuration.policy, resource.accountId, []) == [] ; configuration.policy.x",
                "!has(configuration.absent.b) ; configuration.absent.b",
                "!has(tags.team) ; tags",
                "tags.all(key, key != 'team') ; tags",
                "!has(configuration.a.b) ; *"
            })
    void takesNothingForReadThatIsNot(String text, String unread) {
        Answer answer = partialAnswer(text, unread);

        assertThat(answer.obstacle()).isEqualTo(new Obstacle(unread, "access denied", "some:Permission"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "configuration.on || !policy.allowsPublic(configuration.policy) ; configuration.policy ; true",
                "!policy.allowsPublic(configuration.policy) || configuration.on ; configuration.policy ; true",
                "!configuration.on && !policy.allowsPublic(configuration.policy) ; configuration.policy ; false",
                "configuration.on ? true : configuration.secret ; configuration.secret ; true",
                "configuration.list.exists(x, x.open || x.z == 1) ; configuration.list[].z ; true",
                "configuration.list.all(x, !x.open && x.z == 1) ; configuration.list[].z ; false",
                "has(configuration.secret) || configuration.on ; configuration.secret ; true",
                "configuration.absent == 1 || configuration.secret == 1 || configuration.on ; configuration.secret ; true",
                "configuration.empty.all(x, x.z == 1) ; configuration.empty[].z ; true",
                "configuration.on || size(policy.externalAccounts(configuration.secret, resource.accountId, [])) == 0 ; configuration.secret ; true"
            })
    void answersWhereWhatWasReadDecidesAlone(String text, String unread, boolean holds) {
        Answer answer = partialAnswer(text, unread);

        assertThat(answer).isEqualTo(holds ? Answer.YES : Answer.NO);
    }

    @Test
    void namesTheUnreadPathThatWouldDecide() {
        Items item = aBucket()
                .configuration("{'on':true}")
                .unread("configuration.one", "access denied", "some:One")
                .unread("configuration.two", "throttled", null);
        Expression expression =
                EXPRESSIONS.compile("(configuration.on || configuration.one) && configuration.two == null");

        Answer answer = expression.answer(EXPRESSIONS.evaluation(item.build(), NOW));

        assertThat(answer.obstacle()).isEqualTo(new Obstacle("configuration.two", "throttled", null));
    }

    private static Answer partialAnswer(String text, String unread) {
        Items item = aBucket().configuration("""
                        {'a':{'d':1},'same':{'d':1},'on':true,'empty':[],'list':[{'y':1,'open':true}],
                         'policy':{'Statement':[]}}
                        """).unread(unread, "access denied", "some:Permission");
        return EXPRESSIONS.compile(text).answer(EXPRESSIONS.evaluation(item.build(), NOW));
    }

    private static Answer unreadAnswer(String text, String unread) {
        Items item = aBucket()
                .configuration("{'list':[{'y':1,'ys':[{}]}],'key':'anything'}")
                .unread(unread, "access denied", "some:Permission");
        return EXPRESSIONS.compile(text).answer(EXPRESSIONS.evaluation(item.build(), NOW));
    }
}
