package io.unifiedcommerce.channel.manifest;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A JSON Schema as it is committed, and what it says of YAML files. */
public final class SchemaFile {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonSchema schema;

    public SchemaFile(JsonNode schema) {
        // What is not met need not be read: the definitions refer to one another without end.
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema, config);
    }

    /** The text of the committed file. */
    public static String print(JsonNode schema) throws IOException {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    }

    /** What an editor would underline: each fault with its place. */
    public List<String> faults(String yaml) throws IOException {
        return schema.validate(YAML.readTree(yaml)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The files of this checkout's channels, and of its examples, whose path ends so. */
    public static List<Path> committed(String directory, String ending) throws IOException {
        List<Path> roots = Stream.of(Path.of("../channels"), Path.of("../examples"))
                .filter(Files::isDirectory)
                .toList();
        Stream<Path> found = Stream.empty();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                found = Stream.concat(
                        found,
                        files
                                .filter(file -> !file.startsWith(root.resolve("target")))
                                .filter(file -> file.toString().endsWith(ending))
                                .filter(file -> directory.isEmpty()
                                        || file.getParent()
                                                .getFileName()
                                                .toString()
                                                .equals(directory))
                                .sorted()
                                .toList()
                                .stream());
            }
        }
        return found.toList();
    }
}
