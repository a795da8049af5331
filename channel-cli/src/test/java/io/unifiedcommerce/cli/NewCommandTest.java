package io.unifiedcommerce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.unifiedcommerce.model.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewCommandTest {
    private static final JsonSchema MANIFEST = schema("channel.schema.json");
    private static final JsonSchema MAPPING = schema("mapping.schema.json");

    @TempDir
    Path directory;

    @BeforeEach
    void sayWhereTheCheckoutIs() {
        System.setProperty(Schemas.HOME, Ran.HOME.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(Schemas.HOME);
    }

    static Stream<Arguments> kinds() {
        return Arrays.stream(Scaffold.Auth.values())
                .flatMap(auth -> Arrays.stream(Scaffold.Paging.values())
                        .flatMap(paging -> Arrays.stream(Scaffold.Cursor.values())
                                .map(cursor -> Arguments.of(auth, paging, cursor))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatItMakesPassesTheCheckAndTheSchemasAsItIs(
            Scaffold.Auth auth, Scaffold.Paging paging, Scaffold.Cursor cursor) throws IOException {
        Ran made = Ran.channel(
                "new",
                "my-shop",
                "--in",
                directory,
                "--title",
                "My Shop",
                "--auth",
                auth,
                "--paging",
                paging,
                "--cursor",
                cursor);

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(4);
        }
        Ran checked = Ran.channel("check", directory.resolve("my-shop"));
        assertThat(checked.out()).doesNotContain("FAIL").contains(" 0 failed");
        assertThat(checked.code()).isZero();
        assertThat(faults("channel.yaml", MANIFEST)).isEmpty();
        assertThat(faults("mappings/order.yaml", MAPPING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void anyEntityCanBeTheFirst(Entity entity) {
        Ran made = Ran.channel("new", "shop", "--in", directory, "--stream", "things", "--entity", entity.entityName());

        assertThat(made.code()).as(made.err()).isZero();
        Ran checked = Ran.channel("check", directory.resolve("shop"));
        assertThat(checked.code()).as(checked.out()).isZero();
    }

    @Test
    void theFirstLineTellsEditorsTheSchema() throws IOException {
        Ran.channel("new", "shop", "--in", directory);

        for (String file : new String[] {"channel.yaml", "mappings/order.yaml"}) {
            Path path = directory.resolve("shop").resolve(file);
            String line = Files.readAllLines(path).get(0);
            assertThat(line).startsWith("# yaml-language-server: $schema=");
            assertThat(path.getParent().resolve(line.substring(line.indexOf('=') + 1)))
                    .exists();
        }
    }

    @Test
    void nothingThatIsThereIsOverwritten() {
        assertThat(Ran.channel("new", "shop", "--in", directory).code()).isZero();

        Ran again = Ran.channel("new", "shop", "--in", directory);

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void wrongUsageIsToldWithWhatIsMeant() {
        assertThat(Ran.channel("new", "My Shop", "--in", directory).err()).contains("small letters");
        assertThat(Ran.channel("new", "shop", "--in", directory, "--entity", "ordr")
                        .err())
                .contains("did you mean 'order'?");
        assertThat(Ran.channel("new", "shop", "--in", directory, "--paging", "pages")
                        .code())
                .isEqualTo(2);
    }

    private Set<ValidationMessage> faults(String file, JsonSchema schema) throws IOException {
        return schema.validate(new YAMLMapper()
                .readTree(directory.resolve("my-shop").resolve(file).toFile()));
    }

    private static JsonSchema schema(String file) {
        try (InputStream definition =
                Files.newInputStream(Ran.HOME.resolve("docs").resolve(file))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(
                            definition,
                            SchemaValidatorsConfig.builder()
                                    .preloadJsonSchema(false)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
