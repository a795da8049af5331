package io.unifiedcommerce.quickstart.runtime;

import io.unifiedcommerce.quickstart.lifeline.Lifeline;
import org.apache.kafka.connect.cli.ConnectDistributed;

/** Runs a distributed Connect worker. Argument: properties file. */
public final class ConnectMain {

    private ConnectMain() {}

    public static void main(String[] args) {
        Lifeline.hold();
        ConnectDistributed.main(args);
    }
}
