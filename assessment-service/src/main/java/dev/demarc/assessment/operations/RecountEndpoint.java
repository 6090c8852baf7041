package dev.demarc.assessment.operations;

import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.assessment.operations.RecountReport.Difference;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.assessment.recount.Recount;
import dev.demarc.assessment.recount.Recount.Disagreement;
import dev.demarc.contracts.access.Role;
import dev.demarc.shell.edge.EverythingAs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The recount over HTTP. */
@Path("/api/v1/operations/recount")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@Blocking
@EverythingAs(Role.OPERATOR)
public class RecountEndpoint {
    private static final String TEAMS = "SELECT no, name FROM team";

    private final Recount recount;
    private final Dictionaries dictionaries;
    private final ReadTransaction reads;

    RecountEndpoint(Recount recount, Dictionaries dictionaries, ReadTransaction reads) {
        this.recount = recount;
        this.dictionaries = dictionaries;
        this.reads = reads;
    }

    @POST
    @Operation(
            summary = "Count every tally and every count beside them again from what is stored of each resource",
            description = "Reads one snapshot beside ingestion and mends nothing: a difference is a defect.")
    @APIResponse(
            responseCode = "200",
            description = "What was counted, and where the tallies differ",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "agreement", value = """
                                                    {"agrees": true, "scopes": 240, "resources": 1200, \
                                                    "tallies": 4800, "counts": 2100, "differences": [], \
                                                    "wrongCounts": []}""")))
    public RecountReport recount() {
        try {
            Recount.Report report = recount.run();
            List<Difference> differences = differences(report.disagreements());
            return new RecountReport(
                    differences.isEmpty() && report.wrongCounts().isEmpty(),
                    report.scopes(),
                    report.resources(),
                    report.tallies(),
                    report.counts(),
                    differences,
                    report.wrongCounts());
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private List<Difference> differences(List<Disagreement> disagreements) throws SQLException {
        if (disagreements.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> teams = reads.of(RecountEndpoint::teams);
        List<Difference> differences = new ArrayList<>();
        for (Disagreement each : disagreements) {
            differences.add(new Difference(
                    dictionaries.scope(each.tally().scope()).name(),
                    each.tally().control(),
                    each.tally().party(),
                    teams.getOrDefault(each.tally().team(), ""),
                    each.stored(),
                    each.counted()));
        }
        return differences;
    }

    private static Map<Integer, String> teams(Connection connection) throws SQLException {
        Map<Integer, String> teams = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TEAMS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                teams.put(row.getInt("no"), row.getString("name"));
            }
        }
        return teams;
    }
}
