package io.unifiedcommerce.channel.quota;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import io.unifiedcommerce.channel.record.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an answer tells of a bucket.
 *
 * @param available units that can be spent at once
 * @param capacity most units that can ever be available
 * @param perSecond units that become available each second
 * @param cost what the platform asked for this call; empty when all calls cost the same
 */
record BucketLevel(double available, double capacity, double perSecond, OptionalDouble cost) {

    /** Finds the figures in an answer. */
    @FunctionalInterface
    interface Reader {

        /** Empty when the answer tells nothing. */
        Optional<BucketLevel> read(QuotaBudget.Reply reply);

        /** A header {@code used/capacity}, such as {@code 32/40}. */
        static Reader ofHeader(QuotaSpec.LeakyBucketHeader spec) {
            String header = spec.header().toLowerCase(Locale.ROOT);
            return reply -> {
                String[] parts = reply.headers().getOrDefault(header, "").split("/", 2);
                OptionalDouble used = HeaderNumber.parse(parts[0]);
                OptionalDouble capacity = parts.length < 2 ? OptionalDouble.empty() : HeaderNumber.parse(parts[1]);
                return used.isEmpty() || capacity.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BucketLevel(
                                capacity.getAsDouble() - used.getAsDouble(),
                                capacity.getAsDouble(),
                                spec.leakPerSecond(),
                                OptionalDouble.empty()));
            };
        }

        /** {@code extensions.cost} of a GraphQL answer, as Shopify's Admin API gives it. */
        static Reader ofGraphqlCost() {
            Path cost = Path.parse("extensions.cost");
            Path available = Path.parse("throttleStatus.currentlyAvailable");
            Path capacity = Path.parse("throttleStatus.maximumAvailable");
            Path rate = Path.parse("throttleStatus.restoreRate");
            Path requested = Path.parse("requestedQueryCost");
            return reply -> {
                Object node = cost.get(reply.body());
                return available.get(node) instanceof Number left
                                && capacity.get(node) instanceof Number most
                                && rate.get(node) instanceof Number perSecond
                        ? Optional.of(new BucketLevel(
                                left.doubleValue(),
                                most.doubleValue(),
                                perSecond.doubleValue(),
                                requested.get(node) instanceof Number points
                                        ? OptionalDouble.of(points.doubleValue())
                                        : OptionalDouble.empty()))
                        : Optional.empty();
            };
        }
    }
}
