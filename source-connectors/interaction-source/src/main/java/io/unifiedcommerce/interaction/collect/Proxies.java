package io.unifiedcommerce.interaction.collect;

import java.util.ArrayList;
import java.util.List;

/**
 * Proxies that are believed when they tell for whom they ask, by {@code X-Forwarded-For}. Each proxy appends the address that
 * asked it; so the list is read from its end, and the first address that is no such proxy is the client. What stands before it
 * was written by the client.
 */
public final class Proxies {
    private record Network(IpAddress address, int bits) {
        private boolean has(IpAddress other) {
            return other.length() == address.length() && other.first(bits).equals(address);
        }
    }

    private final List<Network> networks = new ArrayList<>();

    /**
     * @param ranges addresses or networks, such as 10.0.0.0/8
     * @throws IllegalArgumentException for one that is neither
     */
    public Proxies(List<String> ranges) {
        for (String range : ranges) {
            String[] parts = range.split("/", 2);
            IpAddress address = IpAddress.parse(parts[0])
                    .orElseThrow(() -> new IllegalArgumentException("'" + range + "' is no address and no network"));
            int bits = parts.length == 1 ? address.length() : bits(parts[1], address.length(), range);
            networks.add(new Network(address.first(bits), bits));
        }
    }

    private static int bits(String text, int most, String range) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("'" + range + "' must end with a slash and 0 to " + most);
    }

    /**
     * The address of whoever asks.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of the header, in order
     */
    IpAddress client(IpAddress peer, List<String> forwardedFor) {
        IpAddress client = peer;
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .toList();
        for (int i = hops.size() - 1; i >= 0 && isProxy(client); i--) {
            var next = IpAddress.parse(hops.get(i));
            if (next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return client;
    }

    private boolean isProxy(IpAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }
}
