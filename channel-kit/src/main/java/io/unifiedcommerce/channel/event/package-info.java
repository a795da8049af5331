/** Events that senders post to us: the body of a request is parted into events, and each is judged by itself. */
package io.unifiedcommerce.channel.event;
