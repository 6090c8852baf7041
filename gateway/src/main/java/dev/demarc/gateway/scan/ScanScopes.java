package dev.demarc.gateway.scan;

import java.util.List;

/** What is to be scanned; an empty list means all that are known. */
record ScanScopes(List<String> accounts, List<String> regions, List<String> types) {
    ScanScopes {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        regions = regions == null ? List.of() : List.copyOf(regions);
        types = types == null ? List.of() : List.copyOf(types);
    }

    /** The same, with these accounts where none are named. */
    ScanScopes orAccounts(List<String> all) {
        return accounts.isEmpty() ? new ScanScopes(all, regions, types) : this;
    }
}
