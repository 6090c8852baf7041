package dev.demarc.scanner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void endsWithZeroWhenAllWasReadAndSaysHowMuch() {
        report.ended(run(Outcome.COMPLETE, null, null));

        assertThat(report.summary()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("3 resources in 1 scopes, 1 complete");
    }

    @Test
    void endsWithOneWhenSomeScopesWereRefusedAndNamesThePermission() {
        report.ended(run(Outcome.COMPLETE, null, null));
        report.ended(run(Outcome.DENIED, "access denied", "s3:ListAllMyBuckets"));

        assertThat(report.summary()).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("denied: access denied (s3:ListAllMyBuckets)");
    }

    @Test
    void endsWithTwoWhenNothingWasRead() {
        report.broken("111122223333/eu-west-1/AWS::S3::Bucket", "Kafka is away");

        assertThat(report.summary()).isEqualTo(2);
    }

    @Test
    void tellsOfItemsThatACompleteScopeCouldNotSend() {
        report.ended(complete("2 listed items have the id 'db-1' and count as one, the last of them"));

        report.summary();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("complete; 2 listed items have the id 'db-1'")
                .contains("1 with listed items that are not read");
    }

    private static RunEnded complete(String remark) {
        Scope scope = new Scope("111122223333", "eu-west-1", "AWS::RDS::DBInstance");
        return new RunEnded(
                scope, new RunId("scan", 1), Outcome.COMPLETE, 1, 3, "00", Instant.EPOCH, null, null, remark);
    }

    private static RunEnded run(Outcome outcome, @Nullable String reason, @Nullable String permission) {
        return new RunEnded(
                new Scope("111122223333", "eu-west-1", "AWS::S3::Bucket"),
                new RunId("scan", 1),
                outcome,
                1,
                3,
                "00",
                Instant.EPOCH,
                reason,
                permission,
                null);
    }
}
