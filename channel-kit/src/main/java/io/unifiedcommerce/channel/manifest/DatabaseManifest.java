package io.unifiedcommerce.channel.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A till's database captured by change data capture. */
@Kind("database")
public record DatabaseManifest(
        @Setting("the folder's name") String channel,
        @Setting("the till software's name") String title,

        @Setting(value = "connector options by configuration key", optional = true)
        Map<String, OptionSpec> options,

        @Setting(value = "options that travel with records under $context", optional = true)
        List<String> context,

        @Setting(value = "schema of the tables", byDefault = "public")
        String schema,

        @Setting("tables that are captured") Map<String, TableSpec> tables,
        @Setting("records made of rows") Map<String, AggregateSpec> streams)
        implements ChannelManifest {

    @Override
    public Map<String, MappedStream> mappedStreams() {
        Map<String, MappedStream> mapped = new LinkedHashMap<>();
        streams.forEach((name, stream) -> mapped.put(name, new MappedStream(name, stream.entity(), stream.mapping())));
        return mapped;
    }

    /** One captured table. */
    public record TableSpec(
            @Setting("columns that identify a row; a null part counts as empty")
            List<String> key,

            @Setting(value = "columns never captured: secrets, images, blobs", optional = true)
            List<String> exclude,

            @Setting(value = "whether old rows are needed whole (REPLICA IDENTITY FULL)", byDefault = "false")
            boolean fullIdentity,

            @Setting(value = "whether rows are kept for look-ups from other rows", byDefault = "false")
            boolean reference,

            @Setting(value = "what options make of values in each row, by the new key it is put under", optional = true)
            Map<String, TranslateSpec> translate) {}

    /** A value of a row as the merchant calls it. */
    public record TranslateSpec(
            @Setting("column of the value") String of,

            @Setting("option of type list with pairs value:translation")
            String by,

            @Setting(
                    value =
                            "whether a value that the option does not name stands for itself; otherwise it gives nothing",
                    byDefault = "true")
            boolean keep) {}

    /** A record made of the rows that one database transaction wrote, such as a whole sale. */
    public record AggregateSpec(
            @Setting("unified entity it is mapped to") String entity,
            @Setting("mapping file in the channel's folder") String mapping,
            @Setting("table whose row starts a record") String root,

            @Setting(value = "values that columns of the root row must have", optional = true)
            Map<String, List<String>> when,

            @Setting("columns of the root row that identify the record")
            List<String> id,

            @Setting(
                    value =
                            "whether a record holds all current rows of its id, kept in memory, and not only the one that changed",
                    byDefault = "false")
            boolean whole,

            @Setting(
                    value = "table; nothing of a transaction that inserts into it is a record of this stream",
                    optional = true)
            String unless,

            @Setting(value = "rows of the same transaction that belong to it, by the key they get", optional = true)
            Map<String, JoinSpec> join,

            @Setting(value = "rows of reference tables that are looked up, by the key they get", optional = true)
            Map<String, LookupSpec> lookup,

            @Setting(value = "what an updated root row means", byDefault = "emit")
            Updates updates,

            @Setting(value = "what a deleted root row means", byDefault = "ignore")
            Deletes deletes,

            @Setting(value = "which rows that were there before the capture become records", byDefault = "all")
            Snapshot snapshot,

            @Setting(
                    value =
                            "column, as column of the root or join.column, that the start of the history is compared with",
                    optional = true)
            String since) {}

    /** Rows of the same transaction that belong to a record. */
    public record JoinSpec(
            @Setting("table of the rows") String table,

            @Setting(
                    value =
                            "their column = column of the root row; without it, the rows written after the root row and before the next one",
                    optional = true)
            Map<String, String> on,

            @Setting(value = "whether there are several", byDefault = "true")
            boolean many,

            @Setting(value = "whether there is no record without such a row", byDefault = "false")
            boolean required,

            @Setting(
                    value = "whether rows that are in the table already are read when the transaction wrote none",
                    byDefault = "false")
            boolean earlier,

            @Setting(value = "rows of reference tables that are looked up for each", optional = true)
            Map<String, LookupSpec> lookup) {}

    /** A row of a reference table that is looked up by its key. */
    public record LookupSpec(
            @Setting("reference table") String table,

            @Setting("its key column = column of the row at hand")
            Map<String, String> on,

            @Setting(
                    value = "whether a row that names one that does not exist is a fault of the record",
                    byDefault = "true")
            boolean required) {}

    /** What an updated root row means. */
    public enum Updates {
        IGNORE,
        EMIT
    }

    /** What a deleted root row means. */
    public enum Deletes {
        IGNORE,
        DELETE
    }

    /** Which rows that were there before the capture become records. */
    public enum Snapshot {
        NONE,
        ALL
    }
}
