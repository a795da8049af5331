package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import java.util.List;

/** The files that hold what a folder's samples must give. */
final class ExpectedFiles {
    private ExpectedFiles() {}

    /** Their paths in the folder, sorted. */
    static List<String> of(ChannelFolder folder) {
        return folder.files("samples").stream()
                .filter(file -> file.endsWith(".expected.json"))
                .toList();
    }
}
