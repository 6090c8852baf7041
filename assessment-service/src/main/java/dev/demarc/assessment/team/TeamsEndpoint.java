package dev.demarc.assessment.team;

import dev.demarc.assessment.grant.Grants;
import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.AccountNumbers;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.listing.QueryParameters;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.responsibility.CurrentCatalog;
import dev.demarc.contracts.api.FindingCounts;
import dev.demarc.contracts.api.TeamView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teams over HTTP. */
@Path("/api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "teams")
@Blocking
public class TeamsEndpoint {
    private final Grants grants;
    private final CurrentCatalog catalog;
    private final ReadTransaction reads;
    private final Clock clock;

    TeamsEndpoint(Grants grants, CurrentCatalog catalog, ReadTransaction reads, Clock clock) {
        this.grants = grants;
        this.catalog = catalog;
        this.reads = reads;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What each team owns and has to do, by name",
            description = "The first, with an empty name, is what no team owns: by tag, stack, account or unit.")
    @Parameter(ref = "account")
    @Parameter(ref = "ou")
    @Parameter(ref = "organization")
    public List<TeamView> teams(@Context UriInfo uri) {
        AccountFilter filter =
                AccountFilter.of(new QueryParameters(uri.getQueryParameters(), AccountFilter.PARAMETERS));
        OpenFindings findings = new OpenFindings(catalog.lookup().revision(), clock.instant());
        Map<String, TeamStore.Owned> owned = reads.of(connection -> {
            ListedAccounts accounts = AccountNumbers.find(connection, grants.reached(), filter);
            TeamStore.open(connection, accounts, findings);
            return TeamStore.owned(connection, accounts);
        });
        return owned.entrySet().stream()
                .map(team -> new TeamView(
                        team.getKey(),
                        team.getValue().accounts(),
                        team.getValue().resources(),
                        new FindingCounts(findings.open(team.getKey()).bySeverity(), null),
                        findings.overdue()
                                .getOrDefault(team.getKey(), new OpenFindings.Counts())
                                .sum()))
                .toList();
    }
}
