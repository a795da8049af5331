package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Codec;
import io.unifiedcommerce.flink.inventory.core.Codecs;
import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.Line;
import io.unifiedcommerce.flink.inventory.core.Movement;
import io.unifiedcommerce.flink.inventory.core.OrderState;
import io.unifiedcommerce.flink.inventory.core.Reservation;
import io.unifiedcommerce.flink.inventory.core.Sheet;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a type is written in state and between operators. Every type of the job has one: Flink's own choices for unknown
 * types cannot be read by a later version of the class. State remembers its form by name, so a name never changes.
 */
final class Form<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    static final Form<IncomingEvent> INCOMING =
            new Form<>("incoming-event", IncomingEvent.class, new EventCodecs.Incoming(), true);
    static final Form<OutgoingEvent> OUTGOING =
            new Form<>("outgoing-event", OutgoingEvent.class, new EventCodecs.Outgoing(), true);
    static final Form<DeadLetter> DEAD_LETTER =
            new Form<>("dead-letter", DeadLetter.class, new EventCodecs.Letter(), true);
    static final Form<SkuFact> SKU_FACT = new Form<>("sku-fact", SkuFact.class, new EventCodecs.OfSku(), true);
    static final Form<OrderEvent> ORDER_EVENT =
            new Form<>("order-event", OrderEvent.class, new EventCodecs.OfOrder(), true);
    static final Form<Recipes> RECIPES = new Form<>("recipes", Recipes.class, new EventCodecs.OfRecipes(), true);
    static final Form<Fact> FACT = new Form<>("fact", Fact.class, Codecs.FACT, true);
    static final Form<OrderState> ORDER = new Form<>("order", OrderState.class, Codecs.ORDER_STATE, false);
    static final Form<Sheet> SHEET = new Form<>("sheet", Sheet.class, Codecs.SHEET, false);
    static final Form<Line> LINE = new Form<>("line", Line.class, Codecs.LINE, true);
    static final Form<Movement> MOVEMENT = new Form<>("movement", Movement.class, Codecs.MOVEMENT, true);
    static final Form<Reservation> RESERVATION = new Form<>("reservation", Reservation.class, Codecs.RESERVATION, true);

    private static final Map<String, Form<?>> BY_NAME = Stream.of(
                    INCOMING,
                    OUTGOING,
                    DEAD_LETTER,
                    SKU_FACT,
                    ORDER_EVENT,
                    RECIPES,
                    FACT,
                    ORDER,
                    SHEET,
                    LINE,
                    MOVEMENT,
                    RESERVATION)
            .collect(Collectors.toUnmodifiableMap(form -> form.name, Function.identity()));

    private final String name;
    private final transient Class<T> type;
    private final transient Codec<T> codec;
    private final transient boolean isImmutable;

    private Form(String name, Class<T> type, Codec<T> codec, boolean isImmutable) {
        this.name = name;
        this.type = type;
        this.codec = codec;
        this.isImmutable = isImmutable;
    }

    static Form<?> named(String name) {
        Form<?> form = BY_NAME.get(name);
        if (form == null) {
            throw new IllegalStateException("State is written in the form '" + name + "', known are "
                    + List.copyOf(BY_NAME.keySet()) + ": it comes from a newer version of the job");
        }
        return form;
    }

    String name() {
        return name;
    }

    Class<T> type() {
        return type;
    }

    Codec<T> codec() {
        return codec;
    }

    boolean isImmutable() {
        return isImmutable;
    }

    FormType<T> typeInformation() {
        return new FormType<>(this);
    }

    private Object readResolve() {
        return named(name);
    }
}
