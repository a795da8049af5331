package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** customerSet, tagsAdd and tagsRemove. */
final class CustomerMutations {
    private static final String SCOPE = "write_customers";
    private static final int MAX_TAGS = 250;
    private static final int MAX_NOTE = 5000;

    private final Shop shop;

    CustomerMutations(Shop shop) {
        this.shop = shop;
    }

    void wire(Wiring wiring) {
        wiring.mutation()
                .field(
                        "customerSet",
                        SCOPE,
                        (root, call) -> set(call.getArgument("identifier"), call.getArgument("input")))
                .field("tagsAdd", SCOPE, (root, call) -> tag(call, true))
                .field("tagsRemove", SCOPE, (root, call) -> tag(call, false));
    }

    private Object set(Map<String, Object> identifier, Map<String, Object> input) {
        Map<String, Object> by = identifier == null ? Map.of() : identifier;
        for (String field : List.of("email", "phone")) {
            if (by.get(field) != null && !by.get(field).equals(input.get(field))) {
                return refused("INPUT_MISMATCH", "The input must repeat the identifier", "input", field);
            }
        }
        String note = (String) input.getOrDefault("note", "");
        if (note != null && note.length() > MAX_NOTE) {
            return refused("TOO_LONG", "Note is too long", "input", "note");
        }
        Optional<Customer> found = find(by);
        if (by.get("id") != null && found.isEmpty()) {
            return refused("NOT_FOUND", "The customer was not found", "identifier", "id");
        }
        try {
            Customer customer = found.isPresent()
                    ? shop.customers().change(found.get().id(), before -> merged(before, input))
                    : create(input);
            return Payload.of("customer", customer);
        } catch (IllegalArgumentException e) {
            String field = e.getMessage().startsWith("phone") ? "phone" : "email";
            return refused("TAKEN", field + " has already been taken", "input", field);
        }
    }

    private Optional<Customer> find(Map<String, Object> by) {
        if (by.get("id") != null) {
            return shop.customers().records().find(Gid.of(by.get("id"), "Customer"));
        }
        if (by.get("email") != null) {
            return shop.customers().byEmail((String) by.get("email"));
        }
        return by.get("phone") == null ? Optional.empty() : shop.customers().byPhone((String) by.get("phone"));
    }

    private Customer create(Map<String, Object> input) {
        CustomerProfile profile = profile(CustomerProfile.of("", "", ""), input);
        if (profile.email().isEmpty()
                && profile.phone().isEmpty()
                && profile.lastName().isEmpty()) {
            throw new ShopifyError("INVALID", "Customer must have a name, phone number or email address");
        }
        Customer created = shop.customers().create(profile);
        return input.containsKey("tags") ? shop.customers().change(created.id(), one -> merged(one, input)) : created;
    }

    @SuppressWarnings("unchecked")
    private static Customer merged(Customer before, Map<String, Object> input) {
        Customer after = before.described(profile(before.profile(), input));
        // The list replaces what was there; this is why a sink must not send it.
        return input.containsKey("tags") ? after.tagged(with(List.of(), (List<String>) input.get("tags"))) : after;
    }

    @SuppressWarnings("unchecked")
    private static CustomerProfile profile(CustomerProfile before, Map<String, Object> input) {
        CustomerProfile after = before.reachableAt(
                        text(input, "email", before.email()), text(input, "phone", before.phone()))
                .named(text(input, "firstName", before.firstName()), text(input, "lastName", before.lastName()))
                .noted(text(input, "note", before.note()));
        List<Map<String, Object>> addresses = (List<Map<String, Object>>) input.get("addresses");
        if (addresses == null) {
            return after;
        }
        return after.livingAt(addresses.isEmpty() ? Address.NONE : address(addresses.get(0)));
    }

    private static Address address(Map<String, Object> input) {
        return new Address(
                text(input, "firstName", ""),
                text(input, "lastName", ""),
                text(input, "address1", ""),
                text(input, "address2", ""),
                text(input, "city", ""),
                text(input, "provinceCode", ""),
                text(input, "zip", ""),
                "",
                text(input, "countryCode", ""),
                text(input, "phone", ""));
    }

    private static String text(Map<String, Object> input, String name, String before) {
        Object value = input.containsKey(name) ? input.get(name) : before;
        return value == null ? "" : (String) value;
    }

    private Object tag(DataFetchingEnvironment call, boolean add) {
        Optional<Customer> found = shop.customers().records().find(Gid.of(call.getArgument("id"), "Customer"));
        if (found.isEmpty()) {
            return Payload.of("node", null, List.of(Payload.error(null, "Resource not found", "id")));
        }
        List<String> tags = call.getArgument("tags");
        List<String> after =
                add ? with(found.get().tags(), tags) : without(found.get().tags(), tags);
        if (after.size() > MAX_TAGS) {
            return Payload.of("node", null, List.of(Payload.error(null, "Too many tags, at most 250", "tags")));
        }
        // Built inside the change, so that two writers at once lose neither's tags.
        Customer changed = shop.customers()
                .change(
                        found.get().id(),
                        before -> before.tagged(add ? with(before.tags(), tags) : without(before.tags(), tags)));
        return Payload.of("node", changed);
    }

    /** A comma splits a tag in two; tags that differ in case only are one. */
    private static List<String> with(List<String> before, List<String> more) {
        List<String> all = new ArrayList<>(before);
        for (String tag : split(more)) {
            if (all.stream().noneMatch(tag::equalsIgnoreCase)) {
                all.add(tag);
            }
        }
        return all;
    }

    private static List<String> without(List<String> before, List<String> less) {
        List<String> gone = split(less);
        return before.stream()
                .filter(tag -> gone.stream().noneMatch(tag::equalsIgnoreCase))
                .toList();
    }

    private static List<String> split(List<String> tags) {
        return tags.stream()
                .flatMap(tag -> List.of(tag.split(",")).stream())
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static Object refused(String code, String message, String... field) {
        return Payload.of("customer", null, List.of(Payload.error(code, message, field)));
    }
}
