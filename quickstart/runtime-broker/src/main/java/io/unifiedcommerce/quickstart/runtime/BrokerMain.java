package io.unifiedcommerce.quickstart.runtime;

import io.unifiedcommerce.quickstart.lifeline.Lifeline;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Formats the log directory where it is new and runs the broker. Arguments: properties file, cluster id. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) {
        Lifeline.hold();
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--config", args[0], "--cluster-id", args[1]},
                System.out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {args[0]});
    }
}
