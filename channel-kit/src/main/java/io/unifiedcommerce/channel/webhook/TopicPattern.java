package io.unifiedcommerce.channel.webhook;

import java.util.List;

/** A topic of which {@code *} stands for any one part between slashes. */
record TopicPattern(List<String> parts) {
    private static final String ANY = "*";

    static TopicPattern parse(String text) {
        return new TopicPattern(List.of(text.split("/", -1)));
    }

    boolean matches(String topic) {
        String[] given = topic.split("/", -1);
        if (given.length != parts.size()) {
            return false;
        }
        for (int i = 0; i < given.length; i++) {
            if (!parts.get(i).equals(ANY) && !parts.get(i).equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    int wildcards() {
        return (int) parts.stream().filter(ANY::equals).count();
    }
}
