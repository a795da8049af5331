package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.io.InputStream;
import java.util.Map;

/** One export of Omnichannel Inventory: started, watched until it is complete, then a file. Paths as of the impex API 1.1. */
final class InventoryExport {
    private static final String BASE = "/inventory/impex/v1/organizations/${salesforce.oci.tenant.group.id}/";
    private static final String FILE_TYPES = "application/x-ndjson, application/json";
    private static final Path ID = Path.parse("exportId");
    private static final Path STATUS = Path.parse("status");

    private final ChannelClient client;
    private final Map<String, Object> body;
    private final RequestSpec start;
    private final RequestSpec status;
    private final RequestSpec file;
    private String id;
    private boolean complete;

    /**
     * @param what the kind of export, as its path names it
     * @param body what is exported; null for a kind that takes no choice
     */
    InventoryExport(ChannelClient client, String what, Map<String, Object> body) {
        this.client = client;
        this.body = body;
        String path = BASE + what + "/exports";
        this.start = body == null
                ? new RequestSpec("POST", path, Map.of(), Map.of(), null, null, Map.of())
                : WriteRequests.json("POST", path);
        this.status = WriteRequests.get(path + "/${export}/status", Map.of());
        this.file = new RequestSpec(
                "GET", path + "/${export}/file-content", Map.of(), Map.of("Accept", FILE_TYPES), null, null, Map.of());
    }

    /**
     * Goes one step further.
     *
     * @return whether the file can be opened
     * @throws ChannelException.Transient when the platform gave the export up; the next step starts another
     */
    boolean ready() {
        if (complete) {
            return true;
        }
        if (id == null) {
            // An export that was started twice does no harm, so this may be repeated like a reading.
            Map<String, Object> values = body == null ? Map.of() : Map.of("body", body);
            Object answer =
                    client.call(start, values, ChannelClient.Purpose.READ).body();
            id = ID.string(answer);
            if (id == null) {
                throw new ChannelException.BrokenContract(
                        "an export was started, but its answer has no exportId", null);
            }
            return false;
        }
        String state = STATUS.string(client.call(status, Map.of("export", id), ChannelClient.Purpose.READ)
                .body());
        if (state == null) {
            throw new ChannelException.BrokenContract("the state of an export has no status", null);
        }
        switch (state) {
            case "COMPLETED" -> complete = true;
            case "FAILED", "STOPPED", "EXPIRED" -> {
                id = null;
                throw new ChannelException.Transient("an inventory export ended as " + state, null, false, null);
            }
            default -> {
                // STAGING, WAITING, SUBMITTED, PENDING, RUNNING, and what may be added
            }
        }
        return complete;
    }

    /** The file; the caller closes it. */
    InputStream open() {
        return client.open(file, Map.of("export", id));
    }
}
