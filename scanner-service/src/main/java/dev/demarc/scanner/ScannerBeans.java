package dev.demarc.scanner;

import dev.demarc.scanner.canonical.Canonicalizer;
import dev.demarc.scanner.canonical.KeyedHash;
import dev.demarc.scanner.run.Bus;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jboss.logging.Logger;

/** Makes the objects that know no framework. */
@Singleton
final class ScannerBeans {
    private static final Logger LOG = Logger.getLogger(ScannerBeans.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TIME_TO_SEND_THE_REST = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 32;

    @Produces
    @Singleton
    Canonicalizer canonicalizer(ScrubConfig config) {
        return new Canonicalizer(
                new KeyedHash(config.key()
                        .map(key -> key.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(ScannerBeans::freshKey)),
                config.keptTags());
    }

    @Produces
    @Singleton
    Bus bus(Producer<String, byte[]> producer) {
        return new Bus(producer);
    }

    @Produces
    @Singleton
    Producer<String, byte[]> producer(KafkaClients clients) {
        return clients.producer(
                "demarc-scanner",
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE.toMillis()));
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(TIME_TO_SEND_THE_REST);
    }

    private static byte[] freshKey() {
        LOG.warn(
                "demarc.scrub.key is not set: hashes and digests are made with a key of this process, so that all"
                        + " resources look changed after each start; set it to the same secret of 16 bytes or more on every scanner");
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
