package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in a currency; the fake sells in the shop's currency only, so both sides of a MoneyBag are equal. */
record Money(BigDecimal amount, String currency) {
    static Money of(Order order, BigDecimal amount) {
        return new Money(amount, order.placed().currency());
    }

    /** Two decimals, half up. */
    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    static void wire(Wiring wiring) {
        wiring.type("MoneyV2", Money.class)
                .field("amount", money -> rounded(money.amount()))
                .field("currencyCode", Money::currency);
        wiring.type("MoneyBag", Money.class)
                .field("shopMoney", money -> money)
                .field("presentmentMoney", money -> money);
    }
}
