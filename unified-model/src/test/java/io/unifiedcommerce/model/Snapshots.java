package io.unifiedcommerce.model;

import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** Files that are derived from commerce.avdl and committed. */
final class Snapshots {

    private static final String PROPERTY = "docs.write";

    /** Whether tests write what they would else only compare. */
    static final boolean WRITE = Boolean.getBoolean(PROPERTY);

    /** What to do when a file is missing or stale. */
    static final String HOW = "run mvn verify -D" + PROPERTY + "=true and commit the change";

    private Snapshots() {}

    static String text(Schema schema) {
        return SchemaFormatter.format("json/pretty", schema).replace(System.lineSeparator(), "\n") + "\n";
    }
}
