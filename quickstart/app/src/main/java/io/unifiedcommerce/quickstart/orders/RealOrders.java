package io.unifiedcommerce.quickstart.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The data set: 28,492 real order lines of thirteen days, in the order in which they happened.
 *
 * <p>A line that moves no stocked goods is skipped for one {@link SkipReason} and counted; an invoice left without
 * lines is not played.
 */
public final class RealOrders {

    private static final String RESOURCE = "/data/online-retail-2010-12.tsv.gz";

    /** The retailer's products have five digits and perhaps a variant letter, or the prefix of a former partner. */
    private static final Pattern MERCHANDISE = Pattern.compile("\\d{5}[A-Z]*|DCGS\\d{4}");

    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<String, String> products = new TreeMap<>();
    private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    private int linesRead;

    private RealOrders() {}

    /** Reads the whole data set, about 2 MB of memory. */
    public static RealOrders load() {
        RealOrders orders = new RealOrders();
        try (InputStream file = RealOrders.class.getResourceAsStream(RESOURCE);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            orders.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read resource " + RESOURCE, e);
        }
        return orders;
    }

    private void read(BufferedReader reader) throws IOException {
        String[] header = null;
        List<InvoiceLine> lines = new ArrayList<>();
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            String[] field = text.split("\t", -1);
            switch (field[0]) {
                case "P" -> products.put(field[1], field[2]);
                case "I" -> {
                    add(header, lines);
                    header = field;
                    lines = new ArrayList<>();
                }
                case "L" -> line(kind(header), field).ifPresent(lines::add);
                default -> throw new IOException("Unknown record type " + field[0]);
            }
        }
        add(header, lines);
    }

    private void add(String[] header, List<InvoiceLine> lines) {
        if (!lines.isEmpty()) {
            Optional<String> customer = Optional.of(header[3]).filter(number -> !number.isEmpty());
            invoices.add(
                    new Invoice(header[1], kind(header), LocalDateTime.parse(header[2]), customer, header[4], lines));
        }
    }

    private static Invoice.Kind kind(String[] header) {
        return header[1].startsWith("C") ? Invoice.Kind.RETURN : Invoice.Kind.SALE;
    }

    private Optional<InvoiceLine> line(Invoice.Kind kind, String[] field) {
        linesRead++;
        int quantity = Integer.parseInt(field[2]);
        BigDecimal price = new BigDecimal(field[3]);
        Optional<SkipReason> reason = skipReason(kind, field[1], quantity, price);
        reason.ifPresent(why -> skipped.merge(why, 1, Integer::sum));
        return reason.isPresent()
                ? Optional.empty()
                : Optional.of(new InvoiceLine(field[1], Math.abs(quantity), price));
    }

    private static Optional<SkipReason> skipReason(Invoice.Kind kind, String sku, int quantity, BigDecimal price) {
        if (!MERCHANDISE.matcher(sku).matches()) {
            return Optional.of(SkipReason.NOT_MERCHANDISE);
        }
        if (price.signum() <= 0) {
            return Optional.of(SkipReason.NO_PRICE);
        }
        boolean rightDirection = kind == Invoice.Kind.SALE ? quantity > 0 : quantity < 0;
        return rightDirection ? Optional.empty() : Optional.of(SkipReason.WRONG_DIRECTION);
    }

    /** What is played, oldest first. */
    public Stream<Invoice> invoices() {
        return invoices.stream();
    }

    /** Name by SKU of every stock code in the data set, also of those whose lines are skipped; a name may be empty. */
    public Map<String, String> products() {
        return Collections.unmodifiableMap(products);
    }

    public int linesRead() {
        return linesRead;
    }

    /** Number of lines not played, by reason. */
    public Map<SkipReason, Integer> skippedLines() {
        return Collections.unmodifiableMap(skipped);
    }
}
