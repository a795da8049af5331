package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.hook.BulkJob;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exports which locations there are, then the records of all of them. */
final class InventorySnapshot implements BulkJob.Run {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Path LOCATIONS = Path.parse("locations");
    private static final int ROWS_AT_ONCE = 250;

    private final ChannelClient client;
    private final InventoryExport graph;
    private InventoryExport records;
    private ExportFile file;
    private long given;

    InventorySnapshot(ChannelClient client) {
        this.client = client;
        this.graph = new InventoryExport(client, "location-graph", null);
    }

    @Override
    public BulkJob.Step next() {
        try {
            if (records == null) {
                return graph.ready() ? located() : new BulkJob.Waiting(PAUSE);
            }
            return records.ready() ? give() : new BulkJob.Waiting(PAUSE);
        } catch (IOException e) {
            close();
            throw new ChannelException.Transient("the file of an inventory export broke off", null, false, e);
        }
    }

    private BulkJob.Step located() throws IOException {
        try (InputStream in = graph.open()) {
            List<Object> locations = LOCATIONS.list(RecordJson.read(in.readAllBytes()));
            if (locations.isEmpty()) {
                throw new ChannelException.BrokenContract(
                        "Omnichannel Inventory has no locations; publish the location graph", null);
            }
            records = new InventoryExport(
                    client, "availability-records", Map.of("objects", Map.of("locations", locations)));
        }
        return new BulkJob.Waiting(Duration.ZERO);
    }

    /** After a break the file is read from its beginning, and what was given is passed over. */
    private BulkJob.Step give() throws IOException {
        if (file == null) {
            file = new ExportFile(records.open());
            for (long i = 0; i < given; i++) {
                file.next();
            }
        }
        List<Object> rows = new ArrayList<>();
        while (rows.size() < ROWS_AT_ONCE) {
            Map<String, Object> row = file.next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        given += rows.size();
        return rows.isEmpty() ? new BulkJob.Done(file.token()) : new BulkJob.Rows(rows);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
