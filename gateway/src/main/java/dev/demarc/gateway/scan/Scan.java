package dev.demarc.gateway.scan;

import dev.demarc.contracts.api.ScanView;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One scan: its request and every scope's latest progress. Folding the same progress twice changes nothing. */
final class Scan {
    private static final Comparator<ScanProgress> LATER = Comparator.comparingInt(
                    (ScanProgress progress) -> progress.run().attempt())
            .thenComparing(ScanProgress::phase);

    private final Map<Scope, ScanProgress> scopes = new HashMap<>();
    private @Nullable ScanRequest request;

    void request(ScanRequest asked) {
        request = asked;
    }

    /** Tells whether it was news. */
    boolean progress(ScanProgress progress) {
        ScanProgress before = scopes.get(progress.scope());
        if (before != null && LATER.compare(progress, before) <= 0) {
            return false;
        }
        scopes.put(progress.scope(), progress);
        return true;
    }

    int scopes() {
        return scopes.size();
    }

    /** When it was asked for; of a scan whose request has not come yet, when it was first heard of. */
    Instant startedAt() {
        ScanRequest asked = request;
        return asked != null
                ? asked.requestedAt()
                : scopes.values().stream()
                        .map(ScanProgress::at)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
    }

    /** Null while the request has not come yet. */
    @Nullable
    ScanView view(boolean withScopes) {
        ScanRequest asked = request;
        if (asked == null) {
            return null;
        }
        List<ScanProgress> ended = scopes.values().stream()
                .filter(progress -> progress.phase() == ScanProgress.Phase.ENDED)
                .toList();
        boolean over = !scopes.isEmpty() && ended.size() == scopes.size();
        return new ScanView(
                asked,
                over ? ScanView.State.ENDED : ScanView.State.RUNNING,
                over
                        ? ended.stream()
                                .map(ScanProgress::at)
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null,
                scopes.size(),
                ended.size(),
                (int) ended.stream()
                        .filter(progress -> progress.outcome() != Outcome.COMPLETE)
                        .count(),
                ended.stream().mapToLong(ScanProgress::count).sum(),
                withScopes ? inOrder() : List.of());
    }

    private List<ScanProgress> inOrder() {
        List<ScanProgress> ordered = new ArrayList<>(scopes.values());
        ordered.sort(Comparator.comparing(progress -> progress.scope().toString()));
        return ordered;
    }
}
