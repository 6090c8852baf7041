package dev.demarc.contracts.access;

import dev.demarc.contracts.Require;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a role is granted on, said so that it holds for what comes under it later.
 *
 * @param organization whose accounts are reached, or the unit of which; null of other kinds
 * @param unit names of the organisational units from the root down, with all below; empty of other kinds
 * @param accounts ids, at most {@value #MOST_ACCOUNTS}; empty of other kinds
 * @param team whose resources are reached in whichever account, null of other kinds
 */
public record Reach(
        Kind kind,
        @Nullable String organization,
        List<String> unit,
        Set<String> accounts,
        @Nullable String team) {
    /** How many accounts one reach may name: more are a unit or an organisation. */
    public static final int MOST_ACCOUNTS = 100;

    /** All of the deployment: every organisation, and what belongs to none, such as the catalog. */
    public static final Reach EVERYTHING = new Reach(Kind.EVERYTHING, null, List.of(), Set.of(), null);

    private static final int LONGEST = 256;
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    /** What a reach is said by. */
    public enum Kind {
        EVERYTHING,
        ORGANIZATION,
        UNIT,
        ACCOUNTS,
        TEAM
    }

    public Reach {
        Require.present(kind, "kind of a reach");
        unit = unit == null ? List.of() : List.copyOf(unit);
        accounts = accounts == null ? Set.of() : Set.copyOf(accounts);
        boolean inOrganization = kind == Kind.ORGANIZATION || kind == Kind.UNIT;
        requireIf(inOrganization, organization != null, kind, "organization");
        requireIf(kind == Kind.UNIT, !unit.isEmpty(), kind, "unit");
        requireIf(kind == Kind.ACCOUNTS, !accounts.isEmpty(), kind, "accounts");
        requireIf(kind == Kind.TEAM, team != null, kind, "team");
        unit.forEach(name -> requireName(name, "unit"));
        accounts.forEach(account -> Require.matching(ACCOUNT, account, "accounts", "12 digits"));
        if (organization != null) {
            requireName(organization, "organization");
        }
        if (team != null) {
            requireName(team, "team");
        }
        if (accounts.size() > MOST_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "accounts are %d; accepted: at most %d, more as a unit or an organization"
                            .formatted(accounts.size(), MOST_ACCOUNTS));
        }
    }

    public static Reach ofOrganization(String organization) {
        return new Reach(Kind.ORGANIZATION, organization, List.of(), Set.of(), null);
    }

    public static Reach ofUnit(String organization, List<String> unit) {
        return new Reach(Kind.UNIT, organization, unit, Set.of(), null);
    }

    public static Reach ofAccounts(Set<String> accounts) {
        return new Reach(Kind.ACCOUNTS, null, List.of(), accounts, null);
    }

    public static Reach ofTeam(String team) {
        return new Reach(Kind.TEAM, null, List.of(), Set.of(), team);
    }

    /** Whether all that an account holds is reached, whoever owns it. */
    public boolean covers(String account, String ofOrganization, List<String> ouPath) {
        return switch (kind) {
            case EVERYTHING -> true;
            case ORGANIZATION -> ofOrganization.equals(organization);
            case UNIT ->
                ofOrganization.equals(organization)
                        && ouPath.size() >= unit.size()
                        && ouPath.subList(0, unit.size()).equals(unit);
            case ACCOUNTS -> accounts.contains(account);
            case TEAM -> false;
        };
    }

    /** As people read it, such as {@code unit Retail/Prod of o-a1b2c3d4e5}. */
    public String words() {
        return switch (kind) {
            case EVERYTHING -> "everything";
            case ORGANIZATION -> "organization " + organization;
            case UNIT -> "unit %s of %s".formatted(String.join("/", unit), organization);
            case ACCOUNTS -> "accounts " + String.join(", ", new TreeSet<>(accounts));
            case TEAM -> "team " + team;
        };
    }

    private static void requireIf(boolean asked, boolean given, Kind kind, String component) {
        if (asked != given) {
            throw new IllegalArgumentException("a reach of kind %s has %s %s; accepted: %s"
                    .formatted(kind, given ? "a component" : "no component", component, asked ? "one" : "none"));
        }
    }

    private static void requireName(String name, String component) {
        Require.text(name, component);
        Require.storable(name, component);
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "%s has %d characters; accepted: at most %d".formatted(component, name.length(), LONGEST));
        }
    }
}
