package io.unifiedcommerce.channel.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class BisectionTest {

    @Property
    void everySoundRowIsAnsweredAndEveryBadOneRefusedExactlyOnce(
            @ForAll @Size(max = 40) @UniqueElements List<@IntRange(max = 99) Integer> rows,
            @ForAll @Size(max = 8) Set<@IntRange(max = 99) Integer> bad) {
        List<Integer> answered = new ArrayList<>();
        List<Integer> refused = new ArrayList<>();

        new Bisection<Integer, String>(
                        some -> answerOrRefuse(some, bad),
                        (some, answer) -> answered.addAll(some),
                        (row, refusal) -> refused.add(row))
                .send(rows);

        assertThat(answered)
                .containsExactlyElementsOf(
                        rows.stream().filter(row -> !bad.contains(row)).toList());
        assertThat(refused)
                .containsExactlyElementsOf(rows.stream().filter(bad::contains).toList());
    }

    @Test
    void anAddressThatDoesNotExistIsNoRowsFault() {
        AtomicInteger requests = new AtomicInteger();
        Bisection<Integer, String> bisection = new Bisection<>(
                some -> {
                    requests.incrementAndGet();
                    throw new ChannelException.Rejected("PUT /stock: status 404", 404, null);
                },
                (some, answer) -> {},
                (row, refusal) -> {});

        assertThatThrownBy(() -> bisection.send(List.of(1, 2, 3, 4))).isInstanceOf(ChannelException.Rejected.class);
        assertThat(requests).hasValue(1);
    }

    private static String answerOrRefuse(Collection<Integer> rows, Set<Integer> bad) {
        if (rows.stream().anyMatch(bad::contains)) {
            throw new ChannelException.Rejected("PUT /stock: status 422", 422, null);
        }
        return "ok";
    }
}
