package dev.demarc.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** One combined broker and controller with small buffers, few threads and every internal topic kept once. */
final class KafkaSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    private KafkaSettings() {}

    static Properties of(Path folder, int brokerPort, int controllerPort, KafkaDoor door) {
        Properties settings = new Properties();
        addresses(settings, brokerPort, controllerPort);
        settings.putAll(door.server());
        storage(settings, folder);
        internalTopics(settings);
        threads(settings);
        return settings;
    }

    private static void addresses(Properties settings, int brokerPort, int controllerPort) {
        String broker = "BROKER://" + Loopback.HOST + ":" + brokerPort;
        String controller = CONTROLLER_LISTENER + "://" + Loopback.HOST + ":" + controllerPort;
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("process.roles", "broker,controller");
        settings.put("listeners", broker + "," + controller);
        settings.put("advertised.listeners", broker);
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("controller.quorum.voters", NODE_ID + "@" + Loopback.HOST + ":" + controllerPort);
        // A broker that was killed comes back only after its last session.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("controller.quorum.election.timeout.ms", "200");
    }

    private static void storage(Properties settings, Path folder) {
        settings.put("log.dirs", folder.toString());
        settings.put("log.segment.bytes", Integer.toString(32 * MIB));
        settings.put("log.index.size.max.bytes", Integer.toString(MIB));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 * MIB));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(128 * KIB));
        settings.put("message.max.bytes", Integer.toString(3 * MIB));
        settings.put("replica.fetch.max.bytes", Integer.toString(3 * MIB));
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
    }

    private static void internalTopics(Properties settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "2");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "2");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void threads(Properties settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "3");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("log.cleaner.threads", "1");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("socket.request.max.bytes", Integer.toString(16 * MIB));
    }
}
