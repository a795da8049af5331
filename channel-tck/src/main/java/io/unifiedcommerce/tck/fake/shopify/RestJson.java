package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Location;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The REST shape, snake case with numeric ids and times in the shop's zone, which webhooks have to this day. */
final class RestJson {
    private final DateTimeFormatter times;
    private final CustomerTotals totals;
    private final String currency;

    RestJson(ZoneId zone, CustomerTotals totals, String currency) {
        times = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(zone);
        this.totals = totals;
        this.currency = currency;
    }

    /** Null stays null. */
    String time(Instant instant) {
        return instant == null ? null : times.format(instant);
    }

    static String money(BigDecimal amount) {
        return Money.rounded(amount).toPlainString();
    }

    /** An object with the two ids that everything has. */
    static ObjectNode identified(String type, long id) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("admin_graphql_api_id", Gid.of(type, id));
    }

    ObjectNode customer(Customer customer) {
        ObjectNode json = identified("Customer", customer.id())
                .put("email", OrderTypes.blankAsNull(customer.profile().email()))
                .put("phone", OrderTypes.blankAsNull(customer.profile().phone()))
                .put("first_name", customer.profile().firstName())
                .put("last_name", customer.profile().lastName())
                .put("note", OrderTypes.blankAsNull(customer.profile().note()))
                .put("tags", String.join(", ", customer.tags()))
                .put("state", "enabled")
                .put("verified_email", true)
                .put("tax_exempt", false)
                .put("currency", currency)
                .put("orders_count", totals.of(customer.id()).orders())
                .put("total_spent", money(totals.of(customer.id()).spent()))
                .put("created_at", time(customer.createdAt()))
                .put("updated_at", time(customer.updatedAt()));
        json.putObject("email_marketing_consent")
                .put("state", customer.emailConsent().state().name().toLowerCase(Locale.ROOT));
        json.putArray("addresses");
        if (!customer.profile().address().equals(Address.NONE)) {
            ObjectNode address = address(customer.profile().address());
            address.put("id", customer.id()).put("default", true);
            json.withArray("addresses").add(address);
            json.set("default_address", address.deepCopy());
        }
        return json;
    }

    static ObjectNode address(Address address) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("first_name", address.firstName())
                .put("last_name", address.lastName())
                .put("name", (address.firstName() + " " + address.lastName()).strip())
                .put("address1", address.line1())
                .put("address2", address.line2())
                .put("city", address.city())
                .put("province_code", OrderTypes.blankAsNull(address.provinceCode()))
                .put("zip", address.postalCode())
                .put("country", address.country())
                .put("country_code", OrderTypes.blankAsNull(address.countryCode()))
                .put("phone", OrderTypes.blankAsNull(address.phone()));
    }

    /** No SKU here: the receiver has to look the item up. */
    ObjectNode level(Level level) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("inventory_item_id", level.itemId())
                .put("location_id", level.locationId())
                .put("available", level.available())
                .put("updated_at", time(level.updatedAt()))
                .put("admin_graphql_api_id", InventoryNodes.levelId(level));
    }

    ObjectNode location(Location location) {
        return identified("Location", location.id())
                .put("name", location.name())
                .put("active", location.active())
                .put("created_at", time(location.createdAt()))
                .put("updated_at", time(location.updatedAt()));
    }
}
