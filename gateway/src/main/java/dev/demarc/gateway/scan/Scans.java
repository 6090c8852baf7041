package dev.demarc.gateway.scan;

import dev.demarc.contracts.api.ScanView;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest scans; the oldest make room, so that what they take is bounded. */
@Singleton
final class Scans {
    private final Map<String, Scan> scans = new HashMap<>();
    private final int mostScans;
    private final int mostScopes;

    @Inject
    Scans(ScanConfig config) {
        this(config.kept(), config.scopes());
    }

    Scans(int mostScans, int mostScopes) {
        this.mostScans = mostScans;
        this.mostScopes = mostScopes;
    }

    synchronized void request(ScanRequest request) {
        scan(request.id()).request(request);
        makeRoom();
    }

    /** Tells whether it was news. */
    synchronized boolean progress(ScanProgress progress) {
        boolean news = scan(progress.run().scan()).progress(progress);
        makeRoom();
        return news;
    }

    /** Tells whether it was news. */
    synchronized boolean failed(ScanFailed failed) {
        boolean news = scan(failed.scan()).failed(failed);
        makeRoom();
        return news;
    }

    synchronized void remove(String id) {
        scans.remove(id);
    }

    /**
     * The newest first, without their scopes, each as far as it is about accounts that may be seen.
     *
     * @param covered whether all of an account may be
     */
    synchronized List<ScanView> newestFirst(Predicate<String> covered) {
        return scans.values().stream()
                .map(scan -> scan.view(false, covered))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparing((ScanView view) -> view.request().requestedAt())
                        .thenComparing(view -> view.request().id())
                        .reversed())
                .toList();
    }

    synchronized Optional<ScanView> find(String id, Predicate<String> covered) {
        return Optional.ofNullable(scans.get(id)).map(scan -> scan.view(true, covered));
    }

    private Scan scan(String id) {
        return scans.computeIfAbsent(id, unknown -> new Scan());
    }

    private void makeRoom() {
        while (scans.size() > 1 && (scans.size() > mostScans || scopes() > mostScopes)) {
            scans.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().startedAt()))
                    .map(Map.Entry::getKey)
                    .ifPresent(scans::remove);
        }
    }

    private int scopes() {
        return scans.values().stream().mapToInt(Scan::scopes).sum();
    }
}
