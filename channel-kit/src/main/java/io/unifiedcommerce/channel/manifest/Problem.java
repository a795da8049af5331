package io.unifiedcommerce.channel.manifest;

/**
 * One thing wrong with a channel folder.
 *
 * @param path where, as file and key path: {@code channel.yaml: streams.orders.paging.kind}
 * @param message what is wrong and what would be right
 */
public record Problem(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
