package io.unifiedcommerce.tck.fake.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A product to create, with the first stock of each variant. */
public record ProductDraft(
        String title, String vendor, String type, Tracking tracking, List<String> tags, List<VariantDraft> variants) {
    /**
     * A variant to create.
     *
     * @param stock initial available quantity by location id; a variant is stocked nowhere else
     */
    public record VariantDraft(
            String sku, String title, BigDecimal price, String barcode, boolean oversell, Map<Long, Long> stock) {
        public VariantDraft {
            stock = Map.copyOf(stock);
        }
    }

    public ProductDraft {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
    }

    /** A product without variants yet, its stock tracked by variant. */
    public static ProductDraft titled(String title) {
        return new ProductDraft(title, "", "", Tracking.VARIANT, List.of(), List.of());
    }

    public ProductDraft trackedBy(Tracking newTracking) {
        return new ProductDraft(title, vendor, type, newTracking, tags, variants);
    }

    public ProductDraft soldBy(String newVendor, String newType, List<String> newTags) {
        return new ProductDraft(title, newVendor, newType, tracking, newTags, variants);
    }

    /** Adds a variant that cannot be oversold. */
    public ProductDraft withVariant(String sku, BigDecimal price, Map<Long, Long> stock) {
        return withVariant(new VariantDraft(sku, sku, price, "", false, stock));
    }

    public ProductDraft withVariant(VariantDraft variant) {
        List<VariantDraft> all = new ArrayList<>(variants);
        all.add(variant);
        return new ProductDraft(title, vendor, type, tracking, tags, all);
    }
}
