package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.record.Path;
import java.util.List;

/**
 * What an inventory mutation complains of.
 *
 * @param row index of the row at fault in the request; -1 when none is named
 */
record StockUserError(String code, String message, int row) {
    private static final Path ERRORS = Path.parse("userErrors");
    private static final Path CODE = Path.parse("code");
    private static final Path MESSAGE = Path.parse("message");
    private static final Path FIELD = Path.parse("field");

    /** The errors of one mutation's payload, in its order. */
    static List<StockUserError> in(Object payload) {
        return ERRORS.list(payload).stream()
                .map(error -> new StockUserError(CODE.string(error), MESSAGE.string(error), index(error)))
                .toList();
    }

    /** Who can do something about it. */
    Fault fault() {
        return code == null
                ? Fault.ROW
                : switch (code) {
                    case "IDEMPOTENCY_CONCURRENT_REQUEST" -> Fault.UNDER_WAY;
                    case "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED" -> Fault.KEY_USED_UP;
                    case "SERVICE_UNAVAILABLE", "ADJUST_QUANTITIES_FAILED" -> Fault.PLATFORM;
                    case "ITEM_NOT_STOCKED_AT_LOCATION" -> Fault.NOT_STOCKED;
                    case "INVALID_INVENTORY_ITEM" -> Fault.ITEM_GONE;
                    case "CHANGE_FROM_QUANTITY_STALE", "COMPARE_QUANTITY_STALE" -> Fault.STALE;
                    case "INVALID_REASON",
                            "INVALID_NAME",
                            "INVALID_QUANTITY_NAME",
                            "INVALID_REFERENCE_DOCUMENT",
                            "INVALID_QUANTITY_DOCUMENT",
                            "INVALID_AVAILABLE_DOCUMENT",
                            "INVALID_LEDGER_DOCUMENT",
                            "INTERNAL_LEDGER_DOCUMENT",
                            "MAX_ONE_LEDGER_DOCUMENT",
                            "COMPARE_QUANTITY_REQUIRED" -> Fault.REQUEST;
                    default -> Fault.ROW;
                };
    }

    /** Who can do something about an error. */
    enum Fault {
        /** Nobody: the same request is being carried out; the same key will tell its result. */
        UNDER_WAY,
        /** We: the key belongs to an attempt that failed. */
        KEY_USED_UP,
        /** The platform: later. */
        PLATFORM,
        /** We: the item has to be activated at the location first. */
        NOT_STOCKED,
        /** We: the item was remembered for too long. */
        ITEM_GONE,
        /** The ledger: it expected another quantity. */
        STALE,
        /** The command. */
        ROW,
        /** This program: no row could succeed. */
        REQUEST
    }

    private static int index(Object error) {
        return FIELD.list(error).stream()
                .map(Object::toString)
                .filter(part -> part.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(-1);
    }
}
