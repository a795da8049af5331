package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.HttpSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.SoapSpec;
import io.unifiedcommerce.channel.template.MissingValueException;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import io.unifiedcommerce.channel.xml.XmlTemplate;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * The requests of one store. Those that the manifest holds are compiled once, and their GraphQL documents read, when
 * this is made; those that a hook makes itself are compiled when they are sent.
 */
final class Templates {
    private final HttpSpec http;
    private final ChannelFolder folder;
    private final Map<String, String> options;
    private final HttpUrl baseUrl;
    private final Map<String, HttpUrl> otherBaseUrls = new HashMap<>();
    private final Map<String, TextTemplate> commonHeaders;
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Map<RequestSpec, RequestTemplate> compiled = new IdentityHashMap<>();

    /** @throws IllegalArgumentException when the base URL lacks an option or is not an address */
    Templates(ApiManifest manifest, ChannelFolder folder, Map<String, String> options) {
        this.http = manifest.http();
        this.folder = folder;
        this.options = Map.copyOf(options);
        this.baseUrl = baseUrl(http.baseUrl());
        http.otherBaseUrls().forEach((name, text) -> {
            // Only those are needed whose options are set: a part of the API that nobody uses needs no address.
            if (hasOptions(text)) {
                otherBaseUrls.put(name, baseUrl(text));
            }
        });
        this.commonHeaders = RequestTemplate.compile(http.headers());
        compileAll(manifest);
    }

    /** Fills in a request. */
    OutgoingRequest render(RequestSpec spec, Map<String, ?> values) {
        RequestTemplate known = compiled.get(spec);
        return (known == null ? compile(spec) : known)
                .render(address(spec), commonHeaders, new Values(values, options));
    }

    private HttpUrl address(RequestSpec spec) {
        HttpUrl address = spec.base() == null ? baseUrl : otherBaseUrls.get(spec.base());
        if (address == null) {
            throw new ChannelException.BrokenContract(
                    spec.method() + " " + spec.path() + ": the address is not known; set the options in '"
                            + http.otherBaseUrls().get(spec.base()) + "'",
                    null);
        }
        return address;
    }

    private boolean hasOptions(String template) {
        try {
            TextTemplate.compile(template).text(Values.ofOptions(options));
            return true;
        } catch (MissingValueException e) {
            return false;
        }
    }

    private HttpUrl baseUrl(String template) {
        String text;
        try {
            text = TextTemplate.compile(template).text(Values.ofOptions(options));
        } catch (MissingValueException e) {
            throw new IllegalArgumentException("the platform's address is not known: " + e.getMessage(), e);
        }
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new IllegalArgumentException(
                    "the platform's address is not one; check the options in '" + template + "'");
        }
        return url;
    }

    private RequestTemplate compile(RequestSpec spec) {
        if (spec.soap() != null) {
            return RequestTemplate.soap(spec, XmlTemplate.compile(envelope(spec.soap())));
        }
        return spec.query() == null
                ? RequestTemplate.rest(spec)
                : RequestTemplate.graphql(
                        spec, http.graphqlPath(), documents.computeIfAbsent(spec.query(), folder::text));
    }

    private String envelope(SoapSpec soap) {
        if (soap.option() == null) {
            return documents.computeIfAbsent(soap.envelope(), folder::text);
        }
        String file = options.get(soap.option());
        if (file == null) {
            throw new ChannelException.BrokenContract(
                    "no file with the request's envelope is given; set " + soap.option(), null);
        }
        return documents.computeIfAbsent(file, Templates::text);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new ChannelException.BrokenContract(
                    "the envelope's file " + file + " cannot be read on this worker", e);
        }
    }

    /** Looks everywhere in the manifest, so that no new place for a request can be forgotten here. */
    private void compileAll(Object node) {
        if (node instanceof RequestSpec spec) {
            // A file that an option names is only needed when it is used.
            if (spec.soap() == null || spec.soap().option() == null) {
                compiled.put(spec, compile(spec));
            }
        } else if (node instanceof Collection<?> items) {
            items.forEach(this::compileAll);
        } else if (node instanceof Map<?, ?> entries) {
            compileAll(entries.values());
        } else if (node instanceof Record parts) {
            for (RecordComponent component : parts.getClass().getRecordComponents()) {
                compileAll(read(parts, component));
            }
        }
    }

    private static Object read(Record parts, RecordComponent component) {
        try {
            return component.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of a manifest cannot be read", e);
        }
    }
}
