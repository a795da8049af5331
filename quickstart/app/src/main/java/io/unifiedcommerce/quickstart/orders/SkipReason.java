package io.unifiedcommerce.quickstart.orders;

/** Why a line of the data set is not played: each names something that is not a sale or return of stocked goods. */
public enum SkipReason {
    /** Postage, fees, discounts, samples and manual entries: stock codes without the five digits of a product. */
    NOT_MERCHANDISE,
    /** Found, lost or broken stock is booked at price zero; so are the few gifts, which look the same. */
    NO_PRICE,
    /** Negative units outside a return, or positive units on one: neither a sale nor a return. */
    WRONG_DIRECTION
}
