package dev.demarc.contracts.scan;

import dev.demarc.contracts.Require;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An AWS account as its organisation knows it.
 *
 * @param organization the AWS organisation's id, {@code sample} for the sample organisation, the account's own id
 *     where it belongs to none, {@value #UNKNOWN_ORGANIZATION} where nobody told
 * @param ouPath names of the organisational units from the root down, empty at the root
 * @param enabledRegions regions that are enabled for the account, {@code global} not among them
 */
public record Account(
        String id,
        String name,
        String organization,
        List<String> ouPath,
        Status status,
        List<String> enabledRegions,
        @Nullable String team) {
    /** The organisation of accounts of which only a file's resources are known. */
    public static final String UNKNOWN_ORGANIZATION = "unknown";

    private static final Pattern ID = Pattern.compile("\\d{12}");

    /** What AWS Organizations says of the account. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        GONE
    }

    /** The same, no longer in its organisation. */
    public Account gone() {
        return new Account(id, name, organization, ouPath, Status.GONE, enabledRegions, team);
    }

    public Account {
        Require.matching(ID, id, "account id", "12 digits");
        Require.text(name, "account name");
        Require.text(organization, "organization");
        Require.present(status, "account status");
        Require.storable(name, "account name");
        Require.storable(organization, "organization");
        Require.storable(team, "account team");
        ouPath = ouPath == null ? List.of() : List.copyOf(ouPath);
        enabledRegions = enabledRegions == null ? List.of() : List.copyOf(enabledRegions);
        ouPath.forEach(unit -> Require.storable(unit, "ouPath"));
    }
}
