package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import java.util.List;
import java.util.Map;

/** What the bus still tells of what came before an import. */
public interface BusMemory {
    /** Every account that is known, by id. */
    Map<String, Account> accounts();

    /** The listings that began lately, in their order. */
    List<ScanProgress> begun();
}
