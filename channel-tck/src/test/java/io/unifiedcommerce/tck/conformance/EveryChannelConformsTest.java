package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.folder.ChannelFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every channel of this project passes the kit: those of the class path, read from the sources where they lie beside. */
class EveryChannelConformsTest {
    private static final Path SOURCES = Path.of("..", "channels");

    @TestFactory
    Stream<DynamicNode> channels() {
        List<Path> directories = SOURCES.toFile().isDirectory() ? List.of(SOURCES) : List.of();
        return ConformanceKit.of(new ChannelFolders(getClass().getClassLoader(), directories));
    }
}
