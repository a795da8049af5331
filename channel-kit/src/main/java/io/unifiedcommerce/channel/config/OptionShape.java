package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.manifest.OptionSpec;
import io.unifiedcommerce.channel.xml.SoapMessage;
import io.unifiedcommerce.channel.xml.XmlTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The shapes that option values can be held to without asking the platform. Nothing given is left to the key's own rule. */
enum OptionShape {
    URL("an address such as https://shop.example.com; plain http only to this machine", OptionShape::url),
    HOST("a host name without scheme, port or path", OptionShape::host),
    TIME_ZONE("an IANA time zone such as Europe/Paris", ZoneId::of),
    CURRENCY("an ISO 4217 code such as EUR", Currency::getInstance),
    INSTANT("an instant such as 2026-01-01T00:00:00Z", Instant::parse),
    DURATION("an ISO 8601 duration such as PT30S", Duration::parse),
    NON_EMPTY("a text that is not empty", OptionShape::nonEmpty),
    SOAP_ENVELOPE("a file on each worker that holds a SOAP envelope as template", OptionShape::envelope);

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final String expected;
    private final Consumer<String> parser;

    OptionShape(String expected, Consumer<String> parser) {
        this.expected = expected;
        this.parser = parser;
    }

    static OptionShape of(OptionSpec.Validator validator) {
        return valueOf(validator.name());
    }

    /** The shape as a validator of a key; a password's value never reaches the message. */
    ConfigDef.Validator validator() {
        return ConfigDef.LambdaValidator.with(this::ensureValid, () -> expected);
    }

    private void ensureValid(String key, Object value) {
        if (value == null) {
            return;
        }
        String text = value instanceof Password password ? password.value() : value.toString();
        try {
            parser.accept(text);
        } catch (RuntimeException e) {
            throw new ConfigException(key, value, "expected " + expected);
        }
    }

    private static void url(String text) {
        URI uri = uri(text);
        boolean secure = "https".equals(uri.getScheme());
        // A token sent over plain http can be read by everyone on the way.
        boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
        if (uri.getHost() == null || !secure && !local || uri.getQuery() != null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException();
        }
    }

    private static void host(String text) {
        if (!text.equals(uri("https://" + text).getHost())) {
            throw new IllegalArgumentException();
        }
    }

    private static void nonEmpty(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException();
        }
    }

    private static void envelope(String file) {
        try {
            String namespace =
                    XmlTemplate.compile(Files.readString(Path.of(file))).namespace();
            if (!SoapMessage.isEnvelope(namespace, "Envelope")) {
                throw new IllegalArgumentException();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
