package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds out what a genuine notification hints at. Immutable, safe for use by several threads. */
public final class WebhookReader {
    private final WebhookSpec spec;
    private final Place topicPlace;
    private final Place deliveryPlace;
    private final Place timePlace;
    private final List<TopicReader> topics = new ArrayList<>();

    private record TopicReader(TopicPattern pattern, String stream, Path id, Path slice, boolean deleted) {}

    /** @throws IllegalArgumentException when a place or path in the manifest is not one */
    public WebhookReader(WebhookSpec spec) {
        this.spec = spec;
        this.topicPlace = Place.parse(spec.topic());
        this.deliveryPlace = spec.delivery() == null ? null : Place.parse(spec.delivery());
        this.timePlace = spec.at() == null ? null : Place.parse(spec.at());
        spec.topics()
                .forEach((pattern, topic) -> topics.add(new TopicReader(
                        TopicPattern.parse(pattern),
                        topic.stream(),
                        topic.id() == null ? null : Path.parse(topic.id()),
                        topic.slice() == null ? null : Path.parse(topic.slice()),
                        topic.deleted())));
        // A topic that is named counts before a pattern that covers it, wherever the two stand.
        topics.sort(
                (a, b) -> Integer.compare(a.pattern().wildcards(), b.pattern().wildcards()));
    }

    /**
     * Reads a verified delivery.
     *
     * @param headers by name in any case
     * @return empty when the manifest has no use for the topic
     * @throws UnreadableWebhookException when it is not JSON, or names no topic or no record
     */
    public Optional<WebhookHint> read(Map<String, String> headers, byte[] body) {
        Headers byName = new Headers(headers);
        Object content = spec.form() == null ? parse(body) : form(body);
        String topic = topicPlace.find(byName, content);
        if (topic == null) {
            throw new UnreadableWebhookException("the webhook names no topic in " + spec.topic());
        }
        return topics.stream()
                .filter(reader -> reader.pattern().matches(topic))
                .findFirst()
                .map(reader -> hint(topic, reader, byName, content));
    }

    private WebhookHint hint(String topic, TopicReader reader, Headers headers, Object content) {
        String delivery = deliveryPlace == null ? null : deliveryPlace.find(headers, content);
        if (reader.id() == null) {
            return new WebhookHint(
                    topic, reader.stream(), null, null, false, delivery, record(topic, delivery, headers, content));
        }
        return new WebhookHint(
                topic,
                reader.stream(),
                required(reader.id(), content, topic),
                reader.slice() == null ? null : required(reader.slice(), content, topic),
                reader.deleted(),
                delivery);
    }

    private Map<String, Object> record(String topic, String delivery, Headers headers, Object content) {
        if (!(content instanceof Map<?, ?> fields)) {
            throw new UnreadableWebhookException("the webhook of topic " + topic + " is no record");
        }
        Map<String, Object> record = new LinkedHashMap<>();
        fields.forEach((name, value) -> record.put(String.valueOf(name), value));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("topic", topic);
        told.put("delivery", delivery);
        told.put("at", timePlace == null ? null : timePlace.find(headers, content));
        told.values().removeIf(Objects::isNull);
        record.put("$webhook", told);
        return record;
    }

    private static String required(Path path, Object content, String topic) {
        String id = path.string(content);
        if (id == null) {
            throw new UnreadableWebhookException("the webhook of topic " + topic + " has no id at " + path);
        }
        return id;
    }

    private Object form(byte[] body) {
        try {
            Map<String, Object> content = new LinkedHashMap<>(FormBody.fields(body));
            Object json = content.get(spec.form());
            if (json == null) {
                throw new UnreadableWebhookException("the webhook's form has no field " + spec.form());
            }
            content.put(spec.form(), parse(json.toString().getBytes(StandardCharsets.UTF_8)));
            return content;
        } catch (IllegalArgumentException e) {
            throw new UnreadableWebhookException("the webhook's body is not a form");
        }
    }

    private static Object parse(byte[] body) {
        try {
            return RecordJson.read(body);
        } catch (IOException e) {
            // Not the cause: the parser quotes the body.
            throw new UnreadableWebhookException("the webhook's body is not JSON");
        }
    }
}
