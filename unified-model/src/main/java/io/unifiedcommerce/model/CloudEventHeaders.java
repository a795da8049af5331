package io.unifiedcommerce.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The envelope as CloudEvents 1.0 headers of a Kafka record in binary mode (CloudEvents Kafka protocol binding, section
 * 3.2), with the extensions correlation, recordedtime, sequence and dataref. The value keeps its envelope: headers are
 * a copy for readers that look no further. Whoever serialises the value adds {@code content-type}.
 */
public final class CloudEventHeaders {

    private CloudEventHeaders() {}

    /**
     * Header values by header name, in a stable order.
     *
     * @param envelope an {@link Envelope}, or the same as Connect Struct or Map
     * @throws ModelException if it is none of these, or a time in it is none
     */
    public static Map<String, String> of(Object envelope) {
        Fields fields = Fields.of(envelope);
        if (fields == null) {
            throw new ModelException("not an envelope");
        }
        Map<String, String> headers = new LinkedHashMap<>(32);
        headers.put("ce_specversion", "1.0");
        put(headers, "ce_id", fields.text("event_id"));
        put(headers, "ce_type", fields.text("event_type"));
        put(headers, "ce_source", source(fields));
        put(headers, "ce_subject", fields.text("entity_id"));
        put(headers, "ce_time", instant(fields.get("occurred_at")));
        put(headers, "ce_dataschema", dataSchema(fields.text("schema_version")));
        put(headers, "ce_sequence", fields.text("source_version"));
        put(headers, "ce_recordedtime", instant(fields.get("captured_at")));
        put(headers, "ce_correlationid", fields.text("correlation_id"));
        put(headers, "ce_causationid", fields.text("causation_id"));
        put(headers, "ce_dataref", fields.text("raw_ref"));
        Fields origin = Fields.of(fields.get("origin"));
        if (origin != null) {
            put(headers, "ce_origin", origin.text("system"));
            put(headers, "ce_pushid", origin.text("push_id"));
            put(headers, "ce_ledgerversion", origin.text("ledger_version"));
        }
        return headers;
    }

    private static String source(Fields fields) {
        return "/tenants/" + segment(fields.text("tenant_id"))
                + "/channels/" + segment(fields.text("channel"))
                + "/" + segment(fields.text("channel_instance"));
    }

    /** CloudEvents wants an absolute URI: {@code commerce/order/1-0} becomes {@code urn:commerce:order:1-0}. */
    private static String dataSchema(String schemaVersion) {
        return schemaVersion == null ? null : "urn:" + schemaVersion.replace('/', ':');
    }

    private static String segment(String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String instant(Object value) {
        return value == null ? null : IsoInstants.format(ValueBinder.instant(value));
    }

    /** CloudEvents has no empty attributes. */
    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null && !value.isEmpty()) {
            headers.put(name, value);
        }
    }
}
