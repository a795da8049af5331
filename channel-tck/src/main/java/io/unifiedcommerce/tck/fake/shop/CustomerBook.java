package io.unifiedcommerce.tck.fake.shop;

import io.unifiedcommerce.tck.fake.shop.ShopChange.CustomerChanged;
import io.unifiedcommerce.tck.fake.shop.ShopChange.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Customers with an account. An e-mail belongs to one customer only, whatever its case. */
public final class CustomerBook {
    private final AtomicLong ids = new AtomicLong(5_500_000);
    private final Map<String, Long> byEmail = new ConcurrentHashMap<>();
    private final Map<String, Long> byPhone = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Records<Customer> records;

    CustomerBook(Journal journal, Records<Customer> records) {
        this.journal = journal;
        this.records = records;
    }

    /** @throws IllegalArgumentException when the e-mail or the phone belongs to another customer */
    public Customer create(CustomerProfile profile) {
        return journal.write(() -> {
            Instant now = journal.now();
            Customer created = new Customer(
                    ids.incrementAndGet(), profile, List.of(), MarketingConsent.NONE, MarketingConsent.NONE, now, now);
            return put(Kind.CREATED, null, created);
        });
    }

    /** @throws IllegalArgumentException when there is no such customer, or the e-mail or phone is another's */
    public Customer change(long id, UnaryOperator<Customer> change) {
        return journal.write(() -> {
            Customer before = records.find(id).orElseThrow(() -> new IllegalArgumentException("no customer " + id));
            return put(Kind.UPDATED, before, change.apply(before).touched(journal.now()));
        });
    }

    /** False when there was none. */
    public boolean delete(long id) {
        return journal.write(() -> {
            Optional<Customer> customer = records.find(id);
            customer.ifPresent(gone -> {
                unlink(gone);
                records.remove(id);
                journal.publish(new CustomerChanged(Kind.DELETED, gone));
            });
            return customer.isPresent();
        });
    }

    public Optional<Customer> byEmail(String email) {
        return Optional.ofNullable(byEmail.get(folded(email))).flatMap(records::find);
    }

    public Optional<Customer> byPhone(String phone) {
        return Optional.ofNullable(byPhone.get(phone)).flatMap(records::find);
    }

    public Records<Customer> records() {
        return records;
    }

    private Customer put(Kind kind, Customer before, Customer after) {
        requireFree("email", byEmail.get(folded(after.profile().email())), after);
        requireFree("phone", byPhone.get(after.profile().phone()), after);
        if (before != null) {
            unlink(before);
        }
        if (!after.profile().email().isEmpty()) {
            byEmail.put(folded(after.profile().email()), after.id());
        }
        if (!after.profile().phone().isEmpty()) {
            byPhone.put(after.profile().phone(), after.id());
        }
        records.put(after);
        journal.publish(new CustomerChanged(kind, after));
        return after;
    }

    private void unlink(Customer customer) {
        byEmail.remove(folded(customer.profile().email()));
        byPhone.remove(customer.profile().phone());
    }

    private static void requireFree(String field, Long owner, Customer customer) {
        if (owner != null && owner != customer.id()) {
            throw new IllegalArgumentException(field + " already belongs to customer " + owner);
        }
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
