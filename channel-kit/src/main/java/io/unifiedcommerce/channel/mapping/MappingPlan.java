package io.unifiedcommerce.channel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest.MappedStream;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.model.ConnectSchemas;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.EventIds;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * One stream's mapping, compiled: from the platform's record to the fields of a unified entity and to the part of its
 * envelope that the record decides. Immutable and safe for use by several threads.
 */
public final class MappingPlan {
    private static final List<String> SECTIONS = List.of("entity", "when", "envelope", "fields", "extensions");
    private static final List<String> ENVELOPE_REQUIRED = List.of("entity_id", "source_version", "occurred_at");
    private static final List<String> ENVELOPE_OPTIONAL = List.of("correlation_id", "causation_id", "op", "raw_ref");

    private final String name;
    private final Entity entity;
    private final Schema schema;
    private final Condition when;
    private final StructPlan fields;
    private final StructPlan envelope;

    private MappingPlan(
            String name, Entity entity, Schema schema, Condition when, StructPlan fields, StructPlan envelope) {
        this.name = name;
        this.entity = entity;
        this.schema = schema;
        this.when = when;
        this.fields = fields;
        this.envelope = envelope;
    }

    /**
     * Compiles a stream's mapping file against the schema of its entity.
     *
     * @throws ManifestException with every problem in the file
     */
    public static MappingPlan compile(ChannelFolder folder, MappedStream stream) {
        List<Problem> problems = new ArrayList<>();
        JsonNode tree = folder.yaml(stream.mapping(), problems);
        MappingPlan plan = tree == null ? null : compile(folder.name(), stream, tree, problems);
        if (!problems.isEmpty()) {
            throw new ManifestException(folder.name(), problems);
        }
        return plan;
    }

    private static MappingPlan compile(String channel, MappedStream stream, JsonNode tree, List<Problem> problems) {
        ExprCompiler compiler = new ExprCompiler(stream.mapping(), problems);
        sections(tree, stream, compiler);
        Entity entity = Entity.ofName(stream.entity());
        Schema schema = ConnectSchemas.of(entity);
        Schema envelopeSchema = schema.field("envelope").schema();
        return new MappingPlan(
                channel + "/" + stream.mapping(),
                entity,
                schema,
                tree.has("when") ? compiler.condition(tree.get("when"), "when") : ConditionCompiler.always(),
                compiler.struct(tree.path("fields"), schema, "fields", Set.of("envelope")),
                envelope(tree, envelopeSchema, compiler, stream.mapping(), problems));
    }

