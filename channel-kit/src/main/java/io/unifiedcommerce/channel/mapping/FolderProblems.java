package io.unifiedcommerce.channel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.ChannelManifest.MappedStream;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.model.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that is wrong with a channel's folder, its samples aside: its manifest and all its mappings. Mappings are looked at
 * even where the manifest cannot be read, so that an author sees all at once.
 */
public final class FolderProblems {
    private static final List<String> ENTITIES =
            Arrays.stream(Entity.values()).map(Entity::entityName).toList();

    private final ChannelFolder folder;
    private final List<Problem> problems = new ArrayList<>();

    private FolderProblems(ChannelFolder folder) {
        this.folder = folder;
    }

    /** The problems of a folder, each once; none when connectors can use it. */
    public static List<Problem> of(ChannelFolder folder) {
        FolderProblems found = new FolderProblems(folder);
        try {
            ChannelManifest manifest = folder.manifest();
            found.look(() -> Normalizer.of(folder, manifest));
        } catch (ManifestException e) {
            found.problems.addAll(e.problems());
            folder.files("mappings").stream()
                    .filter(file -> file.endsWith(".yaml"))
                    .forEach(found::alone);
        }
        return found.problems.stream().distinct().toList();
    }

    /** A mapping of which no manifest says what it is for, but it says so itself. */
    private void alone(String file) {
        JsonNode tree = folder.yaml(file, problems);
        if (tree == null) {
            return;
        }
        String entity = tree.path("entity").asText();
        if (ENTITIES.contains(entity)) {
            look(() -> MappingPlan.compile(folder, new MappedStream(file, entity, file)));
        } else {
            problems.add(new Problem(
                    file + ": entity", "unknown entity '" + entity + "'; " + NearestName.hint(entity, ENTITIES)));
        }
    }

    private void look(Runnable reading) {
        try {
            reading.run();
        } catch (ManifestException e) {
            problems.addAll(e.problems());
        }
    }
}
