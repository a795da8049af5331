package io.unifiedcommerce.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class UploadTest {

    @Property(tries = 200)
    void exactlyTheWrongEventsAreRefusedAndTheOthersTakenOnce(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 20) int batch,
            @ForAll @Size(max = 8) Set<@IntRange(max = 59) Integer> wrong,
            @ForAll long seed)
            throws MetaException {
        StrictApi api = new StrictApi(wrong, new Random(seed));
        Set<Integer> taken = new TreeSet<>();
        Set<Integer> refused = new TreeSet<>();
        Upload<Integer> upload = new Upload<>(
                api,
                batch,
                item -> assertThat(taken.add(item)).isTrue(),
                (item, why) -> assertThat(refused.add(item)).isTrue());

        boolean ended = false;
        while (!ended) {
            try {
                upload.send(IntStream.range(0, count)
                        .filter(i -> !taken.contains(i) && !refused.contains(i))
                        .mapToObj(i -> new Upload.Item<>(i, event(i)))
                        .toList());
                ended = true;
            } catch (MetaException.Temporary e) {
                // as Connect does: what is not done is given again
            }
        }

        Set<Integer> expected = new TreeSet<>(wrong);
        expected.removeIf(i -> i >= count);
        assertThat(refused).isEqualTo(expected);
        assertThat(taken).hasSize(count - expected.size()).noneMatch(expected::contains);
        assertThat(api.accepted).hasSameElementsAs(taken).doesNotHaveDuplicates();
    }

    private static Conversion.Event event(int id) {
        return new Conversion.Event(Map.of("event_id", id));
    }

    /** Refuses a request whole for one wrong event, and fails now and then. */
    private static final class StrictApi implements ConversionsApi {
        private final Set<Integer> wrong;
        private final Random random;
        private final List<Integer> accepted = new ArrayList<>();

        StrictApi(Set<Integer> wrong, Random random) {
            this.wrong = wrong;
            this.random = random;
        }

        @Override
        public void send(List<Conversion.Event> events) throws MetaException {
            if (random.nextInt(5) == 0) {
                throw new MetaException.Temporary("try again", null);
            }
            List<Integer> ids = events.stream()
                    .map(event -> (Integer) event.json().get("event_id"))
                    .toList();
            if (ids.stream().anyMatch(wrong::contains)) {
                throw new MetaException.Refused("one of them");
            }
            accepted.addAll(ids);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
