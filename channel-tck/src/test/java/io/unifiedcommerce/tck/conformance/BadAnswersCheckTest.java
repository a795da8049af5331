package io.unifiedcommerce.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.tck.fake.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadAnswersCheckTest {
    private static final ChannelException TRANSIENT = new ChannelException.Transient("503", null, false, null);
    private static final ChannelException UNAUTHORIZED = new ChannelException.Unauthorized("401");

    @Test
    void aFaultThatNobodyNoticesIsFound() {
        assertThat(judged(new Fault.MaintenancePage(), ChannelException.Transient.class))
                .containsExactly("trial: was taken for a good answer");
    }

    @Test
    void aFaultThatIsTakenForAnotherIsFound() {
        assertThat(judged(new Fault.MaintenancePage(), ChannelException.Transient.class, UNAUTHORIZED))
                .singleElement()
                .asString()
                .startsWith("trial: must be Transient, not ");
    }

    @Test
    void aFaultThatIsTakenForWhatItIsIsRight() {
        assertThat(judged(new Fault.MaintenancePage(), ChannelException.Transient.class, TRANSIENT, UNAUTHORIZED))
                .isEmpty();
    }

    @Test
    void aTokenMayBeRenewedUnseen() {
        assertThat(judged(new Fault.WrongToken(), ChannelException.Unauthorized.class))
                .isEmpty();
    }

    private static List<String> judged(
            Fault fault, Class<? extends ChannelException> expected, ChannelException... failures) {
        Findings findings = new Findings();
        new BadAnswersCheck.Trial("trial", fault, expected).judge(List.of(failures), findings);
        return findings.list();
    }
}
