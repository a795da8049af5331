package io.unifiedcommerce.channel.http;

import java.time.Instant;
import java.util.Map;

/**
 * A platform's answer.
 *
 * @param status HTTP status, 2xx
 * @param headers first value of each header, by lower-case name
 * @param body parsed JSON: Map, List, String, Long, BigInteger, BigDecimal (never double), Boolean; or XML: Map, List, String, see
 *     {@link io.unifiedcommerce.channel.xml.XmlDocument}, of a SOAP message the content of its body; null for an empty body
 * @param receivedAt this machine's clock when the answer was complete
 */
public record Answer(int status, Map<String, String> headers, Object body, Instant receivedAt) {}
