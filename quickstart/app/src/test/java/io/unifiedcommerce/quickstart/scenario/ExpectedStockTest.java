package io.unifiedcommerce.quickstart.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedStockTest {

    private static final Place STORE = Channels.TILL.place();

    private final ExpectedStock stock = new ExpectedStock();

    @Test
    void shopsShowBothPlacesAndTheTillItsOwn() {
        stock.came(Place.WAREHOUSE, Map.of("A", 10, "B", 3));
        stock.came(STORE, Map.of("A", 2, "B", 0));
        stock.sold(Place.WAREHOUSE, Map.of("A", 4));
        stock.sold(STORE, Map.of("A", 1));
        assertThat(stock.shownBy(Channels.SHOP_DE)).isEqualTo(Map.of("A", 7L, "B", 3L));
        assertThat(stock.shownBy(Channels.SHOP_US)).isEqualTo(Map.of("A", 7L, "B", 3L));
        assertThat(stock.shownBy(Channels.TILL)).isEqualTo(Map.of("A", 1L, "B", 0L));
    }

    @Test
    void onePlaceMakesUpForTheOther() {
        stock.came(Place.WAREHOUSE, Map.of("A", 2));
        stock.came(STORE, Map.of("A", 3));
        stock.sold(Place.WAREHOUSE, Map.of("A", 4));
        assertThat(stock.shownBy(Channels.SHOP_DE)).containsEntry("A", 1L);
        assertThat(stock.oversold()).isZero();
    }

    @Test
    void whatNobodyHasIsOversoldAndShownAsNothing() {
        stock.came(Place.WAREHOUSE, Map.of("A", 2, "B", 5));
        stock.sold(Place.WAREHOUSE, Map.of("A", 5));
        assertThat(stock.oversold()).isEqualTo(3);
        assertThat(stock.shownBy(Channels.SHOP_US)).containsEntry("A", 0L);
    }

    @Test
    void goodsThatComeBackEndAnOversale() {
        stock.sold(Place.WAREHOUSE, Map.of("A", 2));
        stock.came(Place.WAREHOUSE, Map.of("A", 3));
        assertThat(stock.oversold()).isZero();
        assertThat(stock.shownBy(Channels.SHOP_DE)).containsEntry("A", 1L);
    }
}
