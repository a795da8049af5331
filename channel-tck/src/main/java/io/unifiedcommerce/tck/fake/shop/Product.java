package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;
import java.util.List;

/** A product with at least one variant. */
public record Product(
        long id,
        String title,
        String vendor,
        String type,
        Status status,
        Tracking tracking,
        List<String> tags,
        List<Variant> variants,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    /** Visibility of a product. */
    public enum Status {
        ACTIVE,
        DRAFT,
        ARCHIVED
    }

    public Product {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
    }

    public Product titled(String newTitle) {
        return new Product(id, newTitle, vendor, type, status, tracking, tags, variants, createdAt, updatedAt);
    }

    public Product inStatus(Status newStatus) {
        return new Product(id, title, vendor, type, newStatus, tracking, tags, variants, createdAt, updatedAt);
    }

    public Product withVariants(List<Variant> newVariants) {
        return new Product(id, title, vendor, type, status, tracking, tags, newVariants, createdAt, updatedAt);
    }

    Product touched(Instant now) {
        return new Product(id, title, vendor, type, status, tracking, tags, variants, createdAt, now);
    }
}
