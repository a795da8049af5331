package io.unifiedcommerce.channel.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Documents that tell their day and nothing of their changes. */
class SlidingCursorTest {
    private static final StreamPlan DOCUMENTS = Plans.plan("""
            documents:
              id: key
              read:
                request: {path: /d, params: {from: "${window.from}", to: "${window.to}", page: "${page.number}"}}
                records: items
                paging: {kind: number, size: 2}
                cursor: {kind: sliding, field: day, span: P7D, every: PT5M}
              backfill:
                request: {path: /d, params: {from: "${window.from}", to: "${window.to}", page: "${page.number}"}}
                records: items
                paging: {kind: number, size: 2}
                cursor: {kind: time, field: day, format: local, request_format: local, overlap: PT0S, window: P1D}
            """, "documents");

    private final Ledger ledger = new Ledger();

    /** Lists what its day lies between two others, both included. */
    private static final class Ledger implements ChannelClient {
        private final Map<Integer, Map<String, Object>> documents = new TreeMap<>();
        private final List<String> windows = new ArrayList<>();

        void put(int number, String day, String total) {
            Map<String, Object> key = Map.of("Type", "Receipt", "Stump", "LYN", "Number", number);
            documents.put(number, Map.of("key", key, "day", day + "T00:00:00", "total", total));
        }

        @Override
        public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
            String from = values.get("window.from").toString();
            String to = values.get("window.to").toString();
            windows.add(from + " " + to);
            int page = (Integer) values.get("page.number");
            List<Map<String, Object>> items = documents.values().stream()
                    .filter(row -> row.get("day").toString().compareTo(from) >= 0)
                    .filter(row -> row.get("day").toString().compareTo(to) <= 0)
                    .skip((page - 1) * 2L)
                    .limit(2)
                    .toList();
            return new Answer(200, Map.of(), Map.of("items", items), ReaderHarness.NOW);
        }

        @Override
        public InputStream download(URI file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double quotaHeadroom() {
            return 1;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void emitsOnlyWhatDiffersFromTheLastPass() {
        for (int i = 1; i <= 5; i++) {
            ledger.put(i, "2026-02-2" + (i + 3), "1.00");
        }
        ReaderHarness harness = ReaderHarness.live(DOCUMENTS, ledger);

        assertThat(harness.windowIds())
                .containsExactlyInAnyOrder(
                        "documents/1/LYN/Receipt",
                        "documents/2/LYN/Receipt",
                        "documents/3/LYN/Receipt",
                        "documents/4/LYN/Receipt",
                        "documents/5/LYN/Receipt");
        assertThat(ledger.windows).allMatch("2026-02-21T00:00:00 2026-03-03T00:00:00"::equals);
        assertThat(harness.reader.due()).isEqualTo(ReaderHarness.NOW.plus(Duration.ofMinutes(5)));

        harness.clock.advance(Duration.ofMinutes(5));
        assertThat(harness.windowIds()).isEmpty();
        ledger.put(2, "2026-02-25", "2.00");
        ledger.put(6, "2026-03-01", "1.00");
        harness.clock.advance(Duration.ofMinutes(5));
        assertThat(harness.windowIds()).containsExactlyInAnyOrder("documents/2/LYN/Receipt", "documents/6/LYN/Receipt");
    }

    @Test
    void reachesBackOverATimeInWhichNothingWasRead() {
        Position stored = Position.live(Instant.parse("2026-01-10T12:00:00Z"));
        ReaderHarness harness = new ReaderHarness(DOCUMENTS, ledger, StartTime.BEGINNING, stored);

        harness.window();

        assertThat(ledger.windows).containsExactly("2026-01-02T00:00:00 2026-03-03T00:00:00");
    }

    @Test
    void repeatsNothingOfTheHistoryAndForgetsWhatIsListedNoMore() {
        ledger.put(1, "2026-01-05", "1.00");
        ledger.put(2, "2026-02-27", "1.00");
        ReaderHarness harness = new ReaderHarness(DOCUMENTS, ledger, StartTime.parse("2026-01-01"), null);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 200 && !harness.reader.position().live(); i++) {
            all.addAll(harness.windowIds());
        }
        all.addAll(harness.windowIds());

        assertThat(all).containsExactly("documents/1/LYN/Receipt", "documents/2/LYN/Receipt");

        harness.clock.advance(Duration.ofDays(30));
        ledger.documents.clear();
        harness.window();
        ledger.put(2, "2026-03-31", "1.00");
        harness.clock.advance(Duration.ofMinutes(5));
        assertThat(harness.windowIds()).containsExactly("documents/2/LYN/Receipt");
    }

    @Test
    void passesOverWhatIsThereWhenItStartsNow() {
        ledger.put(1, "2026-02-27", "1.00");
        ReaderHarness harness = new ReaderHarness(DOCUMENTS, ledger, StartTime.NOW, null);

        assertThat(harness.windowIds()).isEmpty();
        ledger.put(1, "2026-02-27", "2.00");
        harness.clock.advance(Duration.ofMinutes(5));
        assertThat(harness.windowIds()).containsExactly("documents/1/LYN/Receipt");
    }
}
