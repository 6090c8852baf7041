package dev.demarc.e2e;

import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.local.platform.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What goes wrong, and how often it does beside the others. */
enum ChaosFault {
    SERVICE_KILLED(4) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.demarc().killIfAlive(any(List.of(Service.values()), random));
        }
    },
    KAFKA_KILLED(1) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.kafka().kill();
            ChaosStage.pause(random, MOST_AWAY);
            stage.kafka().startAgain();
        }
    },
    KAFKA_STOPPED(1) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.kafka().stop();
            ChaosStage.pause(random, MOST_AWAY);
            stage.kafka().startAgain();
        }
    },
    POSTGRESQL_KILLED(2) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.demarc().killPostgres();
        }
    },
    LAUNCHER_KILLED(1) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.demarc().killLauncher();
            stage.demarc().upAgain("--no-sample");
        }
    },
    CLOCK_SKEWED(2) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.load().skew(any(stage.load().scopes(), random), Duration.ofMinutes(random.nextInt(2_400) - 1_200));
        }
    },
    RUN_SPOILED(2) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.load().spoil(any(stage.load().scopes(), random), any(List.of(ChaosSpoil.values()), random));
        }
    },
    RECORDS_STRAY(2) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.load().sendOnce(strays(stage, random, 100));
        }
    },
    RECORDS_OVERSIZE(1) {
        @Override
        void strike(ChaosStage stage, Random random) {
            stage.load().sendOnce(strays(stage, random, Topic.MAX_MESSAGE_BYTES - 4_096));
        }
    },
    READERS_SLOW(1) {
        @Override
        void strike(ChaosStage stage, Random random) {
            SlowReaders.ask(
                    stage.demarc().port(Service.GATEWAY),
                    "/api/v1/exports/verdicts.csv?organization=" + ChaosLoad.ORGANIZATION);
        }
    };

    private static final Duration MOST_AWAY = Duration.ofSeconds(3);

    private final int share;

    ChaosFault(int share) {
        this.share = share;
    }

    /** Returns when it has struck; what was ended may be on its way back still. */
    abstract void strike(ChaosStage stage, Random random);

    /** Every fault in its share, one after another without end when begun anew. */
    static List<ChaosFault> round() {
        return Arrays.stream(values())
                .flatMap(fault -> Stream.generate(() -> fault).limit(fault.share))
                .toList();
    }

    /** A record of bytes that are nothing on every topic that has writers beside the platform, and one of headers. */
    private static List<ProducerRecord<String, byte[]>> strays(ChaosStage stage, Random random, int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        Scope scope = any(stage.load().scopes(), random);
        List<ProducerRecord<String, byte[]>> strays = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            String key = topic == Topic.RESOURCES ? scope.toString() : "chaos";
            if (!topic.holdsDeadLetters()) {
                strays.add(typed(new ProducerRecord<>(topic.topicName(), key, noise), random));
            }
        }
        ProducerRecord<String, byte[]> headers = new ProducerRecord<>(
                Topic.RESOURCES.topicName(), scope.toString(), "{".getBytes(StandardCharsets.UTF_8));
        headers.headers().add(EventHeaders.TRACE_PARENT, noise);
        strays.add(typed(headers, random));
        return strays;
    }

    private static ProducerRecord<String, byte[]> typed(ProducerRecord<String, byte[]> record, Random random) {
        String type = any(List.of(EventType.values()), random).ceType();
        record.headers()
                .add(EventHeaders.TYPE, EventHeaders.bytes(type))
                .add(EventHeaders.TIME, EventHeaders.bytes("yesterday"));
        return record;
    }

    static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
