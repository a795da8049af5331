/** A shop's till, which writes its database exactly as uniCenta oPOS does. */
package io.unifiedcommerce.quickstart.till;
