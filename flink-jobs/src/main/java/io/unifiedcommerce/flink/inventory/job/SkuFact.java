package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.SkuKey;

/** A fact about one SKU. */
record SkuFact(SkuKey sku, Fact fact) {}
