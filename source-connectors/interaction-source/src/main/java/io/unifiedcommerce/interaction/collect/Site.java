package io.unifiedcommerce.interaction.collect;

/**
 * A site or app that sends.
 *
 * @param instance channel instance that its records belong to
 * @param key stands in the path of its requests; everybody who visits the site can see it
 * @param origins what its browsers may say they come from
 */
public record Site(String instance, String key, Origins origins) {}
