package io.unifiedcommerce.tck.conformance.sample;

import io.unifiedcommerce.channel.config.ContextFields;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.channel.xml.SoapMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All samples of a channel folder.
 *
 * @param context what records carry under {@code $context}, from {@code samples/context.json}; empty when there is none
 * @param problems files that are no samples, with the reason
 */
public record Samples(List<Sample> all, Map<String, Object> context, List<String> problems) {
    private static final String CONTEXT = "samples/context.json";

    /** Reads the folder's samples; what cannot be read is a problem, never an exception. */
    public static Samples of(ChannelFolder folder, ChannelManifest manifest) {
        return new Reader(folder, manifest).read();
    }

    /** Reads one folder once. */
    private static final class Reader {
        private final ChannelFolder folder;
        private final ChannelManifest manifest;
        private final SortedSet<String> unused;
        private final List<String> problems = new ArrayList<>();

        Reader(ChannelFolder folder, ChannelManifest manifest) {
            this.folder = folder;
            this.manifest = manifest;
            this.unused = folder.files("samples");
        }

        Samples read() {
            Map<String, Object> context = unused.remove(CONTEXT) ? context(map(CONTEXT)) : Map.of();
            List<Sample> samples = new ArrayList<>();
            for (String file : new TreeSet<>(unused)) {
                String[] parts = file.split("/");
                if (parts.length == 3 && isPage(file) && listed(parts[1], file)) {
                    samples.add(sample(parts[1], parts[2].replaceFirst("\\.page\\.(json|xml)$", "")));
                    unused.remove(file);
                }
            }
            unused.forEach(file -> problems.add(file + ": belongs to no page; see docs/samples.md"));
            return new Samples(List.copyOf(samples), context, List.copyOf(problems));
        }

        /** By the parts of the options' keys, so that a mapping reads {@code $context.pos.currency}. */
        private Map<String, Object> context(Map<String, Object> byKey) {
            for (String key : byKey.keySet()) {
                if (!manifest.context().contains(key)) {
                    problems.add(CONTEXT + ": '" + key + "' is none of the manifest's context options; "
                            + NearestName.hint(key, manifest.context()));
                }
            }
            return ContextFields.of(byKey.keySet(), byKey);
        }

        private boolean listed(String stream, String file) {
            List<String> listed = manifest instanceof ApiManifest api
                    ? api.streams().entrySet().stream()
                            .filter(entry -> entry.getValue().from() == null)
                            .map(Map.Entry::getKey)
                            .toList()
                    : List.copyOf(manifest.mappedStreams().keySet());
            if (!listed.contains(stream)) {
                unused.remove(file);
                problems.add(
                        file + ": no stream '" + stream + "' is listed by requests of its own or told by webhooks; "
                                + NearestName.hint(stream, listed));
            }
            return listed.contains(stream);
        }

        private Sample sample(String stream, String name) {
            Sample at = new Sample(stream, name, null, Map.of(), Map.of(), null, Optional.empty());
            Map<String, Map<String, Object>> enrichments = new LinkedHashMap<>();
            for (String into : into(stream, spec -> spec.enrich().stream().map(StreamSpec.EnrichSpec::into))) {
                String file = at.base() + "." + into;
                if (unused.remove(file + ".json")) {
                    enrichments.put(into, map(file + ".json"));
                } else if (unused.remove(file + ".xml")) {
                    enrichments.put(into, answers(file + ".xml"));
                }
            }
            Map<String, List<Object>> lookups = new LinkedHashMap<>();
            for (String into : into(stream, spec -> spec.lookups().stream().map(StreamSpec.LookupSpec::into))) {
                String file = at.base() + "." + into + ".json";
                if (unused.remove(file)) {
                    lookups.put(into, Path.parse("$").list(json(file)));
                }
            }
            String slices = at.base() + Sample.SLICES;
            unused.remove(at.expectedFile());
            return new Sample(
                    stream,
                    name,
                    page(at.base()),
                    enrichments,
                    lookups,
                    unused.remove(slices) ? json(slices) : null,
                    folder.find(at.expectedFile()));
        }

        /** Where a listed stream and those inside its records put what they ask for. */
        private List<String> into(String stream, Function<StreamSpec, Stream<String>> places) {
            return manifest instanceof ApiManifest api
                    ? Descendants.of(api, stream).stream()
                            .flatMap(name -> places.apply(api.streams().get(name)))
                            .distinct()
                            .toList()
                    : List.of();
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> map(String file) {
            Object found = json(file);
            if (found instanceof Map<?, ?>) {
                return (Map<String, Object>) found;
            }
            problems.add(file + ": a JSON object is expected");
            return Map.of();
        }

        private static boolean isPage(String file) {
            return file.endsWith(Sample.PAGE) || file.endsWith(Sample.XML_PAGE);
        }

        private Object page(String base) {
            return folder.find(base + Sample.PAGE).isPresent() ? json(base + Sample.PAGE) : xml(base + Sample.XML_PAGE);
        }

        private Object xml(String file) {
            try {
                return SoapMessage.body(
                        new ByteArrayInputStream(folder.text(file).getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                problems.add(file + ": not XML: " + e.getMessage());
                return null;
            }
        }

        /** Bodies of answers by id: each element {@code answer} has an attribute {@code id} and holds an envelope. */
        private Map<String, Object> answers(String file) {
            Map<String, Object> answers = new LinkedHashMap<>();
            Path.parse("answers.answer").list(xml(file)).forEach(answer -> {
                String id = Path.parse("@id").string(answer);
                Object body = Path.parse("Envelope.Body").get(answer);
                if (id == null || body == null) {
                    problems.add(file + ": an answer without 'id' or without an envelope");
                } else {
                    answers.put(id, body);
                }
            });
            return answers;
        }

        private Object json(String file) {
            String text = folder.text(file);
            try {
                // No answer has a body of no bytes, which some platforms send with status 204.
                return text.isBlank() ? null : RecordJson.read(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                problems.add(file + ": not JSON: " + e.getMessage());
                return null;
            }
        }
    }
}
