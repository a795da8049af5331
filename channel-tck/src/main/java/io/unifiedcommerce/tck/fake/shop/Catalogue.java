package io.unifiedcommerce.tck.fake.shop;

import io.unifiedcommerce.tck.fake.shop.ProductDraft.VariantDraft;
import io.unifiedcommerce.tck.fake.shop.ShopChange.Kind;
import io.unifiedcommerce.tck.fake.shop.ShopChange.ProductChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Products and their variants, found by id, stocked item or SKU. */
public final class Catalogue {
    // Numbers of different kinds never meet, so that an id used for the wrong kind finds nothing.
    private final AtomicLong productIds = new AtomicLong(100_000);
    private final AtomicLong variantIds = new AtomicLong(40_000_000);
    private final AtomicLong itemIds = new AtomicLong(70_000_000);
    private final Journal journal;
    private final Records<Product> products;
    private final Records<Variant> variants;
    private final Items items;
    private final StockRoom stock;

    Catalogue(Journal journal, Records<Product> products, Records<Variant> variants, Items items, StockRoom stock) {
        this.journal = journal;
        this.products = products;
        this.variants = variants;
        this.items = items;
        this.stock = stock;
    }

    /** Creates a product and the first stock of its variants. */
    public Product create(ProductDraft draft) {
        return journal.write(() -> {
            Instant now = journal.now();
            long productId = productIds.incrementAndGet();
            List<Variant> created = new ArrayList<>();
            boolean untracked = draft.tracking() == Tracking.NONE;
            draft.variants().forEach(variant -> created.add(variantOf(variant, productId, untracked, now)));
            Product product = new Product(
                    productId,
                    draft.title(),
                    draft.vendor(),
                    draft.type(),
                    Product.Status.ACTIVE,
                    draft.tracking(),
                    draft.tags(),
                    created,
                    now,
                    now);
            put(Kind.CREATED, product);
            for (int i = 0; i < created.size(); i++) {
                long itemId = created.get(i).itemId();
                draft.variants().get(i).stock().forEach((location, units) -> stock.open(itemId, location, units));
            }
            return product;
        });
    }

    /** A product with one variant of the same name, stocked as given by location id. */
    public Variant create(String sku, BigDecimal price, Map<Long, Long> stockByLocation) {
        return create(ProductDraft.titled(sku).withVariant(sku, price, stockByLocation))
                .variants()
                .get(0);
    }

    /** Changes a product; variants that the change touches get a new update time too. */
    public Product change(long id, UnaryOperator<Product> change) {
        return journal.write(() -> {
            Product before = products.find(id).orElseThrow(() -> new IllegalArgumentException("no product " + id));
            Instant now = journal.now();
            Product changed = change.apply(before);
            List<Variant> touched = changed.variants().stream()
                    .map(variant -> before.variants().contains(variant) ? variant : variant.touched(now))
                    .toList();
            before.variants().forEach(items::remove);
            return put(Kind.UPDATED, changed.withVariants(touched).touched(now));
        });
    }

    /** Removes a product, its variants and their stock; false when there was none. */
    public boolean delete(long id) {
        return journal.write(() -> {
            Optional<Product> product = products.find(id);
            product.ifPresent(gone -> {
                gone.variants().forEach(variant -> {
                    items.remove(variant);
                    variants.remove(variant.id());
                    stock.close(variant.itemId());
                });
                products.remove(id);
                journal.publish(new ProductChanged(Kind.DELETED, gone));
            });
            return product.isPresent();
        });
    }

    /** All variants that carry the SKU; most platforms allow several. */
    public List<Variant> bySku(String sku) {
        return items.bySku(sku);
    }

    /**
     * The only variant with the SKU.
     *
     * @throws IllegalArgumentException when none or several carry it
     */
    public Variant onlyBySku(String sku) {
        return items.onlyBySku(sku);
    }

    public Optional<Variant> byItem(long itemId) {
        return items.find(itemId);
    }

    /** Stocked items by ascending item id. */
    public NavigableMap<Long, Variant> items() {
        return items.all();
    }

    public Records<Product> products() {
        return products;
    }

    public Records<Variant> variants() {
        return variants;
    }

    private Variant variantOf(VariantDraft draft, long productId, boolean untracked, Instant now) {
        return new Variant(
                variantIds.incrementAndGet(),
                itemIds.incrementAndGet(),
                productId,
                draft.sku(),
                draft.title(),
                draft.price(),
                draft.barcode(),
                draft.oversell() || untracked,
                now,
                now);
    }

    private Product put(Kind kind, Product product) {
        products.put(product);
        product.variants().forEach(variant -> {
            variants.put(variant);
            items.add(variant);
        });
        journal.publish(new ProductChanged(kind, product));
        return product;
    }
}
