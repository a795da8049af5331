/*
 * Collects what a visitor does and posts it to a collector of Unified Commerce Connect.
 *
 *   <script src="https://events.shop.example/collect/ucc.js" data-key="k3Xw9" data-auto></script>
 *   <script>ucc.consent({analytics: true, ads: false}); ucc.productView({sku: 'JACKET-M', price: '79.90'}, 'EUR')</script>
 *
 * Nothing is stored on the device, and no visitor is recognised, until consent() allows analytics. An event stays in the queue
 * until the collector says that it has it; sent twice, it keeps its id.
 */
(function (w, d) {
  'use strict';
  var me = d.currentScript;
  var url = me.getAttribute('data-url') || me.src.replace(/[^/]*$/, '') + me.getAttribute('data-key') + '/ucc';
  var BATCH = 20, MOST = 500, VISIT = 18e5, DAY = 864e5, LONGEST = 3e5;
  var queue = [], allowed = {}, customer, campaign, timer, sending, failures = 0;

  function id() {
    var bytes = w.crypto.getRandomValues(new Uint8Array(16)), text = '';
    for (var i = 0; i < 16; i++) text += (bytes[i] + 256).toString(16).slice(1);
    return text;
  }

  // Browsers that forbid storage throw; then nothing is stored.
  function storage(use) {
    try { return use(w.localStorage); } catch (e) { return undefined; }
  }

  var own = 'ucc.q.' + id();

  function save() {
    storage(function (s) {
      if (allowed.analytics && queue.length) s.setItem(own, JSON.stringify(queue));
      else s.removeItem(own);
    });
  }

  // What earlier pages could not get acknowledged. Of a page that is still open it is sent twice, which does no harm.
  function adopt() {
    storage(function (s) {
      Object.keys(s).forEach(function (key) {
        if (key.indexOf('ucc.q.') === 0 && key !== own) {
          var left = JSON.parse(s.getItem(key) || '[]');
          s.removeItem(key);
          queue = left.filter(function (e) { return Date.parse(e.at) > Date.now() - DAY; }).concat(queue);
        }
      });
    });
  }

  function visitor(event) {
    storage(function (s) {
      var now = Date.now(), visit = (s.getItem('ucc.s') || '').split('|');
      var session = now - visit[1] < VISIT ? visit[0] : id();
      s.setItem('ucc.s', session + '|' + now);
      event.session_id = session;
      event.anonymous_id = s.getItem('ucc.a') || id();
      s.setItem('ucc.a', event.anonymous_id);
    });
    event.customer_id = customer;
  }

  function track(type, fields) {
    var event = {id: id(), type: type, at: new Date().toISOString(), url: w.location.href, referrer: d.referrer || undefined};
    event.screen = w.screen.width + 'x' + w.screen.height;
    event.consent = {analytics: allowed.analytics, ads: allowed.ads};
    event.campaign = campaign;
    if (allowed.analytics) visitor(event);
    for (var name in fields) event[name] = fields[name];
    queue.push(event);
    queue = queue.slice(-MOST);
    save();
    later(queue.length < BATCH ? 1000 : 0);
    return event.id;
  }

  function later(wait) {
    if (failures && timer) return;
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  }

  function body(events) {
    return JSON.stringify({sent_at: new Date().toISOString(), events: events});
  }

  function done(events) {
    queue = queue.filter(function (e) { return events.indexOf(e) < 0; });
    save();
  }

  function send() {
    timer = 0;
    if (sending || !queue.length) return;
    var events = queue.slice(0, BATCH);
    sending = true;
    // text/plain needs no question beforehand (CORS).
    w.fetch(url, {method: 'POST', body: body(events), headers: {'Content-Type': 'text/plain'}, credentials: 'omit'})
      .then(function (answer) {
        // What is refused for good is not sent again.
        var again = answer.status === 408 || answer.status === 429 || answer.status > 499;
        if (again) throw +answer.headers.get('Retry-After') || 0;
        failures = 0;
        done(events);
      })
      .catch(function (seconds) {
        failures++;
        var wait = Math.min(LONGEST, 1000 * Math.pow(2, failures)) * (0.5 + Math.random() / 2);
        sending = false;
        clearTimeout(timer);
        timer = setTimeout(send, Math.max(wait, 1000 * (seconds > 0 ? seconds : 0)));
      })
      .then(function () {
        sending = false;
        if (!failures && queue.length) later(0);
      });
  }

  // A page that goes cannot wait for an answer: what it sends now stays stored, for the next page to make sure of it.
  function leave() {
    for (var i = 0; i < queue.length && w.navigator.sendBeacon(url, body(queue.slice(i, i + BATCH))); i += BATCH);
    if (!allowed.analytics) queue = queue.slice(i);
  }

  function consent(said) {
    allowed = {analytics: said.analytics, ads: said.ads};
    if (allowed.analytics) adopt();
    else {
      storage(function (s) { s.removeItem('ucc.a'); s.removeItem('ucc.s'); });
      queue.forEach(function (e) { delete e.anonymous_id; delete e.session_id; delete e.customer_id; });
    }
    save();
    if (queue.length) later(1000);
  }

  function cart(type) {
    return function (items, value, currency, fields) {
      return track(type, Object.assign({items: [].concat(items), value: value, currency: currency}, fields));
    };
  }

  new URLSearchParams(w.location.search).forEach(function (value, name) {
    var part = /^utm_(source|medium|campaign|term|content)$/.exec(name);
    if (part || /^(gclid|fbclid|msclkid)$/.test(name)) (campaign = campaign || {})[part ? part[1] : 'click_id'] = value;
  });

  w.ucc = {
    track: track,
    consent: consent,
    identify: function (id) { customer = id; return track('identify'); },
    pageView: function (pageType) { return track('page_view', {page_type: pageType}); },
    productView: function (item, currency) { return track('product_view', {items: [item], value: item.price, currency: currency}); },
    addToCart: cart('add_to_cart'),
    removeFromCart: cart('remove_from_cart'),
    cartView: cart('cart_view'),
    checkout: cart('checkout_started'),
    purchase: function (order, items, value, currency) { return cart('purchase')(items, value, currency, {order_id: order}); },
    search: function (query, results) { return track('search', {search_query: query, results: results}); },
    flush: send
  };

  w.addEventListener('pagehide', leave);
  d.addEventListener('visibilitychange', function () { if (d.visibilityState === 'hidden') leave(); });
  if (me.hasAttribute('data-auto')) w.ucc.pageView();
})(window, document);
