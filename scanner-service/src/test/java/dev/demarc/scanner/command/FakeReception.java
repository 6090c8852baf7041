package dev.demarc.scanner.command;

import dev.demarc.scanner.snapshot.Reception;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An assessment that takes all but what a test says. */
final class FakeReception implements Reception {
    private final List<String[]> refused = new ArrayList<>();
    private boolean isThere = true;

    /** Of whatever is imported. */
    void refuse(String scope, String reason) {
        refused.add(new String[] {scope, reason});
    }

    void away() {
        isThere = false;
    }

    @Override
    public Watch watch() {
        return scans -> isThere
                ? Optional.of(scans.stream()
                        .flatMap(scan -> refused.stream().map(each -> new Refusal(scan, each[0], each[1])))
                        .toList())
                : Optional.empty();
    }
}
