/**
 * How a stream of changes is read from a platform: windows, pages, cursors, de-duplication, and positions from which
 * reading goes on after any crash. Nothing here knows of Connect's runtime; clock and transport are passed in.
 */
package io.unifiedcommerce.channel.read;
