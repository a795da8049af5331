package io.unifiedcommerce.pos.database;

import java.util.Collection;
import java.util.Collections;
import java.util.stream.Collectors;

/** Pieces of SQL text. */
final class Sql {
    private Sql() {}

    /** A name in double quotes, whatever characters it has. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String table(String schema, String table) {
        return name(schema) + "." + name(table);
    }

    static String names(Collection<String> names) {
        return names.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    static String questionMarks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** A text constant, for the statements that the user is shown. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
