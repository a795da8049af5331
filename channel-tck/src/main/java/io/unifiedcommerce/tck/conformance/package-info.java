/**
 * The tests that every channel folder must pass, built in or an integrator's own. They find the folders by themselves, and each
 * rule is a class of its own.
 */
package io.unifiedcommerce.tck.conformance;
