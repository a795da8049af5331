package io.unifiedcommerce.flink.inventory.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The order books and the ledger of one SKU as the job would run them. */
final class Brain {

    static final SkuKey KEY = new SkuKey("acme", "SKU-1");

    final LedgerConfig config;
    final LedgerState state;
    final Map<String, OrderState> orders;
    final List<Decision> decisions = new ArrayList<>();

    /** Everything it was ever told, and when. */
    final List<Input> inputs = new ArrayList<>();

    /** @param fact null for a wake-up */
    record Input(long now, String order, Object fact) {}

    private Brain(LedgerConfig config, LedgerState state, Map<String, OrderState> orders) {
        this.config = config;
        this.state = state;
        this.orders = orders;
    }

    static Brain knowingNothing(LedgerConfig config) {
        return new Brain(config, LedgerState.inMemory(), new HashMap<>());
    }

    void take(Input input, Consumer<Decision> out) {
        inputs.add(input);
        Consumer<Decision> carryOut = decision -> {
            decisions.add(decision);
            out.accept(decision);
        };
        if (input.fact() instanceof OrderFact fact) {
            OrderState known = orders.computeIfAbsent(input.order(), id -> new OrderState());
            new OrderBook(known, sku -> List.of())
                    .take(fact, input.now(), (sku, following) -> ledger().apply(following, input.now(), carryOut));
        } else if (input.fact() instanceof Fact fact) {
            ledger().apply(fact, input.now(), carryOut);
        } else {
            ledger().wake(input.now(), carryOut);
        }
    }

    void take(Input input) {
        take(input, decision -> {});
    }

    Map<String, LocationStock> stock() {
        return new CountedStock(config, state).byLocation();
    }

    List<Decision.Push> pushes() {
        return decisions.stream()
                .filter(Decision.Push.class::isInstance)
                .map(Decision.Push.class::cast)
                .toList();
    }

    /** What a restart would find: written and read back. */
    Brain restarted() {
        Map<String, OrderState> books = new HashMap<>();
        orders.forEach((order, book) -> books.put(order, copy(book, Codecs.ORDER_STATE)));
        LedgerState restored = new LedgerState(
                copy(state.sheet(), Codecs.SHEET),
                copy(state.lines(), Codecs.LINE),
                copy(state.settledLines(), Codecs.LINE),
                copy(state.movements(), Codecs.MOVEMENT),
                copy(state.reservations(), Codecs.RESERVATION));
        return new Brain(config, restored, books);
    }

    /** The whole state, comparable. */
    List<Object> snapshot() {
        Map<String, String> books = new TreeMap<>();
        orders.forEach((order, book) -> books.put(order, hex(book, Codecs.ORDER_STATE)));
        return List.of(
                hex(state.sheet(), Codecs.SHEET),
                books,
                facts(state.lines()),
                facts(state.settledLines()),
                facts(state.movements()),
                facts(state.reservations()));
    }

    static <V> Map<String, V> facts(FactStore<V> store) {
        return ((FactStore.InMemory<V>) store).facts();
    }

    private SkuLedger ledger() {
        return new SkuLedger(config, KEY, state);
    }

    private static <V> FactStore<V> copy(FactStore<V> store, Codec<V> codec) {
        FactStore<V> copy = FactStore.inMemory();
        facts(store).forEach((id, fact) -> copy.put(id, copy(fact, codec)));
        return copy;
    }

    static <T> T copy(T value, Codec<T> codec) {
        try {
            return codec.read(new DataInputStream(new ByteArrayInputStream(bytes(value, codec))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> String hex(T value, Codec<T> codec) {
        return HexFormat.of().formatHex(bytes(value, codec));
    }

    private static <T> byte[] bytes(T value, Codec<T> codec) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            codec.write(value, new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
