package io.unifiedcommerce.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;

/** A real worker with a real broker, in this process. */
final class OneWorker {
    private OneWorker() {}

    static EmbeddedConnectCluster started(String name) {
        Properties broker = new Properties();
        broker.put("transaction.state.log.replication.factor", "1");
        broker.put("transaction.state.log.min.isr", "1");
        broker.put("group.initial.rebalance.delay.ms", "0");
        EmbeddedConnectCluster connect = new EmbeddedConnectCluster.Builder()
                .name(name)
                .numWorkers(1)
                .numBrokers(1)
                .brokerProps(broker)
                .workerProps(new HashMap<>(Map.of(
                        "exactly.once.source.support", "enabled",
                        "offset.flush.interval.ms", "500",
                        "scheduled.rebalance.max.delay.ms", "0",
                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "value.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "plugin.discovery", "service_load")))
                .build();
        connect.start();
        return connect;
    }
}
