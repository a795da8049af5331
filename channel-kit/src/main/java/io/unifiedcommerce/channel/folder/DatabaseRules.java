package io.unifiedcommerce.channel.folder;

import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.AggregateSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.LookupSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.TableSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Updates;
import io.unifiedcommerce.channel.manifest.OptionSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.function.BiConsumer;

/** Rules between the parts of a till database's manifest. */
final class DatabaseRules {
    private final DatabaseManifest database;
    private final Collection<String> tables;
    private final BiConsumer<String, String> problems;

    /**
     * @param problems takes the path in the manifest and what is wrong there
     */
    DatabaseRules(DatabaseManifest database, BiConsumer<String, String> problems) {
        this.database = database;
        this.tables = database.tables().keySet();
        this.problems = problems;
    }

    void check() {
        database.tables().forEach(this::translations);
        database.streams().forEach((name, stream) -> stream("streams." + name, stream));
    }

    private void translations(String name, TableSpec table) {
        table.translate().forEach((key, translate) -> {
            String path = "tables." + name + ".translate." + key + ".by";
            known(path, translate.by(), database.options().keySet(), "option");
            OptionSpec option = database.options().get(translate.by());
            if (option != null && option.type() != OptionSpec.Type.LIST) {
                problems.accept(path, "option '" + translate.by() + "' must be a list of value:translation");
            }
        });
    }

    private void stream(String path, AggregateSpec stream) {
        known(path + ".root", stream.root(), tables, "table");
        if (stream.unless() != null) {
            known(path + ".unless", stream.unless(), tables, "table");
        }
        stream.join().forEach((key, join) -> {
            known(path + ".join." + key + ".table", join.table(), tables, "table");
            lookups(path + ".join." + key, join.lookup());
            if (join.earlier() && join.on().isEmpty()) {
                problems.accept(path + ".join." + key + ".earlier", "rows can only be read by columns; give 'on'");
            }
        });
        lookups(path, stream.lookup());
        if (!stream.join().isEmpty() && stream.updates() == Updates.EMIT) {
            problems.accept(
                    path + ".updates",
                    "must be ignore: an update of the root alone does not bring the rows that are joined, and the record "
                            + "would lose them");
        }
        whole(path, stream);
        since(path + ".since", stream);
    }

    private void whole(String path, AggregateSpec stream) {
        TableSpec root = database.tables().get(stream.root());
        if (!stream.whole() || root == null) {
            return;
        }
        if (!root.fullIdentity()) {
            problems.accept(
                    path + ".whole",
                    "table '" + stream.root() + "' needs 'full_identity: true', so that it is known which row changed");
        }
        if (!stream.join().isEmpty()) {
            problems.accept(path + ".join", "a record of all rows of an id joins no rows of a transaction");
        }
    }

    private void since(String path, AggregateSpec stream) {
        if (stream.since() != null && stream.since().contains(".")) {
            known(
                    path,
                    stream.since().substring(0, stream.since().indexOf('.')),
                    stream.join().keySet(),
                    "join");
        }
    }

    private void lookups(String path, Map<String, LookupSpec> lookups) {
        lookups.forEach((key, lookup) -> {
            String at = path + ".lookup." + key;
            known(at + ".table", lookup.table(), tables, "table");
            TableSpec table = database.tables().get(lookup.table());
            if (table != null && !table.reference()) {
                problems.accept(
                        at + ".table", "table '" + lookup.table() + "' is looked up, so it needs 'reference: true'");
            } else if (table != null && !lookup.on().keySet().equals(new HashSet<>(table.key()))) {
                problems.accept(
                        at + ".on", "a look-up names the whole key of '" + lookup.table() + "': " + table.key());
            }
        });
    }

    private void known(String path, String name, Collection<String> names, String what) {
        ManifestRules.known(path, name, names, what, problems);
    }
}
