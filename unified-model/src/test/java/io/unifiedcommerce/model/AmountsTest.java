package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @Property
    void keepsTheNumber(
            @ForAll @BigRange(min = "-9999999999999999999", max = "9999999999999999999") BigInteger unscaled) {
        BigDecimal amount = new BigDecimal(unscaled, 4);

        assertThat(Amounts.parse(amount.toPlainString())).isEqualTo(amount);
        assertThat(Amounts.exact(amount.stripTrailingZeros())).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"12.5,12.5000", "0,0.0000", "-0.00,0.0000", "1E+3,1000.0000", "1.50000000,1.5000", "0E-999999999,0.0000"
    })
    void readsEveryExactDecimal(String text, String amount) {
        assertThat(Amounts.parse(text)).hasToString(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E+999999999", "1E-999999999", "1000000000000000", "0.00001", "-0.12345", "123456789012345E+1"})
    void refusesWhatDoesNotFitWithoutComputingIt(String text) {
        assertThatThrownBy(() -> Amounts.parse(text))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("amount has more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12,50", "EUR 12", "NaN", "0x10", "1E99999999999", " 1"})
    void refusesWhatIsNoDecimal(String text) {
        assertThatThrownBy(() -> Amounts.parse(text))
                .isInstanceOf(ModelException.class)
                .hasMessage("not an amount: expected a decimal such as 12.50");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000_000})
    void refusesEndlessTextWithoutReadingIt(int length) {
        assertThatThrownBy(() -> Amounts.parse("1".repeat(length)))
                .hasMessage("not an amount: text of " + length + " characters");
    }
}
