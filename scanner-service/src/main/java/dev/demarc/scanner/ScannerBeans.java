package dev.demarc.scanner;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarc.contracts.Json;
import dev.demarc.scanner.canonical.Canonicalizer;
import dev.demarc.scanner.canonical.KeyedHash;
import dev.demarc.scanner.run.Bus;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Makes the objects that know no framework. */
@Singleton
final class ScannerBeans implements ObjectMapperCustomizer {
    private static final Logger LOG = Logger.getLogger(ScannerBeans.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LINGER_MS = 5;
    private static final int KEY_BYTES = 32;

    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(mapper);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

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
    Producer<String, byte[]> producer(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "demarc-scanner");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, dev.demarc.contracts.event.Topic.MAX_MESSAGE_BYTES);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(Duration.ofSeconds(LINGER_MS));
    }

    private static byte[] freshKey() {
        LOG.warn("demarc.scrub.key is not set: hashes are made with a key of this process, so they change with each"
                + " start; set it to the same secret of 16 bytes or more on every scanner");
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
