package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides what becomes of a row that an inventory mutation refused. */
final class StockRowRepair {
    private static final RequestSpec ACTIVATE =
            WriteRequests.graphql("queries/write-activate.graphql", "itemId", "locationId", "key");
    private static final Path ACTIVATION_ERRORS = Path.parse("data.inventoryActivate.userErrors");
    private static final Path MESSAGE = Path.parse("message");
    private static final int MAX_KEYS = 8;
    private static final Duration UNDER_WAY_PAUSE = Duration.ofSeconds(2);

    private final ChannelClient client;
    private final InventoryItems items;

    StockRowRepair(ChannelClient client, InventoryItems items) {
        this.client = client;
        this.items = items;
    }

    /** Puts the row into the part of the round where it belongs now. */
    void repair(StockRow row, StockUserError error, StockRound round) {
        switch (error.fault()) {
            case UNDER_WAY ->
                round.undecided(new ChannelException.Transient(
                        "the same stock change is still being carried out", UNDER_WAY_PAUSE, true, null));
            case PLATFORM ->
                round.undecided(new ChannelException.Transient(
                        "Shopify cannot change stock just now (" + error.code() + ")", null, false, null));
            case REQUEST ->
                round.undecided(new ChannelException.BrokenContract(
                        "Shopify refuses how stock is written (" + error.code() + "): " + error.message(), null));
            case KEY_USED_UP -> withNewKey(row, round);
            case NOT_STOCKED -> activate(row, error, round);
            case ITEM_GONE -> findAgain(row, error, round);
            case STALE, ROW -> round.decided(row, rejected(error));
        }
    }

    private static void withNewKey(StockRow row, StockRound round) {
        if (row.attempt() < MAX_KEYS) {
            round.again(row.withNewKey());
        } else {
            round.undecided(new ChannelException.Transient(
                    "Shopify failed on a stock change " + MAX_KEYS + " times", null, false, null));
        }
    }

    /** Once only: a location of a fulfilment service would be activated and lost again for ever. */
    private void activate(StockRow row, StockUserError error, StockRound round) {
        if (row.activated()) {
            round.decided(row, rejected(error));
            return;
        }
        Map<String, Object> values =
                Map.of("itemId", row.itemId(), "locationId", row.locationId(), "key", activationKey(row));
        Answer answer = client.call(ACTIVATE, values, ChannelClient.Purpose.WRITE);
        List<Object> refusals = ACTIVATION_ERRORS.list(answer.body());
        if (refusals.isEmpty()) {
            round.again(row.afterActivation());
        } else {
            round.decided(
                    row,
                    new WriteOutcome.Rejected("the item is not stocked at the location and cannot be: "
                            + MESSAGE.string(refusals.get(0))
                            + "; stock it there by hand or write to another location"));
        }
    }

    private void findAgain(StockRow row, StockUserError error, StockRound round) {
        String sku = row.command().sku();
        items.forget(sku);
        InventoryItems.Lookup found = items.find(List.of(sku)).get(sku);
        if (found.id() == null) {
            round.decided(row, new WriteOutcome.Rejected(found.problem()));
        } else if (found.id().equals(row.itemId())) {
            round.decided(row, rejected(error));
        } else {
            round.again(row.withItem(found.id()));
        }
    }

    private static WriteOutcome rejected(StockUserError error) {
        return new WriteOutcome.Rejected("Shopify refused it (" + error.code() + "): " + error.message());
    }

    private static String activationKey(StockRow row) {
        String name = "activate/" + row.itemId() + "/" + row.locationId() + "/"
                + row.command().pushId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
