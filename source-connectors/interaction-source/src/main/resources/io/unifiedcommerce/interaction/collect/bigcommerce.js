/*
 * Passes the events of BigCommerce's data layer (window.bodlEvents) to the snippet ucc.js, which must be on the page before.
 * What a store's theme does not emit is left out.
 */
(function (w) {
  'use strict';
  var layer = w.bodlEvents || {};

  function item(line, index) {
    return {
      sku: line.sku || undefined,
      product_id: line.product_id == null ? undefined : String(line.product_id),
      quantity: line.quantity || 1,
      price: line.purchase_price || line.sale_price || line.base_price || undefined,
      position: index + 1
    };
  }

  function on(group, name, type, more) {
    var source = layer[group];
    if (!source || typeof source[name] !== 'function') return;
    source[name](function (payload) {
      var fields = {
        items: (payload.line_items || []).map(item),
        currency: payload.currency,
        value: payload.cart_value || payload.checkout_value || payload.product_value
      };
      w.ucc.track(type, Object.assign(fields, more && more(payload)));
    });
  }

  function checkout(payload) {
    return {checkout_id: payload.checkout_id, order_id: payload.order_id == null ? undefined : String(payload.order_id)};
  }

  on('product', 'pageViewed', 'product_view');
  on('product', 'categoryViewed', 'product_list_view', function (payload) { return {page_type: 'category'}; });
  on('product', 'searchPerformed', 'search', function (payload) { return {search_query: payload.search_keyword}; });
  on('cart', 'viewed', 'cart_view', function (payload) { return {cart_id: payload.cart_id}; });
  on('cart', 'addItem', 'add_to_cart', function (payload) { return {cart_id: payload.cart_id}; });
  on('cart', 'removeItem', 'remove_from_cart', function (payload) { return {cart_id: payload.cart_id}; });
  on('checkout', 'checkoutBegin', 'checkout_started', checkout);
  on('checkout', 'paymentDetailsProvided', 'payment_info_added', checkout);
  on('checkout', 'orderPurchased', 'purchase', checkout);
  on('banner', 'viewed', 'promo_view');
})(window);
