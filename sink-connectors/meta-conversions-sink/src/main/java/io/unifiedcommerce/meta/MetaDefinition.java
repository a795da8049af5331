package io.unifiedcommerce.meta;

import io.unifiedcommerce.channel.config.TransportKeys;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;

/** What the worker checks of a configuration, and what the reference says of its keys. */
final class MetaDefinition {
    private static final String META = "Meta";
    private static final String EVENTS = "Events";
    private static final String PRIVACY = "Privacy";
    private static final String SENDING = "Sending";

    /** For as long Meta knows an event by its id; what is sent later counts again. */
    private static final long TWO_DAYS = 172_800_000;

    /** Meta's own limit for events that did not happen in a shop. */
    private static final long SEVEN_DAYS = 604_800_000;

    private MetaDefinition() {}

    static ConfigDef make() {
        ConfigDef def = new ConfigDef();
        meta(def);
        events(def);
        privacy(def);
        sending(def);
        TransportKeys.define(def);
        return def;
    }

    private static void meta(ConfigDef def) {
        def.define(
                        MetaKeys.DATASET_ID,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        MetaRules.DATASET,
                        Importance.HIGH,
                        "The dataset, formerly pixel, that the events go to.",
                        META,
                        1,
                        Width.MEDIUM,
                        "Dataset")
                .define(
                        MetaKeys.ACCESS_TOKEN,
                        Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Importance.HIGH,
                        "Token of a system user with rights on the dataset. Nothing renews it here: prefer one that does not"
                                + " expire.",
                        META,
                        2,
                        Width.LONG,
                        "Access token")
                .define(
                        MetaKeys.APP_SECRET,
                        Type.PASSWORD,
                        null,
                        Importance.LOW,
                        "Secret of the app, where it requires proof (appsecret_proof).",
                        META,
                        3,
                        Width.LONG,
                        "App secret")
                .define(
                        MetaKeys.TEST_EVENT_CODE,
                        Type.STRING,
                        null,
                        Importance.MEDIUM,
                        "Code of the tab Test Events: events show there. They still count.",
                        META,
                        4,
                        Width.SHORT,
                        "Test event code")
                .define(
                        MetaKeys.API_VERSION,
                        Type.STRING,
                        "v26.0",
                        MetaRules.VERSION,
                        Importance.LOW,
                        "Version of the Graph API. One lives about two years.",
                        META,
                        5,
                        Width.SHORT,
                        "API version")
                .define(
                        MetaKeys.API_URL,
                        Type.STRING,
                        "https://graph.facebook.com",
                        MetaRules.ADDRESS,
                        Importance.LOW,
                        "Address of the Graph API, for a gateway in front of it.",
                        META,
                        6,
                        Width.LONG,
                        "API address");
    }

    private static void events(ConfigDef def) {
        def.define(
                        MetaKeys.EVENT_NAMES,
                        Type.LIST,
                        "page_view:PageView,search:Search,product_view:ViewContent,add_to_cart:AddToCart,"
                                + "checkout_started:InitiateCheckout,payment_info_added:AddPaymentInfo,"
                                + "add_to_wishlist:AddToWishlist,sign_up:CompleteRegistration",
                        MetaRules.EVENT_NAMES,
                        Importance.MEDIUM,
                        "Which interactions are sent, and as what. Purchases come from orders: leave purchase out where"
                                + " orders are read too.",
                        EVENTS,
                        1,
                        Width.LONG,
                        "Event names")
                .define(
                        MetaKeys.EVENT_SOURCE_URL,
                        Type.STRING,
                        null,
                        MetaRules.ADDRESS,
                        Importance.MEDIUM,
                        "Address of the shop, for orders that do not tell the page they began on. An order of a website"
                                + " without page or browser is sent as 'other', since Meta would refuse it.",
                        EVENTS,
                        2,
                        Width.LONG,
                        "Address of the shop")
                .define(
                        MetaKeys.VALUE,
                        Type.STRING,
                        MetaKeys.GRAND_TOTAL,
                        ValidString.in(MetaKeys.GRAND_TOTAL, MetaKeys.ITEMS_SUBTOTAL),
                        Importance.MEDIUM,
                        "Value of a purchase: with tax, shipping and discounts, or the items alone. Take what you report"
                                + " elsewhere.",
                        EVENTS,
                        3,
                        Width.SHORT,
                        "Value of a purchase")
                .define(
                        MetaKeys.CONTENT_ID,
                        Type.STRING,
                        MetaKeys.SKU,
                        ValidString.in(MetaKeys.SKU, MetaKeys.VARIANT_ID, MetaKeys.PRODUCT_ID),
                        Importance.MEDIUM,
                        "What your catalogue at Meta knows products by.",
                        EVENTS,
                        4,
                        Width.SHORT,
                        "Id of a product")
                .define(
                        MetaKeys.DEFAULT_COUNTRY,
                        Type.STRING,
                        null,
                        MetaRules.COUNTRY,
                        Importance.LOW,
                        "ISO 3166-1 country of people without an address, by which their phone numbers are read. Without it"
                                + " a national number is left out rather than guessed.",
                        EVENTS,
                        5,
                        Width.SHORT,
                        "Default country")
                .define(
                        MetaKeys.MAX_EVENT_AGE,
                        Type.LONG,
                        TWO_DAYS,
                        Range.between(1_000, SEVEN_DAYS),
                        Importance.MEDIUM,
                        "Older events are left out and counted. Meta recognises copies for 48 hours: with a longer time a"
                                + " replay, or an order that changes late, counts twice.",
                        EVENTS,
                        6,
                        Width.MEDIUM,
                        "Greatest age");
    }

    private static void privacy(ConfigDef def) {
        def.define(
                        MetaKeys.CONSENT_REQUIRED,
                        Type.BOOLEAN,
                        true,
                        Importance.HIGH,
                        "Send only what its person allowed: interactions with consent.ads, orders with the extension named"
                                + " below. Switch it off only where another legal basis holds for every record.",
                        PRIVACY,
                        1,
                        Width.SHORT,
                        "Consent required")
                .define(
                        MetaKeys.CONSENT_EXTENSION,
                        Type.STRING,
                        "consent.ads",
                        Importance.MEDIUM,
                        "Key in envelope.extensions of an order that says GRANTED or true. Orders tell no consent by"
                                + " themselves; what enriches them sets it.",
                        PRIVACY,
                        2,
                        Width.MEDIUM,
                        "Consent of orders")
                .define(
                        MetaKeys.LIMITED_DATA_USE,
                        Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Ask Meta for limited data use (LDU); Meta finds out for whom it applies.",
                        PRIVACY,
                        3,
                        Width.SHORT,
                        "Limited data use");
    }

    private static void sending(ConfigDef def) {
        def.define(
                        MetaKeys.BATCH_SIZE,
                        Type.INT,
                        500,
                        Range.between(1, 1_000),
                        Importance.MEDIUM,
                        "Most events in a request. Meta takes 1000. One wrong event has the whole request refused and sent"
                                + " again in halves.",
                        SENDING,
                        1,
                        Width.SHORT,
                        "Batch size")
                .define(
                        MetaKeys.RETRY_BACKOFF,
                        Type.LONG,
                        1_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Pause after Meta took nothing; it doubles with each further failure.",
                        SENDING,
                        2,
                        Width.SHORT,
                        "Retry backoff")
                .define(
                        MetaKeys.RETRY_BACKOFF_MAX,
                        Type.LONG,
                        60_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Longest pause. The task tries for ever: an outage needs no restart.",
                        SENDING,
                        3,
                        Width.SHORT,
                        "Longest retry backoff");
    }
}
