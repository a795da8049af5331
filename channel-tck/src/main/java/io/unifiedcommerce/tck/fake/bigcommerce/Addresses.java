package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.Order;

/** Postal addresses in V2 and V3 form. */
final class Addresses {
    private Addresses() {}

    static ObjectNode v2(Order order) {
        Address address = order.placed().address();
        return JsonNodeFactory.instance
                .objectNode()
                .put("first_name", address.firstName())
                .put("last_name", address.lastName())
                .put("company", "")
                .put("street_1", address.line1())
                .put("street_2", address.line2())
                .put("city", address.city())
                .put("state", address.provinceCode())
                .put("zip", address.postalCode())
                .put("country", address.country())
                .put("country_iso2", address.countryCode())
                .put("phone", address.phone())
                .put("email", order.placed().email());
    }

    static ObjectNode v3(Customer customer) {
        Address address = customer.profile().address();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", customer.id() + 1)
                .put("customer_id", customer.id())
                .put("first_name", address.firstName())
                .put("last_name", address.lastName())
                .put("company", "")
                .put("address1", address.line1())
                .put("address2", address.line2())
                .put("city", address.city())
                .put("state_or_province", address.provinceCode())
                .put("postal_code", address.postalCode())
                .put("country", address.country())
                .put("country_code", address.countryCode())
                .put("phone", address.phone())
                .put("address_type", "residential");
    }
}
