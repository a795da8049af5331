package io.unifiedcommerce.channel.manifest;

import java.util.List;

/** How one kind of command is written to a platform. */
public record WriteSpec(
        @Setting("short name of the WriteStrategy") String hook,

        @Setting(value = "modes the platform can apply: delta, cas, set", optional = true)
        List<Mode> modes,

        @Setting(value = "most commands in one request", byDefault = "1")
        int batch,

        @Setting(value = "requests in flight at once", byDefault = "1")
        int concurrency,

        @Setting(value = "scopes the credentials need", optional = true)
        List<String> scopes,

        @Setting(value = "options without which the platform takes no such command", optional = true)
        List<String> requires) {

    /** How a stock level is changed; see the unified model's InventoryTarget. */
    public enum Mode {
        DELTA,
        CAS,
        SET
    }
}
