package io.unifiedcommerce.channel.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A directory with one channel of an integrator's own. */
final class ShopFolder {
    static final String MANIFEST = """
            channel: acme
            kind: api
            title: Acme Shop
            options:
              acme.url: {doc: Address of the shop., validator: url, importance: high}
              acme.token: {doc: API token., type: password, optional: true}
              acme.user: {doc: User of the API., optional: true}
              acme.password: {doc: Password of that user., type: password, optional: true}
              acme.zone: {doc: Time zone., validator: time_zone, by_default: UTC}
              acme.wait: {doc: Longest wait., type: duration, by_default: PT1S}
              acme.size: {doc: Page size., type: int, by_default: "50"}
              acme.mode: {doc: Mode., one_of: [fast, safe], by_default: safe}
            http: {base_url: "${acme.url}/api"}
            auth:
              - {kind: header, requires: acme.token, headers: {X-Token: "${acme.token}"}}
              - {kind: basic, requires: [acme.user, acme.password], user: "${acme.user}", password: "${acme.password}"}
            quota: {kind: none}
            check:
              request: {path: /me}
              option: acme.token
              granted_scopes: scopes
              scope_name: handle
              hint: The app may have been removed.
            streams: {}
            """;

    private final Path directory;

    ShopFolder(Path directory) {
        this.directory = directory;
        write(MANIFEST);
    }

    ShopFolder write(String manifest) {
        try {
            Files.createDirectories(directory.resolve("acme"));
            Files.writeString(directory.resolve("acme").resolve("channel.yaml"), manifest);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ShopFolder mapping(String file, String text) {
        try {
            Path path = directory.resolve("acme").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A configuration without errors. */
    Map<String, String> props() {
        return new HashMap<>(Map.of(
                "name", "acme-sink",
                "channel", "acme",
                "channel.instance", "acme-de",
                "channel.folders", directory.toString(),
                "acme.url", "https://acme.example/",
                "acme.token", "t0ps3cret"));
    }
}
