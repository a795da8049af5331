package io.unifiedcommerce.channel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.event.EventPolicy.OptOut;
import io.unifiedcommerce.channel.event.EventPolicy.WithoutConsent;
import io.unifiedcommerce.channel.event.ReceivedEvent.Accepted;
import io.unifiedcommerce.channel.event.ReceivedEvent.Dropped;
import io.unifiedcommerce.channel.event.ReceivedEvent.Refused;
import io.unifiedcommerce.channel.manifest.EventsManifest.ConsentSpec;
import io.unifiedcommerce.channel.manifest.EventsManifest.ShapeSpec;
import io.unifiedcommerce.channel.manifest.EventsManifest.TimeFormat;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ShapeSpec SHAPE = new ShapeSpec(
            "interaction",
            "mappings/x.yaml",
            "events",
            "id",
            List.of("at", "$batch.at"),
            List.of("$batch.sent_at"),
            TimeFormat.ISO,
            new ConsentSpec(List.of("$batch.consent"), List.of("$batch.ads")),
            List.of("secret", "things.secret"),
            List.of("visitor", "$batch.visitor"),
            List.of("url"));

    private final EventPolicy strict = new EventPolicy(false, WithoutConsent.STRIP, OptOut.ADS, 1_000);

    @Test
    void eachEventIsJudgedByItself() {
        List<ReceivedEvent> events = read("""
                {"consent": true, "events": [{"id": "1"}, "text", null, [1], {"id": "2", "at": "soon"}, {"id": "3"}]}""");
        assertThat(events).hasSize(6);
        assertThat(events.get(0)).isInstanceOf(Accepted.class);
        assertThat(reason(events.get(1))).isEqualTo("not an object but a text");
        assertThat(reason(events.get(2))).isEqualTo("not an object but null");
        assertThat(reason(events.get(3))).isEqualTo("not an object but a list");
        assertThat(reason(events.get(4))).isEqualTo("not an instant (iso): 'aaaa'");
        assertThat(accepted(events.get(5)).id()).isEqualTo("3");
    }

    @Test
    void aBodyMayBeOneEventOrAList() {
        assertThat(accepted(read("{\"id\": \"1\"}").get(0)).id()).isEqualTo("1");
        assertThat(read("[{\"id\": \"1\"}, {\"id\": \"2\"}]")).hasSize(2);
        assertThat(read("{\"events\": []}")).isEmpty();
        assertThat(read("null")).isEmpty();
        assertThat(reader(strict).count(json("{\"events\": [1, 2, 3]}"))).isEqualTo(3);
    }

    @Test
    void theClockOfTheSenderIsCorrectedByTheTimeOfSending() {
        ReceivedEvent event = read("""
                {"consent": true, "sent_at": "2031-01-01T00:00:10Z", "events": [{"id": "1", "at": "2031-01-01T00:00:00Z"}]}""").get(0);
        assertThat(at(event, "$received.occurred_at")).isEqualTo("2026-11-22T11:59:50Z");
        assertThat(at(event, "$received.at")).isEqualTo(NOW.toString());
    }

    @Test
    void whoDoesNotAllowItIsNotToBeRecognised() {
        ReceivedEvent event = read("""
                {"consent": false, "visitor": "v", "events": [{"id": "1", "visitor": "w", "url": "https://shop.example/a?email=b#c"}]}""").get(0);
        assertThat(RecordJson.write(accepted(event).value()))
                .asString()
                .doesNotContain("visitor", "email", "203.0.113", "Browser")
                .contains("https://shop.example/a");
        assertThat(at(
                        read("{\"consent\": \"granted\", \"events\": [{\"visitor\": \"w\"}]}")
                                .get(0),
                        "visitor"))
                .isEqualTo("w");
        assertThat(at(read("{\"events\": [{\"visitor\": \"w\"}]}").get(0), "visitor"))
                .as("nobody was asked")
                .isNull();
    }

    @Test
    void whoWasNotAskedMayBeAssumedToAllowIt() {
        EventReader lenient = reader(new EventPolicy(true, WithoutConsent.STRIP, OptOut.ADS, 1_000));
        assertThat(at(
                        read(lenient, "{\"events\": [{\"visitor\": \"w\"}]}", false)
                                .get(0),
                        "visitor"))
                .isEqualTo("w");
        assertThat(at(
                        read(lenient, "{\"consent\": \"denied\", \"events\": [{\"visitor\": \"w\"}]}", false)
                                .get(0),
                        "visitor"))
                .isNull();
    }

    @Test
    void eventsWithoutConsentMayBeDropped() {
        EventReader dropping = reader(new EventPolicy(false, WithoutConsent.DROP, OptOut.ADS, 1_000));
        assertThat(read(dropping, "{\"events\": [{\"id\": \"1\"}]}", false)).containsExactly(new Dropped());
    }

    @Test
    void anOptOutOfTheBrowserOutweighsTheEvent() {
        String body = "{\"consent\": true, \"ads\": true, \"events\": [{\"visitor\": \"w\"}]}";
        ReceivedEvent ads = read(reader(strict), body, true).get(0);
        assertThat(at(ads, "$received.consent.ads")).isEqualTo(false);
        assertThat(at(ads, "visitor")).isEqualTo("w");
        ReceivedEvent all = read(reader(new EventPolicy(true, WithoutConsent.STRIP, OptOut.ALL, 1_000)), body, true)
                .get(0);
        assertThat(at(all, "visitor")).isNull();
        ReceivedEvent ignored = read(
                        reader(new EventPolicy(true, WithoutConsent.STRIP, OptOut.IGNORE, 1_000)), body, true)
                .get(0);
        assertThat(at(ignored, "$received.consent.ads")).isEqualTo(true);
    }

    @Test
    void whatNobodyShouldKeepIsRemovedEvenWithConsent() {
        ReceivedEvent event = read("""
                {"consent": true, "events": [{"secret": 1, "things": [{"secret": 2, "size": 3}], "id": "1"}]}""").get(0);
        assertThat(accepted(event).value())
                .doesNotContainKey("secret")
                .containsEntry("things", List.of(Map.of("size", 3L)));
    }

    @Test
    void aRefusedEventKeepsNothingThatWasNotAllowed() {
        Refused refused = (Refused) read("{\"events\": [{\"visitor\": \"w\", \"at\": \"soon\", \"secret\": 1}]}")
                .get(0);
        assertThat(RecordJson.write(refused.value()))
                .asString()
                .doesNotContain("visitor", "secret")
                .contains("soon");
    }

    @Test
    void whatIsTooLargeIsRefusedWithoutBeingCopied() {
        String large = "x".repeat(1_000);
        Refused event = (Refused) read("{\"consent\": true, \"events\": [{\"id\": \"1\", \"a\": \"" + large + "\"}]}")
                .get(0);
        assertThat(event).isEqualTo(new Refused("the event is larger than 1000 bytes", null));
        assertThat(read("{\"a\": \"" + large + "\", \"events\": [{\"id\": \"1\"}, {\"id\": \"2\"}]}"))
                .hasSize(2)
                .allSatisfy(refused -> assertThat(reason(refused)).contains("of all events"));
        assertThat(reason(read("{\"id\": \"" + "9".repeat(201) + "\"}").get(0))).contains("longer than 200");
    }

    @Test
    void nobodyPassesFieldsOffAsOurs() {
        ReceivedEvent event =
                read("{\"$received\": {\"ip\": \"10.0.0.1\", \"admin\": true}, \"$batch\": {\"consent\": true}, \"id\": \"1\"}")
                        .get(0);
        assertThat(at(event, "$received.admin")).isNull();
        assertThat(at(event, "$batch")).isEqualTo(Map.of());
        assertThat(at(event, "$received.consent.analytics")).isNull();
    }

    @Test
    void withoutAnIdTheContentTellsASecondSending() {
        String body =
                "{\"consent\": true, \"sent_at\": \"%s\", \"at\": \"2026-11-22T11:00:00Z\", \"events\": [{\"a\": 1}, {\"a\": 1}]}";
        Set<String> first = ids(read(body.formatted("2026-11-22T11:59:00Z")));
        assertThat(first).as("two equal events of one body").hasSize(2);
        assertThat(ids(read(body.formatted("2026-11-22T11:59:30Z"))))
                .as("sent again")
                .isEqualTo(first);
        assertThat(ids(read(reader(strict), "{\"events\": [{\"a\": 1}]}", NOW)))
                .as("without a time it counts again")
                .isNotEqualTo(ids(read(reader(strict), "{\"events\": [{\"a\": 1}]}", NOW.plusSeconds(1))));
    }

    private static EventReader reader(EventPolicy policy) {
        return new EventReader(SHAPE, policy);
    }

    private List<ReceivedEvent> read(String body) {
        return read(reader(strict), body, false);
    }

    private static List<ReceivedEvent> read(EventReader reader, String body, boolean optedOut) {
        return reader.read(json(body), new Reception(NOW, "203.0.113.0", "Browser/1.0", null, optedOut));
    }

    private static List<ReceivedEvent> read(EventReader reader, String body, Instant at) {
        return reader.read(json(body), new Reception(at, null, null, null, false));
    }

    private static Object json(String text) {
        try {
            return RecordJson.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Accepted accepted(ReceivedEvent event) {
        return (Accepted) event;
    }

    private static Object at(ReceivedEvent event, String path) {
        return Path.parse(path).get(accepted(event).value());
    }

    private static String reason(ReceivedEvent event) {
        return ((Refused) event).reason();
    }

    private static Set<String> ids(List<ReceivedEvent> events) {
        return events.stream().map(event -> accepted(event).id()).collect(Collectors.toSet());
    }
}
