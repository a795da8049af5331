package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.Bisection;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Omnichannel Inventory. It counts what is physically there and takes reservations and safety stock from that by itself, so
 * both are read first and added to the target. A reservation that comes in between is a sale that the target does not know, and
 * stays taken off. The id of a record makes a repeated write harmless.
 */
final class OmnichannelStock implements ShownStock {
    private static final String BASE =
            "/inventory/availability/v1/organizations/${salesforce.oci.tenant.group.id}/availability-records/actions/";
    private static final RequestSpec READ = WriteRequests.json("POST", BASE + "get-availability");
    private static final RequestSpec UPDATE = WriteRequests.json("POST", BASE + "batch-update");
    /** Combinations of SKU and place in one reading, and records in one update. */
    private static final int ROWS = 100;

    private static final String SKU = "[^\\\\<>;%/\\s]{2,250}";
    private static final String LOCATION = "[a-zA-Z0-9_-]{2,128}";
    private static final Set<String> PASSING = Set.of("ConcurrentModification", "ImportInProgress", "Unknown");
    private static final Path LOCATIONS = Path.parse("locations");
    private static final Path ID = Path.parse("id");
    private static final Path RECORDS = Path.parse("records");
    private static final Path ERRORS = Path.parse("errors");
    private static final Path CODE = Path.parse("errorCode");
    private static final Path FAULTY = Path.parse("details.id");

    private final ChannelClient client;
    private final Clock clock;
    /** Units that are reserved or kept back, of the commands read last. */
    private final Map<StockCommand, BigDecimal> taken = new IdentityHashMap<>();

    OmnichannelStock(ChannelClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String problem(StockCommand command) {
        if (!command.locationId().matches(LOCATION)) {
            return "location_id '" + command.locationId() + "' cannot be a location of Omnichannel Inventory";
        }
        return command.sku().matches(SKU)
                ? null
                : "SKU '" + command.sku() + "' has characters or a length that Omnichannel Inventory does not take";
    }

    @Override
    public Map<StockCommand, Long> available(List<StockCommand> commands) {
        taken.clear();
        Map<StockCommand, Long> available = new IdentityHashMap<>();
        Map<String, List<StockCommand>> byLocation = commands.stream()
                .collect(Collectors.groupingBy(StockCommand::locationId, LinkedHashMap::new, Collectors.toList()));
        byLocation.forEach((location, some) -> {
            for (int from = 0; from < some.size(); from += ROWS) {
                read(location, some.subList(from, Math.min(some.size(), from + ROWS)), available);
            }
        });
        return available;
    }

    private void read(String location, List<StockCommand> commands, Map<StockCommand, Long> available) {
        Map<String, Object> asked =
                Map.of("skus", commands.stream().map(StockCommand::sku).toList(), "locations", List.of(location));
        Object body;
        try {
            body = client.call(READ, Map.of("body", asked), ChannelClient.Purpose.WRITE)
                    .body();
        } catch (ChannelException.Rejected e) {
            // A location that does not exist: the update says so of each of its records.
            return;
        }
        Map<String, Object> records = new HashMap<>();
        LOCATIONS.list(body).stream()
                .filter(place -> location.equals(ID.string(place)))
                .flatMap(place -> RECORDS.list(place).stream())
                .forEach(found -> records.put(Path.parse("sku").string(found), found));
        for (StockCommand command : commands) {
            Object found = records.get(command.sku());
            if (found != null) {
                taken.put(command, units(found, "reserved").add(units(found, "safetyStockCount")));
                available.put(command, units(found, "atf").longValue());
            }
        }
    }

    private static BigDecimal units(Object row, String field) {
        Object value = Path.parse(field).get(row);
        return value instanceof Number ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
    }

    @Override
    public void set(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        Bisection<StockCommand, Answer> batches = new Bisection<>(
                some -> client.call(
                        UPDATE,
                        Map.of(
                                "body",
                                Map.of("records", some.stream().map(this::row).toList())),
                        ChannelClient.Purpose.WRITE),
                (some, answer) -> report(some, answer, outcomes),
                (command, refusal) -> outcomes.accept(command, refused(command, CODE.string(refusal.body()))));
        for (int from = 0; from < commands.size(); from += ROWS) {
            batches.send(commands.subList(from, Math.min(commands.size(), from + ROWS)));
        }
    }

    private Map<String, Object> row(StockCommand command) {
        BigDecimal onHand = taken.getOrDefault(command, BigDecimal.ZERO).add(BigDecimal.valueOf(command.target()));
        return Map.of(
                "id",
                key(command),
                "sku",
                command.sku(),
                "location",
                command.locationId(),
                "onHand",
                onHand,
                "effectiveDate",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String key(StockCommand command) {
        return UUID.nameUUIDFromBytes(command.pushId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** An answer without a body means that all was taken; one with errors, that the others were. */
    private static void report(
            List<StockCommand> commands, Answer answer, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        Map<String, String> errors = new HashMap<>();
        for (Object error : answer.body() == null ? List.of() : ERRORS.list(answer.body())) {
            errors.put(FAULTY.string(error), String.valueOf(CODE.string(error)));
        }
        List<String> passing = new ArrayList<>();
        for (StockCommand command : commands) {
            String error = errors.get(key(command));
            if (error == null) {
                outcomes.accept(command, new WriteOutcome.Applied(null, command.target(), answer.receivedAt()));
            } else if (PASSING.contains(error)) {
                passing.add(error);
            } else {
                outcomes.accept(command, refused(command, error));
            }
        }
        if (!passing.isEmpty()) {
            throw new ChannelException.Transient(
                    passing.size() + " records were not updated for now: " + passing.get(0),
                    Duration.ofSeconds(1),
                    false,
                    null);
        }
    }

    private static WriteOutcome refused(StockCommand command, String code) {
        return new WriteOutcome.Rejected("Omnichannel Inventory refused SKU '" + command.sku() + "' at location '"
                + command.locationId() + "': " + code);
    }
}
