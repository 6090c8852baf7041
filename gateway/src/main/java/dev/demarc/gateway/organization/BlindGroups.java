package dev.demarc.gateway.organization;

import dev.demarc.contracts.api.OrganizationView.BlindGroup;
import dev.demarc.contracts.scorecard.Blind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What nobody can see, by why and by what would mend it. */
final class BlindGroups {
    private record Why(
            Blind.State state,
            @Nullable String reason,
            @Nullable String permission) {}

    private static final class Group {
        private int scopes;
        private final TreeSet<String> accounts = new TreeSet<>();
    }

    private final Map<Why, Group> groups = new LinkedHashMap<>();

    void add(String account, List<Blind> blind) {
        for (Blind scope : blind) {
            Group group = groups.computeIfAbsent(
                    new Why(scope.state(), scope.reason(), scope.permission()), why -> new Group());
            group.scopes++;
            group.accounts.add(account);
        }
    }

    /** An account without any scorecard: how many scopes it would have is not known either. */
    void addUnread(String account) {
        groups.computeIfAbsent(new Why(Blind.State.NEVER_READ, "no scorecard yet", null), why -> new Group())
                .accounts
                .add(account);
    }

    List<BlindGroup> widestFirst() {
        return groups.entrySet().stream()
                .map(group -> new BlindGroup(
                        group.getKey().state(),
                        group.getKey().reason(),
                        group.getKey().permission(),
                        group.getValue().scopes,
                        List.copyOf(group.getValue().accounts)))
                .sorted(Comparator.comparingInt(BlindGroup::scopes)
                        .thenComparingInt(group -> group.accounts().size())
                        .reversed())
                .toList();
    }
}