    private static void sections(JsonNode tree, MappedStream stream, ExprCompiler compiler) {
        for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
            String section = names.next();
            if (!SECTIONS.contains(section)) {
                compiler.problem(section, "unknown section; " + NearestName.hint(section, SECTIONS));
            }
        }
        if (!stream.entity().equals(tree.path("entity").asText())) {
            compiler.problem(
                    "entity", "must be '" + stream.entity() + "', as the stream '" + stream.stream() + "' says");
        }
    }

    private static StructPlan envelope(
            JsonNode tree, Schema schema, ExprCompiler compiler, String file, List<Problem> problems) {
        List<StructPlan.Binding> bindings = new ArrayList<>();
        JsonNode section = tree.path("envelope");
        List<String> known = new ArrayList<>(ENVELOPE_REQUIRED);
        known.addAll(ENVELOPE_OPTIONAL);
        ENVELOPE_REQUIRED.stream()
                .filter(field -> !section.has(field))
                .forEach(field -> compiler.problem("envelope", "'" + field + "' is missing"));
        section.properties().forEach(entry -> {
            String at = "envelope." + entry.getKey();
            if (known.contains(entry.getKey())) {
                bindings.add(binding(schema.field(entry.getKey()), entry.getValue(), at, compiler, file, problems));
            } else {
                compiler.problem(at, "unknown; " + NearestName.hint(entry.getKey(), known));
            }
        });
        if (tree.has("extensions")) {
            JsonNode extensions = JsonNodeFactory.instance.objectNode().set("map", tree.get("extensions"));
            bindings.add(binding(schema.field("extensions"), extensions, "extensions", compiler, file, problems));
        }
        return new StructPlan(schema, bindings);
    }

    private static StructPlan.Binding binding(
            Field field, JsonNode expr, String at, ExprCompiler compiler, String file, List<Problem> problems) {
        return new StructPlan.Binding(
                field,
                compiler.compile(expr, field.schema(), at),
                Coercion.to(field.schema(), file + ": " + at, problems));
    }

    public Entity entity() {
        return entity;
    }

    /**
     * Maps one record.
     *
     * @return the entity's Struct; empty when the record is none of the entity's, as the mapping's {@code when} says
     * @throws MappingException with every reason, when the record cannot be mapped
     */
    Optional<Struct> map(Object record, Provenance provenance) {
        Scope scope = new Scope(record, provenance);
        if (!applies(record, scope)) {
            return Optional.empty();
        }
        Struct value = fields.build(record, scope);
        scope.target().enter("envelope");
        Struct origin = envelope.build(record, scope);
        scope.target().leave();
        if (!scope.errors().isEmpty()) {
            throw new MappingException(name, scope.errors());
        }
        complete(origin, provenance);
        value.put("envelope", origin);
        return Optional.of(value);
    }

    private void complete(Struct envelope, Provenance provenance) {
        envelope.put(
                "event_id",
                EventIds.of(
                        provenance.instance(),
                        entity,
                        envelope.getString("entity_id"),
                        envelope.getString("source_version")));
        envelope.put("event_type", entity.eventType("DELETE".equals(envelope.getString("op")) ? "deleted" : "updated"));
        envelope.put("tenant_id", provenance.tenant());
        envelope.put("channel", provenance.channel());
        envelope.put("channel_instance", provenance.instance());
        envelope.put("entity", entity.entityName());
        envelope.put("captured_at", Date.from(provenance.capturedAt()));
        envelope.put("capture_mode", provenance.captureMode());
        envelope.put("schema_version", entity.schemaVersion());
    }

    private boolean applies(Object record, Scope scope) {
        try {
            return when.test(record, scope);
        } catch (ValueFault fault) {
            scope.error(String.join(", ", when.paths()), fault.getMessage());
            throw new MappingException(name, scope.errors());
        }
    }

    /** The entity's id for a record that is gone: the only thing that is known of it. */
    String entityId(Object record, Provenance provenance) {
        Scope scope = new Scope(record, provenance);
        for (StructPlan.Binding binding : envelope.bindings()) {
            if (binding.field().name().equals("entity_id")) {
                Struct only = new Struct(envelope(schema));
                binding.fill(only, record, scope);
                if (scope.errors().isEmpty()) {
                    return only.getString("entity_id");
                }
            }
        }
        throw new MappingException(name, scope.errors());
    }

    private static Schema envelope(Schema schema) {
        return schema.field("envelope").schema();
    }

    /** Target field ← source paths, for people who ask where a value comes from. */
    public Map<String, List<String>> lineage() {
        Map<String, List<String>> lineage = new LinkedHashMap<>();
        envelope.bindings()
                .forEach(b ->
                        lineage.put("envelope." + b.field().name(), b.expr().paths()));
        fields.bindings().forEach(b -> lineage.put(b.field().name(), b.expr().paths()));
        return lineage;
    }

    /** As {@link #lineage()}, with the fields of nested records and lists one by one: {@code lines[].sku}. */
    public Map<String, List<String>> fieldLineage() {
        Map<String, List<String>> lineage = new LinkedHashMap<>();
        envelope.parts().forEach((part, paths) -> lineage.put("envelope" + part, paths));
        fields.parts().forEach((part, paths) -> lineage.put(part.substring(1), paths));
        return lineage;
    }

    /**
     * Every path that the mapping reads, those of its conditions included; {@code []} stands for each element of a list, and a
     * slash in front is left out.
     */
    public SortedSet<String> paths() {
        return Stream.concat(when.paths().stream(), lineage().values().stream().flatMap(List::stream))
                .map(path -> path.startsWith("/") ? path.substring(1) : path)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
