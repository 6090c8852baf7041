package dev.demarc.gateway.scan;

import dev.demarc.contracts.api.ScanView;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One scan: its request, and every scope's latest progress or why none could be planned. Folding the same progress twice
 * changes nothing.
 */
final class Scan {
    private static final Comparator<ScanProgress> LATER = Comparator.comparingInt(
                    (ScanProgress progress) -> progress.run().attempt())
            .thenComparing(ScanProgress::phase);

    private static final String EVERY_ACCOUNT = "every account";

    /** Why a scan could not be planned may name any of its accounts. */
    private static final String UNTOLD = "it could not be planned; why is told to who may see all of its accounts";

    private final Map<Scope, ScanProgress> scopes = new HashMap<>();
    private @Nullable ScanRequest request;
    private @Nullable ScanFailed failure;

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

    /** Tells whether it was news; once a scope is planned it says nothing any more. */
    boolean failed(ScanFailed failed) {
        boolean news = scopes.isEmpty() && !failed.equals(failure);
        failure = failed;
        return news;
    }

    int scopes() {
        return scopes.size();
    }

    /** When it was asked for; of a scan whose request has not come yet, when it was first heard of. */
    Instant startedAt() {
        ScanRequest asked = request;
        ScanFailed failed = failure;
        return asked != null
                ? asked.requestedAt()
                : Stream.concat(
                                scopes.values().stream().map(ScanProgress::at),
                                Stream.ofNullable(failed).map(ScanFailed::at))
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
    }

    /**
     * Null while the request has not come yet, and where nothing of it may be seen.
     *
     * @param covered whether all of an account may be seen; of {@value #EVERY_ACCOUNT}, whether all of every account may
     */
    @Nullable
    ScanView view(boolean withScopes, Predicate<String> covered) {
        ScanRequest all = request;
        if (all == null) {
            return null;
        }
        List<ScanProgress> scopes = this.scopes.values().stream()
                .filter(progress -> covered.test(progress.scope().account()))
                .toList();
        ScanRequest asked = seen(all, covered);
        boolean whole = all.accounts().isEmpty()
                ? covered.test(EVERY_ACCOUNT)
                : all.accounts().stream().allMatch(covered);
        if (scopes.isEmpty() && asked.accounts().isEmpty() && !whole) {
            return null;
        }
        ScanFailed failed = failure;
        if (failed != null && this.scopes.isEmpty()) {
            String reason = whole ? failed.reason() : UNTOLD;
            return new ScanView(asked, ScanView.State.FAILED, reason, failed.at(), 0, 0, 0, 0, 0, 0, List.of());
        }
        List<ScanProgress> ended =
                scopes.stream().filter(progress -> progress.phase().isOver()).toList();
        boolean over = !scopes.isEmpty() && ended.size() == scopes.size();
        return new ScanView(
                asked,
                over ? ScanView.State.ENDED : ScanView.State.RUNNING,
                null,
                over
                        ? ended.stream()
                                .map(ScanProgress::at)
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null,
                scopes.size(),
                ended.size(),
                count(ended, progress -> progress.outcome() != Outcome.COMPLETE),
                count(ended, progress -> progress.remark() != null),
                count(ended, progress -> progress.phase() == ScanProgress.Phase.OVERRULED),
                ended.stream().mapToLong(ScanProgress::count).sum(),
                withScopes ? inOrder(scopes) : List.of());
    }

    private static int count(List<ScanProgress> scopes, Predicate<ScanProgress> which) {
        return (int) scopes.stream().filter(which).count();
    }

    private static ScanRequest seen(ScanRequest all, Predicate<String> covered) {
        return new ScanRequest(
                all.id(),
                all.requestedAt(),
                all.trigger(),
                all.accounts().stream().filter(covered).toList(),
                all.regions(),
                all.types());
    }

    private static List<ScanProgress> inOrder(List<ScanProgress> scopes) {
        List<ScanProgress> ordered = new ArrayList<>(scopes);
        ordered.sort(Comparator.comparing(progress -> progress.scope().toString()));
        return ordered;
    }
}
