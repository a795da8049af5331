package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ItemInventoryWcfService: what each store has available of each item. Items of the shop have no dimensions. */
final class ItemInventory implements Service {
    private final Shop shop;

    ItemInventory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public String address() {
        return "ItemInventoryWcfService.svc";
    }

    @Override
    public String actions() {
        return SoapXml.RETAIL + "/IItemInventoryWcfService/";
    }

    @Override
    public HttpAnswer call(String operation, Map<String, Object> request) {
        if (!operation.equals("GetListItemInventoryDetailByStore")) {
            throw SoapFault.unknownAction(actions() + operation);
        }
        Member search = Member.of(request, "inventoryStoreItemDetailRequest clientContext")
                .inner(
                        "inventoryStoreItemDetailRequest",
                        "AllAvailableWarehouse DetailSku ItemIdentifiers OnlyAvailableStock Pager StoreIds WithStoreName");
        List<String> stores = search.texts("StoreIds", "string");
        boolean onlyAvailable =
                search.text("OnlyAvailableStock").orElse("false").equals("true");
        List<Map<String, Object>> items = Paging.of(search)
                .of(List.copyOf(shop.catalogue().items().values()))
                .stream()
                .map(variant -> item(variant, stores, onlyAvailable))
                .toList();
        return SoapXml.response(
                operation,
                Map.of("InventoryDetailsByStore", items.isEmpty() ? "" : Map.of("AvailableQtyByItemByStore", items)));
    }

    private Map<String, Object> item(Variant variant, List<String> stores, boolean onlyAvailable) {
        List<Object> rows = new ArrayList<>();
        for (Level level : shop.stock().levels(variant.itemId())) {
            String store = Long.toString(level.locationId());
            if ((stores.isEmpty() || stores.contains(store)) && (!onlyAvailable || level.available() > 0)) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("AvailableQuantity", level.available());
                row.put("AvailableSkusQty", null);
                row.put("StoreId", store);
                rows.add(row);
            }
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("ItemCode", variant.sku());
        item.put("StoresAvailableQty", rows.isEmpty() ? null : Map.of("StoreAvailableQty", rows));
        return item;
    }
}
