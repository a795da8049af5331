/** Single-message transforms, predicates and the converter of the unified events. */
package io.unifiedcommerce.smt;
