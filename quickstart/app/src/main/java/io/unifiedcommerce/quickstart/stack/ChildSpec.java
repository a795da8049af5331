package io.unifiedcommerce.quickstart.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start one child JVM.
 *
 * @param name names the log file and every message
 * @param directory exists; the child's working and temporary directory, so that it leaves nothing elsewhere
 * @param wrapper a command that starts the command after it, such as {@code setpriv …}; empty for none
 * @param memory heap limit as the JVM writes it, such as {@code 256m}
 * @param library directory of the jars of its class path
 * @param mainClass class with the main method
 * @param arguments its arguments
 * @param environment variables added to those of this process
 */
record ChildSpec(
        String name,
        Path directory,
        List<String> wrapper,
        String memory,
        Path library,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment) {

    /** Short-lived, on few cores: the C1 compiler alone starts a part in half the time and needs less memory. */
    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
            "-Dorg.slf4j.simpleLogger.showShortLogName=true");

    ChildSpec(String name, Path directory, String memory, Path library, String mainClass, List<String> arguments) {
        this(name, directory, List.of(), memory, library, mainClass, arguments, Map.of());
    }

    List<String> command() {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", name));
        command.addAll(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + memory);
        command.addAll(JVM_FLAGS);
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(List.of("-cp", library + File.separator + "*", mainClass));
        command.addAll(arguments);
        return command;
    }
}
