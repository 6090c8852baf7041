package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AwsAccess;
import dev.demarc.scanner.aws.FixedAwsConfig;
import dev.demarc.scanner.aws.ReplicaShare;
import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Collectors;
import dev.demarc.scanner.collector.Placement;
import dev.demarc.scanner.collector.Reading;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

class TaskRunnerTest {
    private static final Scope SCOPE = new Scope("111122223333", "eu-central-1", "AWS::S3::Bucket");

    private final Recorded recorded = new Recorded();

    static List<Throwable> defects() {
        return List.of(
                new ClassCastException("class A cannot be cast to class B"),
                new NullPointerException(),
                new IllegalArgumentException("resource id is 'null'; accepted: text"),
                new ArithmeticException("/ by zero"),
                new UnsupportedOperationException(),
                new StackOverflowError(),
                new NoClassDefFoundError("dev/demarc/Missing"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void endsTheRunOfATypeWhoseReadingFailsByADefect(Throwable defect) {
        RunEnded ended = run(reading -> fail(defect));

        assertThat(ended).returns(Outcome.FAILED, RunEnded::outcome).returns(TaskRunner.DEFECT, RunEnded::reason);
        assertThat(recorded.end()).isEqualTo(ended);
        assertThat(recorded.all(EventType.SCAN_PROGRESS, ScanProgress.class))
                .last()
                .returns(ScanProgress.Phase.ENDED, ScanProgress::phase)
                .returns(TaskRunner.DEFECT, ScanProgress::reason);
    }

    @ParameterizedTest
    @MethodSource("defects")
    void tellsAUserNoNameOfAClass(Throwable defect) {
        run(reading -> fail(defect));

        assertThat(recorded.text())
                .doesNotContain(defect.getClass().getSimpleName(), "Exception", "java.lang", "cannot be cast");
    }

    @Test
    void saysWhyAwsDidNotAnswer() {
        RunEnded ended =
                run(reading -> fail(SdkClientException.create("Unable to load credentials from any of the providers")));

        assertThat(ended.reason()).isEqualTo("no AWS credentials were found by the default chain");
    }

    @Test
    void saysThatItHasNoCollector() {
        RunEnded ended = runner(List.of()).run(task(), TraceParent.start());

        assertThat(ended.reason()).isEqualTo("this scanner has no collector for AWS::S3::Bucket");
    }

    @Test
    void leavesTheRunOpenForAnotherWorkerWhenItIsInterrupted() {
        assertThatThrownBy(() -> run(reading -> fail(AbortedException.create("interrupted"))))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> run(reading -> fail(new CancellationException("interrupted"))))
                .isInstanceOf(CancellationException.class);

        assertThat(recorded.types()).doesNotContain(EventType.RUN_ENDED);
    }

    @Test
    void asksForTheTaskAgainWhenKafkaDoesNotTakeWhatIsSent() {
        recorded.producer().sendException = new TimeoutException("no broker");

        assertThatThrownBy(() -> run(reading -> {})).isInstanceOf(BusException.class);
    }

    private RunEnded run(Consumer<Reading> collecting) {
        return runner(List.of(new Fake(collecting))).run(task(), TraceParent.start());
    }

    private TaskRunner runner(List<Collector> collectors) {
        return new TaskRunner(
                new AwsAccess(FixedAwsConfig.at(URI.create("http://127.0.0.1:1")), new ReplicaShare()),
                new Collectors(collectors),
                LiveScan.canonicalizer(),
                new Bus(recorded.producer()),
                Clock.systemUTC(),
                new FixedScanConfig());
    }

    private static ScanTask task() {
        return new ScanTask(SCOPE, new RunId("scan", 1));
    }

    private static void fail(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    private record Fake(Consumer<Reading> collecting) implements Collector {
        @Override
        public String type() {
            return SCOPE.type();
        }

        @Override
        public Set<Placement> placements() {
            return Set.of(Placement.REGIONAL);
        }

        @Override
        public void read(Reading reading) {
            collecting.accept(reading);
        }
    }
}
