/** The listener that takes a platform's notifications and answers them only when Kafka has what they tell. */
package io.unifiedcommerce.source.webhook;
