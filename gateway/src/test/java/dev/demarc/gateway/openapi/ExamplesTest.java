package dev.demarc.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Problem;
import dev.demarc.contracts.api.AccountView;
import dev.demarc.contracts.api.ChangesView;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.api.EvidenceErasure;
import dev.demarc.contracts.api.EvidenceFileView;
import dev.demarc.contracts.api.FindingDetail;
import dev.demarc.contracts.api.FindingView;
import dev.demarc.contracts.api.OrganizationView;
import dev.demarc.contracts.api.Page;
import dev.demarc.contracts.api.ResourceDetail;
import dev.demarc.contracts.api.ResourceView;
import dev.demarc.contracts.api.ResponsibilityMatrix;
import dev.demarc.contracts.api.ScanView;
import dev.demarc.contracts.api.StatementAct;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementView;
import dev.demarc.contracts.api.TeamView;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.scan.ScanRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("organization", one(OrganizationView.class)),
                Arguments.of("accounts", page(AccountView.class)),
                Arguments.of("account", one(AccountView.class)),
                Arguments.of("findings", page(FindingView.class)),
                Arguments.of("finding", one(FindingDetail.class)),
                Arguments.of("resources", page(ResourceView.class)),
                Arguments.of("resource", one(ResourceDetail.class)),
                Arguments.of("teams", many(TeamView.class)),
                Arguments.of("drift", page(DriftItem.class)),
                Arguments.of("changes", one(ChangesView.class)),
                Arguments.of("layers", many(Layer.class)),
                Arguments.of("services", many(Service.class)),
                Arguments.of("service", one(Service.class)),
                Arguments.of("responsibilities", one(ResponsibilityMatrix.class)),
                Arguments.of("controls", many(Control.class)),
                Arguments.of("control", one(Control.class)),
                Arguments.of("frameworks", many(Framework.class)),
                Arguments.of("parameters", one(Parameters.class)),
                Arguments.of("scans", page(ScanView.class)),
                Arguments.of("scan", one(ScanView.class)),
                Arguments.of("startScan", one(ScanRequest.class)),
                Arguments.of("statements", page(StatementView.class)),
                Arguments.of("statement", one(StatementView.class)),
                Arguments.of("actOnStatement", one(StatementView.class)),
                Arguments.of("proposeStatement", one(StatementView.class)),
                Arguments.of("proposeStatement.request", one(StatementProposal.class)),
                Arguments.of("actOnStatement.request", one(StatementAct.class)),
                Arguments.of("uploadEvidence", one(EvidenceFileView.class)),
                Arguments.of("eraseEvidence", one(EvidenceFileView.class)),
                Arguments.of("eraseEvidence.request", one(EvidenceErasure.class)),
                Arguments.of("revision", one(CatalogRevision.class)),
                Arguments.of("problem", one(Problem.class)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWhatTheRecordOfTheAnswerWouldBe(String id, JavaType type) throws IOException {
        JsonNode example = example(id);
        ObjectReader reader = Json.MAPPER.readerFor(type);

        JsonNode rewritten = Json.MAPPER.valueToTree(reader.readValue(example));

        assertThat(rewritten).isEqualTo(example);
    }

    private static JsonNode example(String id) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ExamplesTest.class.getResourceAsStream("/openapi-examples/" + id + ".json"), id)) {
            return Json.MAPPER.readTree(in);
        }
    }

    private static JavaType one(Class<?> type) {
        return Json.MAPPER.constructType(type);
    }

    private static JavaType many(Class<?> type) {
        return Json.MAPPER.getTypeFactory().constructCollectionType(List.class, type);
    }

    private static JavaType page(Class<?> type) {
        return Json.MAPPER.getTypeFactory().constructParametricType(Page.class, type);
    }
}
