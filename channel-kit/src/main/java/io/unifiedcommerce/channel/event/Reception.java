package io.unifiedcommerce.channel.event;

import java.time.Instant;

/**
 * What is known of a request besides its body.
 *
 * @param at clock of the connector
 * @param ip address of the sender's device, already shortened as configured; null when it is not kept
 * @param userAgent null when it is not told or not kept
 * @param call what follows the shape's name in the path of the request, such as {@code track}; null for nothing
 * @param optedOut whether the browser asks not to sell or share what it tells (Global Privacy Control, header
 *     {@code Sec-GPC: 1})
 */
public record Reception(Instant at, String ip, String userAgent, String call, boolean optedOut) {}
