package dev.demarc.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.problem.TooManyException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private static final int WAITING = 3;

    private final LiveEvents events = new LiveEvents(2, 4, WAITING, new SimpleMeterRegistry());

    @Test
    void tellsListenersWhatHappensFromNowOn() {
        tell(1);
        AssertSubscriber<LiveEvents.Told> listener = listen(null);
        tell(2);

        assertThat(told(listener)).containsExactly("{\"n\":2}");
    }

    @Test
    void catchesUpWhoComesBack() {
        AssertSubscriber<LiveEvents.Told> before = listen(null);
        tell(1);
        String last = before.getLastItem().id();
        before.cancel();
        tell(2);
        tell(3);

        assertThat(told(listen(last))).containsExactly("{\"n\":2}", "{\"n\":3}");
    }

    @Test
    void takesAnUnknownLastIdAsNone() {
        tell(1);

        assertThat(told(listen("of another gateway"))).isEmpty();
    }

    @Test
    void dropsAListenerThatIsTooSlow() {
        AssertSubscriber<LiveEvents.Told> slow =
                events.since(null).subscribe().withSubscriber(AssertSubscriber.create(1));
        for (int n = 0; n < WAITING + 2; n++) {
            tell(n);
        }

        slow.request(Long.MAX_VALUE).awaitFailure();
        assertThat(events.listeners()).isZero();
    }

    @Test
    void refusesMoreListenersThanFitUntilOneLeaves() {
        AssertSubscriber<LiveEvents.Told> first = listen(null);
        listen(null);

        assertThatThrownBy(() -> events.since(null)).isInstanceOf(TooManyException.class);
        first.cancel();
        listen(null);
        assertThat(events.listeners()).isEqualTo(2);
    }

    private AssertSubscriber<LiveEvents.Told> listen(@Nullable String lastId) {
        return events.since(lastId).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private void tell(int number) {
        events.tell(LiveEvents.Kind.SCAN, Map.of("n", number));
    }

    private static List<String> told(AssertSubscriber<LiveEvents.Told> listener) {
        return listener.getItems().stream()
                .map(LiveEvents.Told::json)
                .filter(json -> !json.isEmpty())
                .toList();
    }
}
