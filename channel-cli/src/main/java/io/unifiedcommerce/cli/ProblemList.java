package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints problems as compilers do, with file and line, so that terminals and editors lead there. */
final class ProblemList {
    private final ChannelFolder folder;
    private final Path shown;
    private final Map<String, YamlLines> files = new HashMap<>();

    /** @param shown the folder as the user named it */
    ProblemList(ChannelFolder folder, Path shown) {
        this.folder = folder;
        this.shown = shown;
    }

    void print(List<Problem> problems, PrintWriter out) {
        problems.forEach(problem -> out.println(line(problem)));
        out.println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
    }

    private String line(Problem problem) {
        String[] parts = problem.path().split(": ", 2);
        String key = parts.length > 1 ? parts[1] : "";
        int line = files.computeIfAbsent(parts[0], this::lines).of(key);
        return shown.resolve(parts[0]) + ":" + (line == 0 ? "" : line + ":") + " " + (key.isEmpty() ? "" : key + ": ")
                + problem.message();
    }

    private YamlLines lines(String file) {
        return YamlLines.read(folder.find(file).orElse(""));
    }
}
