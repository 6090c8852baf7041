package dev.demarc.scanner.command;

import dev.demarc.scanner.snapshot.Reception;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An assessment that takes all but what a test says. */
final class FakeReception implements Reception {
    private final List<Refusal> refused = new ArrayList<>();
    private boolean isThere = true;

    /** Of whatever is imported. */
    void refuse(String scope, String reason) {
        refused.add(new Refusal("any", scope, reason, Kind.REFUSED));
    }

    /** Of whatever is imported or scanned. */
    void overrule(String scope, String reason) {
        refused.add(new Refusal("any", scope, reason, Kind.OVERRULED));
    }

    void away() {
        isThere = false;
    }

    @Override
    public Watch watch() {
        return scans -> isThere
                ? Optional.of(scans.stream()
                        .flatMap(scan -> refused.stream()
                                .map(each -> new Refusal(scan, each.scope(), each.reason(), each.kind())))
                        .toList())
                : Optional.empty();
    }
}
