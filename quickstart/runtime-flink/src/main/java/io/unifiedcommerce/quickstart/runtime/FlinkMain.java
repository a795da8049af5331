package io.unifiedcommerce.quickstart.runtime;

import io.unifiedcommerce.quickstart.lifeline.Lifeline;
import org.apache.flink.client.cli.CliFrontend;

/** Flink's own command line, bound to the life of its parent. Arguments: those of {@code flink}. */
public final class FlinkMain {

    private FlinkMain() {}

    public static void main(String[] args) {
        Lifeline.hold();
        CliFrontend.main(args);
    }
}
