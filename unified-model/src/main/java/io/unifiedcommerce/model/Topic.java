package io.unifiedcommerce.model;

/**
 * The topic of an entity.
 *
 * @param name without prefix and version
 * @param compacted whether it keeps the last value of each key
 */
record Topic(String name, boolean compacted) {

    /** Part of every name: a change that breaks readers makes a new topic. */
    static final String MAJOR = ".v1";

    /** A topic of things, each value the whole thing. */
    static Topic state(String name) {
        return new Topic(name, true);
    }

    /** A topic of happenings, none of which replaces an earlier one. */
    static Topic events(String name) {
        return new Topic(name, false);
    }

    String suffix() {
        return "." + name + MAJOR;
    }

    String lastWord() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
