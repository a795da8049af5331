package io.unifiedcommerce.tck.fake.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.Api;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersV2Test {
    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final FakeBigCommerce store =
            FakeBigCommerce.start(BigCommerceSettings.defaults().at(clock));
    private final Api api =
            new Api(store.baseUri(), Map.of("X-Auth-Token", "bc-access-token", "Accept", "application/json"));

    @BeforeEach
    void stockTees() {
        store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 100L));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Order buy(int units) {
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", units, new BigDecimal("29.90")));
        return ((OrderResult.Placed) store.shop().orders().place(draft)).order();
    }

    private static List<Long> ids(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("id").asLong())
                .toList();
    }

    @Test
    void answersAnEmptyListWith204AndNoBody() throws Exception {
        Api.Reply reply = api.get("/v2/orders");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void writesTimesAsRfc2822AndMoneyWithFourDecimals() throws Exception {
        buy(2);

        JsonNode order = api.get("/v2/orders").json().get(0);

        assertThat(order.path("date_modified").asText()).isEqualTo("Fri, 20 Nov 2026 15:00:00 +0000");
        assertThat(order.path("total_inc_tax").asText()).isEqualTo("59.8000");
        assertThat(order.path("total_tax").asText()).isEqualTo("9.9700");
        assertThat(order.path("status_id").asInt()).isEqualTo(OrderStates.AWAITING_FULFILLMENT);
        assertThat(order.path("products").path("resource").asText())
                .isEqualTo("/orders/" + order.path("id").asLong() + "/products");
    }

    @Test
    void filtersByModificationInBothTimeFormatsAndSortsByIt() throws Exception {
        Order first = buy(1);
        clock.advance(Duration.ofMinutes(1));
        Order second = buy(1);
        clock.advance(Duration.ofMinutes(1));
        store.shop().orders().fulfil(first.id(), Fulfilment.Tracking.NONE);

        String iso = "min_date_modified=2026-11-20T15:01:00Z";
        String rfc = "min_date_modified=Fri,%2020%20Nov%202026%2015:02:00%20%2B0000";

        assertThat(ids(api.get("/v2/orders?sort=date_modified:asc&" + iso).json()))
                .containsExactly(second.id(), first.id());
        assertThat(ids(api.get("/v2/orders?sort=date_modified:asc&" + rfc).json()))
                .containsExactly(first.id());
        assertThat(ids(api.get("/v2/orders?sort=date_modified:desc").json())).containsExactly(first.id(), second.id());
        assertThat(ids(api.get("/v2/orders?max_date_modified=2026-11-20T15:01:30Z")
                        .json()))
                .containsExactly(second.id());
    }

    @Test
    void walksIdRangesPageByPageUntilAnEmptyOne() throws Exception {
        List<Long> placed = List.of(buy(1).id(), buy(1).id(), buy(1).id());
        String range = "/v2/orders?sort=id:asc&limit=2&min_id=" + placed.get(0) + "&max_id=" + placed.get(2);

        assertThat(ids(api.get(range + "&page=1").json())).containsExactly(placed.get(0), placed.get(1));
        assertThat(ids(api.get(range + "&page=2").json())).containsExactly(placed.get(2));
        assertThat(api.get(range + "&page=3").status()).isEqualTo(204);
    }

    @Test
    void includesLinesInConsignmentsOnRequest() throws Exception {
        buy(3);

        JsonNode order = api.get("/v2/orders?include=consignments,consignments.line_items&consignment_structure=object")
                .json()
                .get(0);

        JsonNode line = order.at("/consignments/shipping/0/line_items/0");
        assertThat(line.path("sku").asText()).isEqualTo("TEE");
        assertThat(line.path("quantity").asInt()).isEqualTo(3);
        assertThat(line.path("price_inc_tax").asText()).isEqualTo("29.9000");
    }

    @Test
    void namesThePickupLocationOnlyInTheConsignment() throws Exception {
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 1, BigDecimal.TEN))
                .soldOn("pickup");
        store.shop().orders().place(draft);

        JsonNode order = api.get("/v2/orders?include=consignments.line_items&consignment_structure=object")
                .json()
                .get(0);

        assertThat(order.at("/consignments/pickups/0/location/id").asLong()).isEqualTo(1);
        assertThat(order.at("/consignments/shipping")).isEmpty();
    }

    @Test
    void showsShipmentsTransactionsAndRefundsOfAnOrder() throws Exception {
        Order order = buy(2);
        long line = order.lines().get(0).id();
        String shipment = "{\"items\":[{\"order_product_id\":" + line
                + ",\"quantity\":1}],\"tracking_number\":\"6A1\",\"tracking_carrier\":\"colissimo\"}";

        assertThat(api.send("POST", "/v2/orders/" + order.id() + "/shipments", shipment)
                        .status())
                .isEqualTo(201);
        clock.advance(Duration.ofHours(1));
        store.shop().orders().refund(order.id(), Map.of(line, 1), true, "size");

        JsonNode shown = api.get("/v2/orders/" + order.id()).json();
        assertThat(shown.path("status_id").asInt()).isEqualTo(OrderStates.PARTIALLY_REFUNDED);
        assertThat(shown.path("items_shipped").asInt()).isEqualTo(1);
        assertThat(shown.path("refunded_amount").asText()).isEqualTo("0.0000");
        assertThat(api.get("/v2/orders/" + order.id() + "/shipments")
                        .json()
                        .at("/0/tracking_number")
                        .asText())
                .isEqualTo("6A1");
        assertThat(api.get("/v3/orders/" + order.id() + "/transactions")
                        .json()
                        .at("/data/1/event")
                        .asText())
                .isEqualTo("refund");
        JsonNode refunds = api.get("/v3/orders/payment_actions/refunds?created:min=2026-11-20T15:30:00Z")
                .json();
        assertThat(refunds.at("/data/0/items/0/item_id").asLong()).isEqualTo(line);
        assertThat(refunds.at("/data/0/total_amount").decimalValue()).isEqualByComparingTo("29.90");
        assertThat(api.get("/v3/orders/payment_actions/refunds?created:min=2026-11-20T16:30:00Z")
                        .json()
                        .at("/meta/pagination/total")
                        .asInt())
                .isZero();
    }

    @Test
    void listsLagBehindWritesButReadsByIdDoNot() throws Exception {
        store.faults().listLag(Duration.ofSeconds(30));
        Order order = buy(1);

        assertThat(api.get("/v2/orders").status()).isEqualTo(204);
        assertThat(api.get("/v2/orders/" + order.id()).status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(30));
        assertThat(ids(api.get("/v2/orders").json())).containsExactly(order.id());
    }

    @Test
    void shiftsPagesWhenAnOrderChangesBetweenThem() throws Exception {
        List<Long> placed = List.of(buy(1).id(), buy(1).id(), buy(1).id());
        String list = "/v2/orders?sort=date_modified:asc&limit=2&min_date_modified=2026-11-20T15:00:00Z&page=";
        clock.advance(Duration.ofSeconds(5));
        store.faults()
                .afterNext(
                        Faults.path("/v2/orders"), () -> store.shop().orders().touch(placed.get(0)));

        assertThat(ids(api.get(list + 1).json())).containsExactly(placed.get(0), placed.get(1));
        assertThat(ids(api.get(list + 2).json()))
                .as("the third order moved to the first page and is missed by naive paging")
                .containsExactly(placed.get(0));
    }

    @Test
    void keepsWhatStaffOrAnAppWroteOnAnOrder() throws Exception {
        Order order = buy(1);

        api.send("PUT", "/v2/orders/" + order.id(), "{\"status_id\":10,\"external_order_id\":\"OMS-1\"}");

        JsonNode found = api.get("/v2/orders?external_order_id=OMS-1").json().get(0);
        assertThat(found.path("status").asText()).isEqualTo("Completed");
    }

    @Test
    void answersWithXmlWhenJsonIsNotAskedFor() throws Exception {
        buy(1);

        Api.Reply reply = new Api(store.baseUri(), Map.of("X-Auth-Token", "bc-access-token")).get("/v2/orders");

        assertThat(reply.header("Content-Type")).isEqualTo("application/xml");
    }
}
