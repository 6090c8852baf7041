package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import java.util.List;
import java.util.Map;

/** A bus on which nothing was before. */
public final class EmptyMemory implements BusMemory {
    static KnownBefore before() {
        return new KnownBefore(Map.of(), List.of());
    }

    @Override
    public Map<String, Account> accounts() {
        return Map.of();
    }

    @Override
    public List<ScanProgress> begun() {
        return List.of();
    }
}
