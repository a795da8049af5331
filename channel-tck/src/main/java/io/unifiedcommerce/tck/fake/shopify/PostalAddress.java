package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.Order;
import java.util.function.Function;

/** MailingAddress of an order or a customer. */
record PostalAddress(long id, Address address) {
    static PostalAddress of(Order order) {
        return orNull(order.id(), order.placed().address());
    }

    static PostalAddress of(Customer customer) {
        return orNull(customer.id(), customer.profile().address());
    }

    private static PostalAddress orNull(long id, Address address) {
        return address.equals(Address.NONE) ? null : new PostalAddress(id, address);
    }

    static void wire(Wiring wiring) {
        TypeFields<PostalAddress> type = wiring.type("MailingAddress", PostalAddress.class)
                .field("id", node -> Gid.of("MailingAddress", node.id()))
                .field(
                        "name",
                        node -> (node.address().firstName() + " "
                                        + node.address().lastName())
                                .strip())
                .constant(null, "company");
        text(type, "firstName", Address::firstName);
        text(type, "lastName", Address::lastName);
        text(type, "address1", Address::line1);
        text(type, "address2", Address::line2);
        text(type, "city", Address::city);
        text(type, "province", Address::provinceCode);
        text(type, "provinceCode", Address::provinceCode);
        text(type, "zip", Address::postalCode);
        text(type, "country", Address::country);
        text(type, "countryCodeV2", Address::countryCode);
        text(type, "phone", Address::phone);
    }

    private static void text(TypeFields<PostalAddress> type, String name, Function<Address, String> read) {
        type.field(name, node -> OrderTypes.blankAsNull(read.apply(node.address())));
    }
}
