/**
 * What a channel folder declares, as closed data: unknown keys are errors, all errors are reported at once, and the
 * result is read once and compiled, never interpreted per record.
 */
package io.unifiedcommerce.channel.manifest;
