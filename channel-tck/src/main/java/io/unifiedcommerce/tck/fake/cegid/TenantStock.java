package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Clock;
import java.util.Map;

/**
 * A service by which this one tenant takes stock levels. It is invented: Y2 has no known call for that, so each tenant that has
 * one supplies its template.
 */
final class TenantStock implements Service {
    private final Shop shop;
    private final Clock clock;
    private final StockWrites writes;

    TenantStock(Shop shop, Clock clock, StockWrites writes) {
        this.shop = shop;
        this.clock = clock;
        this.writes = writes;
    }

    @Override
    public String address() {
        return "TenantStockService.svc";
    }

    @Override
    public String actions() {
        return "urn:tenant/ITenantStock/";
    }

    @Override
    public HttpAnswer call(String operation, Map<String, Object> request) {
        Member level = Member.of(request, "clientContext itemReference quantity storeId");
        String sku = level.needed("itemReference");
        long store = Long.parseLong(level.needed("storeId"));
        if (!operation.equals("SetStock")) {
            throw SoapFault.unknownAction(actions() + operation);
        }
        if (shop.catalogue().bySku(sku).size() != 1
                || shop.locations().records().find(store).isEmpty()) {
            throw SoapFault.business("Item or store does not exist");
        }
        long before = shop.stock().available(sku, store);
        long quantity = Long.parseLong(level.needed("quantity"));
        shop.stock().count(sku, store, quantity);
        writes.add(new StockWrite(clock.instant(), sku, store, "available", before, quantity, ""));
        return SoapXml.response(operation, "Ok");
    }
}
