package dev.demarc.assessment.partition;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.ingest.Envelope;
import dev.demarc.assessment.ingest.Message;
import dev.demarc.assessment.resource.Digest;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.Source;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells, by headers alone, which records of a batch change nothing: resources that are stored just so, read by the run
 * of their scope that began last. One that changes within the batch and then back is not among them.
 */
final class Sieve {
    private static final byte[] NO_RUN = new byte[0];
    private static final int NO_SCOPE = 0;

    /** A scope as it stands within the batch. */
    private static final class Known {
        private final int number;
        private final Set<Long> changing = new HashSet<>();
        private byte[] run;

        Known(int number, byte[] run) {
            this.number = number;
            this.run = run;
        }
    }

    private final PartitionMemory memory;
    private final Map<String, Known> scopes = new HashMap<>();

    Sieve(PartitionMemory memory) {
        this.memory = memory;
    }

    boolean holdsBack(Envelope envelope) {
        String key = envelope.message().key();
        byte[] run = envelope.run();
        if (run == null || key == null) {
            return false;
        }
        Known scope = known(key);
        if (!Arrays.equals(run, scope.run)) {
            return false;
        }
        OptionalLong rid = envelope.rid();
        Optional<Digest> digest = envelope.digest();
        return rid.isPresent()
                && digest.isPresent()
                && memory.digests().isStored(scope.number, rid.getAsLong(), digest.get())
                && (scope.changing.isEmpty() || !scope.changing.contains(rid.getAsLong()));
    }

    /** Must hear of every message that is not held back. */
    void passes(Message message) {
        if (message instanceof Message.Item item) {
            known(item.record().key()).changing.add(item.rid());
        } else if (message instanceof Message.Refused refused
                && refused.record().key() != null) {
            refused.rid().ifPresent(known(refused.record().key()).changing::add);
        } else if (message instanceof Message.Begin begin) {
            begins(begin.begun());
        }
    }

    /** Of a file's run nobody knows yet whether it speaks: the first of its records are looked at one by one. */
    private void begins(RunBegun begun) {
        if (begun.source() == Source.LIVE) {
            known(begun.scope().toString()).run = EventHeaders.bytes(begun.run().toString());
        }
    }

    private Known known(String key) {
        return scopes.computeIfAbsent(key, this::remembered);
    }

    private Known remembered(String key) {
        int number = memory.name(key).map(NumberedScope::number).orElse(NO_SCOPE);
        return memory.scope(number)
                .map(ScopeState::newest)
                .map(newest -> new Known(number, EventHeaders.bytes(newest.run())))
                .orElseGet(() -> new Known(number, NO_RUN));
    }
}
