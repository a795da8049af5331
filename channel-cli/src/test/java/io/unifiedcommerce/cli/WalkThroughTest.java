package io.unifiedcommerce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/add-a-channel.md tell what the page says that they tell. A line {@code …} stands for any lines. */
class WalkThroughTest {
    private static final Path PAGE = Ran.HOME.resolve("docs/add-a-channel.md");
    private static final Pattern BLOCK = Pattern.compile("```(console|diff)\\n(.*?)```", Pattern.DOTALL);
    private static final String COMMAND = "$ ./channel.sh ";

    @TempDir
    Path directory;

    private SampleServer shop;

    @BeforeEach
    void openTheShop() throws IOException {
        System.setProperty(Schemas.HOME, Ran.HOME.toString());
        shop = Ran.shop();
        properties("shop.properties", shop.uri(), "cs_1");
        properties("wrong.properties", shop.uri(), "cs_other");
    }

    @AfterEach
    void closeTheShop() {
        System.clearProperty(Schemas.HOME);
        shop.close();
    }

    @Test
    void thePageTellsTheTruth() throws IOException {
        Map<String, String> mistakes = new LinkedHashMap<>();
        int commands = 0;
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            if (block.group(1).equals("diff")) {
                useTheExample();
                mistakes.putAll(mistakes(block.group(2)));
                replace(mistakes);
                continue;
            }
            compare(block.group(2));
            commands++;
            if (!mistakes.isEmpty()) {
                useTheExample();
                mistakes.clear();
            }
        }
        assertThat(commands).isGreaterThanOrEqualTo(8);
    }

    private void compare(String block) {
        String[] parts = block.split("\n", 2);
        assertThat(parts[0]).startsWith(COMMAND);
        Object[] arguments = Stream.of(parts[0].substring(COMMAND.length()).split(" "))
                .map(word -> word.startsWith("my-channels") || word.endsWith(".properties")
                        ? directory.resolve(word).toString()
                        : word)
                .toArray();
        Ran ran = Ran.channel(arguments);
        String told = ran.out().replace(directory + "/", "");
        String expected = parts[1].lines()
                .map(line -> line.equals("…") ? "(?:.*\n)*?" : Pattern.quote(line) + "\n")
                .collect(Collectors.joining());
        assertThat(told).as(parts[0] + ran.err()).matches(expected);
    }

    /** What stands in the page as a mistake, by what is right. */
    private static Map<String, String> mistakes(String diff) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        List<String> right = new ArrayList<>();
        diff.lines().forEach(line -> {
            if (line.startsWith("-")) {
                right.add(line.substring(1));
            } else {
                mistakes.put(right.remove(0), line.substring(1));
            }
        });
        return mistakes;
    }

    private void replace(Map<String, String> mistakes) throws IOException {
        for (String file : List.of("channel.yaml", "mappings/order.yaml")) {
            Path path = directory.resolve("my-channels/woocommerce").resolve(file);
            String text = Files.readString(path);
            for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
                text = text.replaceFirst(
                        Pattern.quote(mistake.getKey() + "\n"), Matcher.quoteReplacement(mistake.getValue() + "\n"));
            }
            Files.writeString(path, text);
        }
    }

    /** From the fifth step on the folder is what the reader wrote: the example. */
    private void useTheExample() throws IOException {
        Path folder = directory.resolve("my-channels/woocommerce");
        try (Stream<Path> files = Files.walk(folder).sorted(Comparator.reverseOrder())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.walk(Ran.WOOCOMMERCE).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(Ran.WOOCOMMERCE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void properties(String name, URI uri, String secret) throws IOException {
        Files.writeString(
                directory.resolve(name),
                "woocommerce.url=" + uri + "\nwoocommerce.consumer.key=ck_1\nwoocommerce.consumer.secret=" + secret
                        + "\n");
    }
}
