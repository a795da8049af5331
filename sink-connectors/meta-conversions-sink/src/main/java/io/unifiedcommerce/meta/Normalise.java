package io.unifiedcommerce.meta;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The forms in which Meta expects values before they are hashed ("Customer Information Parameters"). Null where a value
 * cannot be brought into its form: a wrong hash would match nobody, or somebody else.
 */
final class Normalise {
    private Normalise() {}

    static String email(String raw) {
        String email = lower(raw);
        return email != null && email.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+") ? email : null;
    }

    /** @param country ISO 3166-1 alpha-2, for numbers without a country code; null when not known */
    static String phone(String raw, String country) {
        if (raw == null) {
            return null;
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number =
                    numbers.parse(raw, country == null ? null : country.toUpperCase(Locale.ROOT));
            return numbers.isPossibleNumber(number)
                    ? number.getCountryCode() + numbers.getNationalSignificantNumber(number)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** A first or last name: letters of any script, digits and single spaces. */
    static String name(String raw) {
        String name = lower(raw);
        return name == null
                ? null
                : blankToNull(name.replaceAll("[^\\p{L}\\p{M}\\p{N} ]", "").replaceAll(" +", " "));
    }

    static String city(String raw) {
        return letters(lower(raw));
    }

    /** A state or province; of the United States only the two letters of the post. */
    static String state(String raw, String country) {
        String state = letters(lower(raw));
        return state != null && "us".equals(country(country)) && state.length() != 2 ? null : state;
    }

    static String postalCode(String raw, String country) {
        String code = lower(raw);
        if (code == null) {
            return null;
        }
        String whole = "us".equals(country(country)) ? code.split("-")[0] : code;
        return blankToNull(whole.replaceAll("[\\s-]", ""));
    }

    static String country(String raw) {
        String country = lower(raw);
        return country != null && country.matches("[a-z]{2}") ? country : null;
    }

    /** An id of the shop's own, as it is: the shop's pixel sends the same. */
    static String id(String raw) {
        return raw == null ? null : blankToNull(raw.strip());
    }

    private static String letters(String text) {
        return text == null ? null : blankToNull(text.replaceAll("[^\\p{L}\\p{M}]", ""));
    }

    /** Composed, since the same letter in two encodings has two hashes. */
    private static String lower(String raw) {
        return raw == null
                ? null
                : blankToNull(Normalizer.normalize(raw, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .strip());
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
