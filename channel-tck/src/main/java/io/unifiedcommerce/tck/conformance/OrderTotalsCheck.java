package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.DynamicTest;

/** The amounts of an order add up as the model's documentation of its fields says. */
final class OrderTotalsCheck implements Check {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Override
    public String rule() {
        return "the amounts of every order add up";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.records().stream()
                .filter(SampleRecord::readable)
                .filter(record -> entity(subject, record) == Entity.ORDER)
                .filter(record -> Normalized.of(subject, record, record.value()) instanceof Normalized.Event)
                .map(record -> dynamicTest(record.toString(), () -> check(subject, record)));
    }

    private static Entity entity(Subject subject, SampleRecord record) {
        return subject.normalizer().plans().get(record.stream()).entity();
    }

    private static void check(Subject subject, SampleRecord record) {
        Normalized.Event event = (Normalized.Event) Normalized.of(subject, record, record.value());
        Findings findings = new Findings();
        findings.addAll(check(event.event().value()));
        findings.assertNone("The amounts do not add up.");
    }

    /** What does not add up; within a cent for each line, since platforms round each of them. */
    static List<String> check(Struct order) {
        Findings findings = new Findings();
        List<Struct> lines = structs(order, "lines");
        BigDecimal tolerance = CENT.multiply(BigDecimal.valueOf(Math.max(1, lines.size())));
        BigDecimal items = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            Struct line = lines.get(i);
            BigDecimal quantity = BigDecimal.valueOf(line.getInt64("quantity"));
            BigDecimal expected =
                    amount(line, "unit_price").multiply(quantity).subtract(amount(line, "discount_total"));
            compare(
                    findings,
                    "lines[" + i + "].line_total = quantity × unit_price − discount_total",
                    expected,
                    amount(line, "line_total"),
                    CENT.multiply(quantity.abs().max(BigDecimal.ONE)));
            items = items.add(amount(line, "line_total"));
        }
        compare(findings, "items_subtotal = Σ line_total", items, amount(order, "items_subtotal"), tolerance);
        BigDecimal total = items.add(amount(order, "shipping_total"))
                .add(amount(order, "fee_total"))
                .add(amount(order, "tip_total"))
                .add(order.getBoolean("prices_include_tax") ? BigDecimal.ZERO : amount(order, "tax_total"))
                .subtract(orderDiscounts(order));
        compare(
                findings,
                "grand_total = Σ line_total + shipping_total + fee_total + tip_total + tax_total unless prices include it"
                        + " − discounts of the order",
                total,
                amount(order, "grand_total"),
                tolerance);
        return findings.list();
    }

    private static BigDecimal orderDiscounts(Struct order) {
        return structs(order, "discounts").stream()
                .filter(discount -> !List.of("LINE", "SHIPPING").contains(discount.getString("target")))
                .map(discount -> amount(discount, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Not by {@code getArray}, which does not know the default of a list that the mapping left out. */
    @SuppressWarnings("unchecked")
    private static List<Struct> structs(Struct order, String field) {
        return (List<Struct>) order.get(field);
    }

    private static BigDecimal amount(Struct struct, String field) {
        Object value = struct.get(field);
        return value == null ? BigDecimal.ZERO : (BigDecimal) value;
    }

    private static void compare(
            Findings findings, String rule, BigDecimal expected, BigDecimal found, BigDecimal tolerance) {
        findings.require(
                expected.subtract(found).abs().compareTo(tolerance) <= 0,
                rule + ": " + expected.toPlainString() + ", but it is " + found.toPlainString());
    }
}
