package io.unifiedcommerce.channel.manifest;

import java.time.Duration;
import java.util.Map;

/** How requests to a platform are sent. */
public record HttpSpec(
        @Setting("address that request paths are appended to; may contain ${option}")
        String baseUrl,

        @Setting(
                value = "further addresses by name, for a platform that serves a part of its API at another host",
                optional = true)
        Map<String, String> otherBaseUrls,

        @Setting(value = "headers of each request", optional = true)
        Map<String, String> headers,

        @Setting(value = "path of the GraphQL endpoint below the base URL", optional = true)
        String graphqlPath,

        @Setting(value = "largest accepted answer in MiB", byDefault = "64")
        int maxBodyMib,

        @Setting(
                value = "headers whose value in answers should be the given one, such as the API version; "
                        + "another is warned of once",
                optional = true)
        Map<String, String> expectedHeaders,

        @Setting(
                value = "how long nothing is sent after a refusal for too many calls (429) that does not tell how long;"
                        + " a short random time when left out",
                optional = true)
        Duration coolDown,

        @Setting(
                value = "whose fault a SOAP fault is, by the name of its detail's element, its subcode or its code; "
                        + "without it, a fault of the client is rejected and one of the server transient",
                optional = true)
        Map<String, SoapFaultMeaning> soapFaults) {}
