package dev.demarc.assessment.tally;

import dev.demarc.assessment.verdict.Applicable;
import dev.demarc.assessment.verdict.Applicable.Passing;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a transaction adds to tallies and takes from them, summed per tally. */
public final class TallyDifference {
    /** Which tally. */
    public record Key(int scope, int control, Party party, int team) {}

    /** How many resources more or fewer have each verdict. */
    public static final class Change {
        private long pass;
        private long fail;
        private long unknown;
        private long notApplicable;
        private long unverified;
        private long waived;

        public long pass() {
            return pass;
        }

        public long fail() {
            return fail;
        }

        public long unknown() {
            return unknown;
        }

        public long notApplicable() {
            return notApplicable;
        }

        /** Of the unknown ones, those that failed when they could be read last. */
        public long unverified() {
            return unverified;
        }

        /** Findings that a waiver accepts: counted nowhere else. */
        public long waived() {
            return waived;
        }

        private void add(NonPass nonPass, long sign) {
            if (nonPass.waived()) {
                waived += sign;
                return;
            }
            add(nonPass.verdict(), sign);
            unverified += nonPass.failingSince() == null ? 0 : sign;
        }

        private void add(Verdict verdict, long sign) {
            switch (verdict) {
                case PASS -> pass += sign;
                case FAIL -> fail += sign;
                case UNKNOWN -> unknown += sign;
                case NOT_APPLICABLE -> notApplicable += sign;
            }
        }

        private boolean isNothing() {
            return pass == 0 && fail == 0 && unknown == 0 && notApplicable == 0 && unverified == 0 && waived == 0;
        }
    }

    /** Whose tallies. */
    private record Owner(int scope, int team) {}

    private final Map<Key, Change> changes = new HashMap<>();
    private final IdentityHashMap<Applicable, Map<Owner, long[]>> passing = new IdentityHashMap<>();

    /** @param nonPasses ascending by control */
    public void add(int scope, int team, Applicable applicable, List<NonPass> nonPasses) {
        count(scope, team, applicable, nonPasses, 1);
    }

    /** @param nonPasses ascending by control */
    public void subtract(int scope, int team, Applicable applicable, List<NonPass> nonPasses) {
        count(scope, team, applicable, nonPasses, -1);
    }

    public void forEach(BiConsumer<Key, Change> reader) {
        expand();
        changes.forEach((key, change) -> {
            if (!change.isNothing()) {
                reader.accept(key, change);
            }
        });
    }

    /** Takes every control of the group for passed, then corrects those that did not: few do not. */
    private void count(int scope, int team, Applicable applicable, List<NonPass> nonPasses, int sign) {
        passing.computeIfAbsent(applicable, controls -> new HashMap<>())
                .computeIfAbsent(new Owner(scope, team), owner -> new long[1])[0] += sign;
        int next = 0;
        List<Passing> controls = applicable.controls();
        for (NonPass each : nonPasses) {
            while (next < controls.size() && controls.get(next).control() < each.control()) {
                next++;
            }
            if (next < controls.size() && controls.get(next).control() == each.control()) {
                change(scope, each.control(), controls.get(next).party(), team).add(Verdict.PASS, -sign);
            }
            change(scope, each.control(), each.party(), team).add(each, sign);
        }
    }

    private void expand() {
        passing.forEach((applicable, owners) -> owners.forEach((owner, resources) -> {
            for (Passing each : applicable.controls()) {
                change(owner.scope(), each.control(), each.party(), owner.team())
                        .add(Verdict.PASS, resources[0]);
            }
        }));
        passing.clear();
    }

    private Change change(int scope, int control, Party party, int team) {
        return changes.computeIfAbsent(new Key(scope, control, party, team), key -> new Change());
    }
}
