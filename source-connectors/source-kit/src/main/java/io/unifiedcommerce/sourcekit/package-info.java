/** What source connectors share: room between threads, acknowledgement once Kafka has a record, and an HTTP listener. */
package io.unifiedcommerce.sourcekit;
