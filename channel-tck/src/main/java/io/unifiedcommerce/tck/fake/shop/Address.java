package io.unifiedcommerce.tck.fake.shop;

/** A postal address; every part may be empty, none is null. */
public record Address(
        String firstName,
        String lastName,
        String line1,
        String line2,
        String city,
        String provinceCode,
        String postalCode,
        String country,
        String countryCode,
        String phone) {
    public static final Address NONE = new Address("", "", "", "", "", "", "", "", "", "");
}
