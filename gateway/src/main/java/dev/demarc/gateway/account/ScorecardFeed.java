package dev.demarc.gateway.account;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scorecard.Grade;
import dev.demarc.contracts.scorecard.Score;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.gateway.bus.Feed;
import dev.demarc.gateway.live.LiveEvents;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Keeps each account's newest scorecard; lower versions are ignored, a tombstone removes it. */
@Singleton
final class ScorecardFeed implements Feed {
    /** What listeners are told of a scorecard. */
    record News(String account, long version, @Nullable Grade grade, Score overall) {}

    private final Accounts accounts;
    private final LiveEvents events;

    ScorecardFeed(Accounts accounts, LiveEvents events) {
        this.accounts = accounts;
        this.events = events;
    }

    @Override
    public Topic topic() {
        return Topic.SCORECARDS;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record, boolean live) {
        if (record.value() == null) {
            accounts.removeScorecard(record.key());
            return;
        }
        Scorecard scorecard = Event.read(record, Scorecard.class);
        scorecard.tallies().unpack();
        if (accounts.put(scorecard) && live) {
            events.tell(
                    LiveEvents.Kind.SCORECARD,
                    scorecard.account(),
                    new News(scorecard.account(), scorecard.version(), scorecard.grade(), scorecard.overall()));
        }
    }
}
