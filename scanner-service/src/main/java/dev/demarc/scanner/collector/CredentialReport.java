package dev.demarc.scanner.collector;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/**
 * IAM's credential report, a line for each user by ARN: names in lowerCamelCase, what AWS does not say is null.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential
 *     report</a>
 */
final class CredentialReport {
    static final String PERMISSION = "iam:GenerateCredentialReport, iam:GetCredentialReport";

    private static final String ROOT = "<root_account>";
    private static final Set<String> NOT_SAID = Set.of("N/A", "no_information", "not_supported", "");
    private static final Set<String> NAMES = Set.of("user", "arn");
    private static final int ATTEMPTS = 30;

    private final Map<String, Map<String, @Nullable Object>> lines = new HashMap<>();

    private CredentialReport() {}

    /** Nothing known of anybody. */
    static CredentialReport none() {
        return new CredentialReport();
    }

    static Joined<CredentialReport> join(IamClient iam) {
        return Joined.read(PERMISSION, none(), Set.of(), () -> read(iam));
    }

    /** @param generatedTime when AWS made it, as RFC 3339 */
    static CredentialReport parse(String csv, String generatedTime) {
        CredentialReport report = new CredentialReport();
        List<String> rows = csv.lines().toList();
        List<String> columns = cells(rows.get(0));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            Map<String, @Nullable Object> line = new TreeMap<>();
            line.put("generatedTime", generatedTime);
            for (int i = 0; i < columns.size() && i < cells.size(); i++) {
                if (!NAMES.contains(columns.get(i))) {
                    line.put(lowerCamelCase(columns.get(i)), value(cells.get(i)));
                }
            }
            report.lines.put(cells.get(0), line);
        }
        return report;
    }

    @Nullable
    Map<String, @Nullable Object> user(String userName) {
        return lines.get(userName);
    }

    @Nullable
    Map<String, @Nullable Object> root() {
        return lines.get(ROOT);
    }

    private static CredentialReport read(IamClient iam) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (iam.generateCredentialReport().state() == ReportStateType.COMPLETE) {
                GetCredentialReportResponse report = iam.getCredentialReport();
                return parse(
                        report.content().asString(StandardCharsets.UTF_8),
                        report.generatedTime() == null
                                ? ""
                                : report.generatedTime().toString());
            }
            pause();
        }
        throw SdkClientException.create("the credential report was not made in time");
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the credential report was made");
        }
    }

    private static List<String> cells(String row) {
        return Arrays.asList(row.split(",", -1));
    }

    private static String lowerCamelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    private static @Nullable Object value(String cell) {
        if (NOT_SAID.contains(cell)) {
            return null;
        }
        if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
            return Boolean.valueOf(cell);
        }
        try {
            return OffsetDateTime.parse(cell).toInstant().toString();
        } catch (DateTimeException e) {
            return cell;
        }
    }
}
