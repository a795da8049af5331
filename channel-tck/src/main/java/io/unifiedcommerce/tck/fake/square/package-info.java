/** A fake Square: Connect v2 as of 2026-08-19, over the shop in memory. */
package io.unifiedcommerce.tck.fake.square;
