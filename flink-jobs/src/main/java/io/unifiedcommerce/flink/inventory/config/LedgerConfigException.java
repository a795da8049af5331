package io.unifiedcommerce.flink.inventory.config;

import java.util.List;

/** The configuration of the ledger is wrong. The message names every mistake with its path. */
public final class LedgerConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> errors;

    LedgerConfigException(List<String> errors) {
        super("The ledger's configuration has " + errors.size() + (errors.size() == 1 ? " error" : " errors") + ":\n  "
                + String.join("\n  ", errors));
        this.errors = List.copyOf(errors);
    }

    /** One sentence for each mistake, beginning with its path such as {@code channels[0].push.mode}. */
    public List<String> errors() {
        return errors;
    }
}
