package io.unifiedcommerce.channel.event;

import io.unifiedcommerce.channel.event.EventPolicy.WithoutConsent;
import io.unifiedcommerce.channel.manifest.EventsManifest.ShapeSpec;
import io.unifiedcommerce.channel.mapping.Instants;
import io.unifiedcommerce.channel.mapping.ValueFault;
import io.unifiedcommerce.channel.record.Fingerprint;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.RecordJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Parts bodies of one shape into events and judges each by itself: gives it an id and a time, and takes from it what its
 * visitor did not allow to keep. Pure: the same body received at the same time gives the same events. Immutable and safe for
 * use by several threads.
 *
 * <p>An event that is sent twice has the same id, if its sender gave it an id or a time. Without either nothing tells a second
 * sending from a second event, so that it counts again.
 */
public final class EventReader {
    private static final String BATCH = "$batch";
    private static final String RECEIVED = "$received";
    private static final int LONGEST_ID = 200;

    private final ShapeSpec shape;
    private final EventPolicy policy;
    private final Instants times;
    private final ConsentRule consent;
    private final List<Path> timePaths;
    private final List<Path> sentAtPaths;
    private final Path idPath;
    private final List<Edit> unsent;
    private final List<Edit> never;
    private final List<Edit> strip;

    public EventReader(ShapeSpec shape, EventPolicy policy) {
        this.shape = shape;
        this.policy = policy;
        this.times = Instants.valueOf(shape.timeFormat().name());
        this.consent = new ConsentRule(shape.consent(), policy);
        this.timePaths = shape.time().stream().map(Path::parse).toList();
        this.sentAtPaths = shape.sentAt().stream().map(Path::parse).toList();
        this.idPath = shape.id() == null ? null : Path.parse(shape.id());
        this.unsent = shape.sentAt().stream().map(Edit::without).toList();
        this.never = shape.never().stream().map(Edit::without).toList();
        this.strip = Stream.concat(
                        shape.identifiers().stream().map(Edit::without),
                        shape.urls().stream().map(Edit::withoutQuery))
                .toList();
    }

    /** How many events a body has; cheap, so that one with too many is refused before any is read. */
    public int count(Object body) {
        return EventBody.of(body, shape.events()).events().size();
    }

    /** The events of a body, in their order. */
    public List<ReceivedEvent> read(Object body, Reception reception) {
        EventBody parted = EventBody.of(body, shape.events());
        boolean commonFits = RecordJson.write(parted.common()).length <= policy.mostBytes();
        List<ReceivedEvent> events = new ArrayList<>();
        for (int index = 0; index < parted.events().size(); index++) {
            Object event = parted.events().get(index);
            if (!commonFits) {
                events.add(new ReceivedEvent.Refused("what the body says of all events is " + tooLarge(), null));
            } else if (event instanceof Map<?, ?> fields) {
                events.add(judge(fields, parted.common(), index, reception));
            } else {
                events.add(new ReceivedEvent.Refused("not an object but " + kindOf(event), null));
            }
        }
        return events;
    }

    private ReceivedEvent judge(Map<?, ?> fields, Map<String, Object> common, int index, Reception reception) {
        Map<String, Object> whole = new LinkedHashMap<>();
        fields.forEach((key, value) -> whole.put(String.valueOf(key), value));
        // What a sender writes there would pass for ours.
        whole.remove(RECEIVED);
        whole.put(BATCH, common);
        if (RecordJson.write(whole).length > policy.mostBytes()) {
            return new ReceivedEvent.Refused("the event is " + tooLarge(), null);
        }
        ConsentRule.Consent said = consent.of(whole, reception.optedOut());
        boolean measured = said.measured(policy.assumeConsent());
        if (!measured && policy.withoutConsent() == WithoutConsent.DROP) {
            return new ReceivedEvent.Dropped();
        }
        Map<String, Object> kept = edited(edited(new LinkedHashMap<>(whole), never), measured ? List.of() : strip);
        try {
            Map<String, Object> received = received(whole, index, reception, said, measured);
            kept.put(RECEIVED, received);
            return new ReceivedEvent.Accepted((String) received.get("id"), kept);
        } catch (ValueFault fault) {
            return new ReceivedEvent.Refused(fault.getMessage(), kept);
        }
    }

    private static Map<String, Object> edited(Map<String, Object> event, List<Edit> edits) {
        Map<String, Object> left = event;
        for (Edit edit : edits) {
            left = edit.apply(left);
        }
        return left;
    }

    private Map<String, Object> received(
            Map<String, Object> event, int index, Reception reception, ConsentRule.Consent said, boolean measured) {
        Instant original = first(timePaths, event);
        Instant sentAt = first(sentAtPaths, event);
        Map<String, Object> received = new LinkedHashMap<>();
        received.put("id", id(event, index, original, reception.at()));
        received.put("at", reception.at().toString());
        received.put(
                "occurred_at",
                ClockRule.correct(original, sentAt, reception.at()).toString());
        received.put("consent", said.fields());
        if (reception.call() != null) {
            received.put("call", reception.call());
        }
        if (measured && reception.ip() != null) {
            received.put("ip", reception.ip());
        }
        if (measured && reception.userAgent() != null) {
            received.put("user_agent", reception.userAgent());
        }
        return received;
    }

    private Instant first(List<Path> paths, Map<String, Object> event) {
        return paths.stream()
                .map(path -> path.get(event))
                .filter(value -> value != null)
                .findFirst()
                .map(times::read)
                .orElse(null);
    }

    private String id(Map<String, Object> event, int index, Instant original, Instant receivedAt) {
        String given = idPath == null ? null : idPath.string(event);
        if (given != null && given.length() > LONGEST_ID) {
            throw new ValueFault(shape.id() + " is longer than " + LONGEST_ID + " characters", "");
        }
        if (given != null) {
            return given;
        }
        // The time of sending changes when a body is sent again. The place tells two equal events of one body apart.
        Map<String, Object> content = edited(new LinkedHashMap<>(event), unsent);
        content.put("$index", (long) index);
        if (original == null) {
            content.put("$at", receivedAt.toString());
        }
        return Fingerprint.of(content);
    }

    private String tooLarge() {
        return "larger than " + policy.mostBytes() + " bytes";
    }

    private static String kindOf(Object value) {
        return value == null
                ? "null"
                : value instanceof List ? "a list" : value instanceof String ? "a text" : "a scalar";
    }
}
