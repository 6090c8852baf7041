package dev.demarc.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.problem.TooManyException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private static final int KEPT = 4;

    private final Deque<Runnable> toSend = new ArrayDeque<>();
    private final LiveEvents events = new LiveEvents(2, KEPT, new SimpleMeterRegistry(), toSend::add);

    @Test
    void tellsListenersWhatHappensFromNowOn() {
        tell(1);
        AssertSubscriber<Told> listener = listen(null);
        tell(2);
        send();

        assertThat(told(listener)).containsExactly("{\"n\":2}");
    }

    @Test
    void sendsNothingOnTheThreadThatHasNews() {
        AssertSubscriber<Told> listener = listen(null);
        tell(1);
        tell(2);

        assertThat(told(listener)).isEmpty();
        send();
        assertThat(told(listener)).containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void catchesUpWhoComesBack() {
        AssertSubscriber<Told> before = listen(null);
        tell(1);
        send();
        String last = events.id(before.getLastItem());
        before.cancel();
        tell(2);
        tell(3);

        assertThat(told(listen(last))).containsExactly("{\"n\":2}", "{\"n\":3}");
    }

    @Test
    void takesAnUnknownLastIdAsNone() {
        tell(1);

        assertThat(told(listen("of another gateway"))).isEmpty();
        assertThat(told(listen(events.id(new Told(7, null, null, ""))))).isEmpty();
    }

    @Test
    void tellsASlowListenerAllThatIsStillKeptWhenItAsks() {
        AssertSubscriber<Told> slow = listen(null, 1);
        for (int n = 1; n <= KEPT; n++) {
            tell(n);
        }
        send();

        assertThat(told(slow)).isEmpty();
        slow.request(KEPT);
        send();
        assertThat(told(slow)).hasSize(KEPT);
    }

    @Test
    void dropsAListenerThatIsBehindWhatIsKept() {
        AssertSubscriber<Told> slow = listen(null, 1);
        for (int n = 0; n <= KEPT; n++) {
            tell(n);
        }
        send();

        slow.awaitFailure();
        assertThat(events.listeners()).isZero();
    }

    @Test
    void dropsAListenerThatTakesNoSignOfLife() {
        AssertSubscriber<Told> stuck = listen(null, 1);
        for (int beats = 0; beats < 5; beats++) {
            events.beat();
        }
        send();

        stuck.awaitFailure();
        assertThat(events.listeners()).isZero();
    }

    @Test
    void letsNoSlowListenerHoldAnotherUp() {
        listen(null, 0);
        AssertSubscriber<Told> quick = listen(null);
        for (int n = 0; n < 3 * KEPT; n++) {
            tell(n);
            send();
        }

        assertThat(told(quick)).hasSize(3 * KEPT);
        assertThat(events.listeners()).isEqualTo(1);
    }

    @Test
    void tellsEachListenerOfItsAccountsAlone() {
        AssertSubscriber<Told> ofOne = events.since(null, "111122223333"::equals)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        send();

        events.tell(LiveEvents.Kind.SCORECARD, "111122223333", Map.of("n", 1));
        events.tell(LiveEvents.Kind.SCORECARD, "444455556666", Map.of("n", 2));
        events.tell(LiveEvents.Kind.SCAN, null, Map.of("n", 3));
        send();

        assertThat(told(ofOne)).containsExactly("{\"n\":1}");
    }

    @Test
    void refusesMoreListenersThanFitUntilOneLeaves() {
        AssertSubscriber<Told> first = listen(null);
        listen(null);

        assertThatThrownBy(() -> events.since(null, account -> true)).isInstanceOf(TooManyException.class);
        first.cancel();
        listen(null);
        assertThat(events.listeners()).isEqualTo(2);
    }

    private AssertSubscriber<Told> listen(@Nullable String lastId) {
        return listen(lastId, Long.MAX_VALUE);
    }

    private AssertSubscriber<Told> listen(@Nullable String lastId, long asks) {
        AssertSubscriber<Told> listener =
                events.since(lastId, account -> true).subscribe().withSubscriber(AssertSubscriber.create(asks));
        send();
        return listener;
    }

    private void tell(int number) {
        events.tell(LiveEvents.Kind.SCAN, null, Map.of("n", number));
    }

    private void send() {
        for (Runnable task = toSend.poll(); task != null; task = toSend.poll()) {
            task.run();
        }
    }

    private static List<String> told(AssertSubscriber<Told> listener) {
        return listener.getItems().stream()
                .map(Told::json)
                .filter(json -> !json.isEmpty())
                .toList();
    }
}
