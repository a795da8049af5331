/** Collects what visitors do, as browsers and servers post it. */
package io.unifiedcommerce.interaction;
