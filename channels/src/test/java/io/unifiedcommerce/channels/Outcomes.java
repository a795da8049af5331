package io.unifiedcommerce.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Collects what a writer reports and checks that nothing is reported twice. */
public final class Outcomes<C extends WriteCommand> implements BiConsumer<C, WriteOutcome> {
    private final Map<C, WriteOutcome> reported = new IdentityHashMap<>();

    @Override
    public void accept(C command, WriteOutcome outcome) {
        assertThat(reported.put(command, outcome))
                .as("a first report of %s", command)
                .isNull();
    }

    /** The outcome of a command; null when there was none. */
    public WriteOutcome of(C command) {
        return reported.get(command);
    }

    public int count() {
        return reported.size();
    }
}
