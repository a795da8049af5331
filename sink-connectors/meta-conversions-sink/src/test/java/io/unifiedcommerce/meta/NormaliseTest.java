package io.unifiedcommerce.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliseTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                " John_Smith@GMail.com , john_smith@gmail.com",
                "john at gmail, -",
                "a@b, -",
                "-, -",
            })
    void anEmailIsLowerCaseOrNone(String raw, String email) {
        assertThat(Normalise.email(raw)).isEqualTo(email);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "(650)555-1212, US, 16505551212",
                "(650)555-1212, -, -",
                "+33 6 00 00 00 11, -, 33600000011",
                "06 00 00 00 11, fr, 33600000011",
                "no phone, FR, -",
                "-, FR, -",
            })
    void aPhoneNumberHasItsCountryCodeOrIsLeftOut(String raw, String country, String phone) {
        assertThat(Normalise.phone(raw, country)).isEqualTo(phone);
    }

    @Test
    void lettersOfEveryScriptStayAndAreComposed() {
        assertThat(Normalise.name("Vale\u0301ry")).isEqualTo("val\u00e9ry").hasSize(6);
        assertThat(Normalise.name(" O'Brien-Smith ")).isEqualTo("obriensmith");
        assertThat(Normalise.name("...")).isNull();
    }

    @Test
    void placesLoseWhatIsNoLetterOrDigit() {
        assertThat(Normalise.city("Saint-\u00c9tienne 42")).isEqualTo("saint\u00e9tienne");
        assertThat(Normalise.state("CA", "US")).isEqualTo("ca");
        assertThat(Normalise.state("California", "US")).isNull();
        assertThat(Normalise.state("Bayern", "DE")).isEqualTo("bayern");
        assertThat(Normalise.postalCode("94035-1234", "US")).isEqualTo("94035");
        assertThat(Normalise.postalCode("M1 1AE", "GB")).isEqualTo("m11ae");
        assertThat(Normalise.country("FR")).isEqualTo("fr");
        assertThat(Normalise.country("France")).isNull();
    }

    /** The hashes that Meta's documentation gives. */
    @ParameterizedTest
    @CsvSource({
        "john_smith@gmail.com, 62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f",
        "16505551212, e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176",
        "mary, 6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec",
        "val\u00e9ry, 08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c",
    })
    void hashesAreThoseOfMetasOwnExamples(String normalised, String hash) {
        assertThat(new UserData().hashed("em", normalised).toJson()).containsEntry("em", List.of(hash));
    }
}
