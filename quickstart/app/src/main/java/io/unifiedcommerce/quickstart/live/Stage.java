package io.unifiedcommerce.quickstart.live;

import java.util.OptionalLong;

/**
 * How one stage of the loop stands.
 *
 * @param name on a page
 * @param word for it in a line
 * @param total since the start
 * @param perSecond over the last seconds
 * @param lag records that wait for the stage; empty where nothing can wait
 */
record Stage(String name, String word, long total, double perSecond, OptionalLong lag) {}
