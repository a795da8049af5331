package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.channel.record.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the members of an object as WCF does: in the order in which the contract has them. One that stands behind a later one
 * is overlooked without a word, and so is one that the contract does not know.
 */
final class Member {
    private final Map<String, Object> values;

    private Member(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * An object's members.
     *
     * @param order names of the contract's members, with blanks between
     */
    static Member of(Object object, String order) {
        List<String> names = Arrays.asList(order.split("\\s+"));
        Map<String, Object> read = new LinkedHashMap<>();
        int reached = 0;
        if (object instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                int place = names.indexOf(entry.getKey().toString());
                if (place >= reached) {
                    read.put(names.get(place), entry.getValue());
                    reached = place + 1;
                }
            }
        }
        return new Member(read);
    }

    Object get(String name) {
        return values.get(name);
    }

    Map<String, Object> all() {
        return values;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(Path.parse(name).string(values));
    }

    /** @throws SoapFault when it is missing */
    String needed(String name) {
        return text(name).orElseThrow(() -> SoapFault.business(name + " is mandatory"));
    }

    int number(String name) {
        return Integer.parseInt(needed(name));
    }

    /** The members of an object inside. */
    Member inner(String name, String order) {
        return of(values.get(name), order);
    }

    /** The texts of a list. */
    List<String> texts(String list, String item) {
        return Path.parse(item).list(values.get(list)).stream()
                .map(String::valueOf)
                .toList();
    }
}
