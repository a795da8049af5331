package io.unifiedcommerce.flink.inventory.core;

/** Forms of everything that is kept in state or sent between operators. */
public final class Codecs {

    public static final Codec<Fact> FACT = new FactCodec();
    public static final Codec<OrderFact> ORDER_FACT = new OrderFactCodec();
    public static final Codec<OrderState> ORDER_STATE = new OrderStateCodec();
    public static final Codec<Sheet> SHEET = new SheetCodec();
    public static final Codec<Line> LINE = new LineCodec();
    public static final Codec<Movement> MOVEMENT = new MovementCodec();
    public static final Codec<Reservation> RESERVATION = new ReservationCodec();
    public static final Codec<Fact.Part> PART = new PartCodec();

    private Codecs() {}
}
