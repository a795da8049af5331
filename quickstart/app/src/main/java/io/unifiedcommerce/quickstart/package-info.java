/** The whole loop on one machine: real orders over three channels, from the packaged artefacts, proven at the end. */
package io.unifiedcommerce.quickstart;
