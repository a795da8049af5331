package io.unifiedcommerce.tck.fake.shop;

/**
 * Who a customer is. No part is null; an empty e-mail or phone means none.
 *
 * @param groupId the one price group of the customer, 0 for none
 */
public record CustomerProfile(
        String email, String phone, String firstName, String lastName, String note, Address address, long groupId) {
    public static CustomerProfile of(String email, String firstName, String lastName) {
        return new CustomerProfile(email, "", firstName, lastName, "", Address.NONE, 0);
    }

    public CustomerProfile reachableAt(String newEmail, String newPhone) {
        return new CustomerProfile(newEmail, newPhone, firstName, lastName, note, address, groupId);
    }

    public CustomerProfile named(String newFirstName, String newLastName) {
        return new CustomerProfile(email, phone, newFirstName, newLastName, note, address, groupId);
    }

    public CustomerProfile noted(String newNote) {
        return new CustomerProfile(email, phone, firstName, lastName, newNote, address, groupId);
    }

    public CustomerProfile livingAt(Address newAddress) {
        return new CustomerProfile(email, phone, firstName, lastName, note, newAddress, groupId);
    }

    public CustomerProfile inGroup(long newGroupId) {
        return new CustomerProfile(email, phone, firstName, lastName, note, address, newGroupId);
    }
}
