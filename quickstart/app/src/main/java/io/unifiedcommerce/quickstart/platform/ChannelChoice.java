package io.unifiedcommerce.quickstart.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which channels a run has.
 *
 * @param names of the channels, in the order in which they are shown
 */
public record ChannelChoice(List<String> names) {

    /** The till's channel. */
    public static final String TILL = "unicenta-opos";

    private static final String ALL = "all";
    private static final List<String> STANDARD = List.of("shopify", "bigcommerce", TILL);

    /** Channels of the project that nothing can be sold on here, with the reason. */
    private static final Map<String, String> NOT_PLAYED = Map.of(
            "oracle-retail",
            "it is read only, from a module that you publish, and no simulated one comes with the project");

    /** @throws IllegalArgumentException for a name that is not known, with those that are */
    public ChannelChoice {
        names = List.copyOf(new LinkedHashSet<>(names));
        List<String> known = known();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(refusal(name));
        });
    }

    /** Shopify, BigCommerce and the till. */
    public static ChannelChoice standard() {
        return new ChannelChoice(STANDARD);
    }

    /**
     * Reads a list of channel names.
     *
     * @param text names separated by commas, or {@code all}
     * @throws IllegalArgumentException for a name that is not known, with those that are
     */
    public static ChannelChoice parse(String text) {
        return new ChannelChoice(
                text.equals(ALL)
                        ? known()
                        : Stream.of(text.split(",")).map(String::trim).toList());
    }

    /** The platforms that are among them. */
    public List<ShopPlatform> shops() {
        Map<String, ShopPlatform> known =
                ShopPlatform.all().stream().collect(Collectors.toMap(ShopPlatform::channel, platform -> platform));
        return names.stream().filter(known::containsKey).map(known::get).toList();
    }

    /** Whether the till is among them. */
    public boolean till() {
        return names.contains(TILL);
    }

    /** As people call them. */
    public String titles() {
        return Stream.concat(shops().stream().map(ShopPlatform::title), till() ? Stream.of("a till") : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private static String refusal(String name) {
        String reason = NOT_PLAYED.containsKey(name)
                ? "'" + name + "' cannot be played: " + NOT_PLAYED.get(name)
                : "'" + name + "' is no channel";
        return reason + "; known are " + String.join(", ", known()) + " (the till) and " + ALL;
    }

    private static List<String> known() {
        return Stream.concat(ShopPlatform.all().stream().map(ShopPlatform::channel), Stream.of(TILL))
                .toList();
    }
}
