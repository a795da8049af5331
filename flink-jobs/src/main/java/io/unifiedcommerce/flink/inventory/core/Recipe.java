package io.unifiedcommerce.flink.inventory.core;

import java.util.List;

/** Parts of a bundle, as one catalogue item defines it. */
record Recipe(String version, List<Fact.Part> parts) {

    Recipe {
        parts = List.copyOf(parts);
    }
}
