package io.unifiedcommerce.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.unifiedcommerce.channel.record.Path;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snippets in a real Chromium, which posts to a real task over the network of this machine; pages come from another origin.
 * Skipped where there is no Chromium.
 */
class BrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private java.nio.file.Path directory;

    private final Map<String, String> pages = new HashMap<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private HttpServer site;
    private TaskRun run;
    private Process browser;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        site.createContext("/", this::page);
        site.start();
        run = TaskRun.start(Map.of(
                "collector.sites",
                "shop-de=k1",
                "collector.origins",
                "http://127.0.0.1:" + site.getAddress().getPort() + ",null"));
    }

    @AfterEach
    void close() throws InterruptedException {
        if (browser != null) {
            browser.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        run.close();
        site.stop(0);
    }

    @Test
    void aVisitIsCollectedWithConsentAndWithoutRecognitionBefore() throws Exception {
        visit("/?utm_source=mail&gclid=gc-1", """
                ucc.pageView('home');
                ucc.consent({analytics: true, ads: false});
                ucc.identify('4711');
                ucc.productView({sku: 'JACKET-M', price: '79.90'}, 'EUR');
                ucc.addToCart({sku: 'JACKET-M', quantity: 2, price: '79.90'}, '159.80', 'EUR', {cart_id: 'c-1'});
                ucc.search('jacket', 3);
                ucc.checkout([{sku: 'JACKET-M', quantity: 2}], '159.80', 'EUR', {checkout_id: 'k-1', step: 1});
                ucc.purchase('1042', [{sku: 'JACKET-M', quantity: 2}], '159.80', 'EUR');
                """);
        List<Map<String, Object>> events = collected(7);
        assertThat(texts(events, "type"))
                .containsExactly(
                        "page_view",
                        "identify",
                        "product_view",
                        "add_to_cart",
                        "search",
                        "checkout_started",
                        "purchase");
        assertThat(events.get(0)).doesNotContainKeys("anonymous_id", "session_id");
        assertThat(texts(events.subList(1, 7), "anonymous_id"))
                .doesNotContainNull()
                .containsOnly(text(events.get(1), "anonymous_id"));
        assertThat(texts(events.subList(1, 7), "session_id"))
                .doesNotContainNull()
                .containsOnly(text(events.get(1), "session_id"));
        assertThat(texts(events.subList(1, 7), "customer_id")).containsOnly("4711");
        assertThat(text(events.get(3), "campaign.source")).isEqualTo("mail");
        assertThat(text(events.get(3), "campaign.click_id")).isEqualTo("gc-1");
        assertThat(text(events.get(3), "$received.user_agent")).contains("Chrome");
    }

    @Test
    void whatIsInTheQueueWhenThePageGoesIsSentByBeacon() throws Exception {
        pages.put("/next", "<html><body>gone</body></html>");
        visit("/", """
                ucc.consent({analytics: false});
                ucc.pageView('leaving');
                location.href = '/next';
                """);
        assertThat(texts(collected(1), "page_type")).containsExactly("leaving");
    }

    @Test
    void whatCouldNotBeSentIsSentByTheNextPageWithTheSameId() throws Exception {
        pages.put("/next", page("ucc.consent({analytics: true});"));
        run.refuseWhile(failing);
        failing.set(1);
        visit("/", """
                ucc.consent({analytics: true});
                ucc.pageView('first');
                setTimeout(() => { location.href = '/next'; }, 2500);
                """);
        await().atMost(PATIENCE).until(() -> run.turnedAway() > 0 && shown.contains("/next"));
        failing.set(0);
        assertThat(texts(collected(1), "page_type")).containsExactly("first");
    }

    @Test
    void aCollectorThatIsBusyIsAskedAgainUntilItHasEverything() throws Exception {
        run.refuseWhile(failing);
        failing.set(1);
        visit("/", """
                ucc.consent({analytics: true});
                for (let i = 0; i < 45; i++) ucc.track('page_view', {page_type: 'p' + i});
                """);
        await().atMost(PATIENCE).until(() -> run.turnedAway() > 0);
        failing.set(0);
        List<Map<String, Object>> events = collected(45);
        assertThat(texts(events, "id")).doesNotHaveDuplicates();
        assertThat(texts(events, "page_type")).contains("p0", "p44");
    }

    @Test
    void bigCommercesDataLayerIsPassedOn() throws Exception {
        visit("/", """
                const heard = {};
                window.bodlEvents = {
                  product: {pageViewed: (f) => { heard.viewed = f; }},
                  cart: {addItem: (f) => { heard.added = f; }},
                  checkout: {orderPurchased: (f) => { heard.bought = f; }}
                };
                ucc.consent({analytics: true});
                const glue = document.createElement('script');
                glue.src = '%s/bigcommerce.js';
                glue.onload = () => {
                  const line = {product_id: 77, sku: 'JACKET-M', quantity: 2, purchase_price: 79.9};
                  heard.viewed({currency: 'EUR', product_value: 79.9, line_items: [line]});
                  heard.added({currency: 'EUR', cart_id: 'c-1', cart_value: 159.8, line_items: [line]});
                  heard.bought({currency: 'EUR', order_id: 1042, cart_value: 159.8, line_items: [line]});
                };
                document.body.appendChild(glue);
                """.formatted(run.base()));
        List<Map<String, Object>> events = collected(3);
        assertThat(texts(events, "type")).containsExactly("product_view", "add_to_cart", "purchase");
        assertThat(text(events.get(1), "items[0].product_id")).isEqualTo("77");
        assertThat(text(events.get(2), "order_id")).isEqualTo("1042");
    }

    @Test
    void shopifysPixelSendsFromASandboxedFrame() throws Exception {
        String pixel = resource("shopify-pixel.js")
                .replace("https://events.shop.example/collect/<key>/shopify-pixel", run.base() + "/k1/shopify-pixel");
        pages.put("/pixel", """
                <html><body><script>
                const init = {customerPrivacy: {analyticsProcessingAllowed: false}, data: {customer: {id: '7'}}};
                let consented;
                const customerPrivacy = {subscribe: (name, f) => { consented = f; }};
                globalThis.customerPrivacy = customerPrivacy;
                let listener;
                const analytics = {subscribe: (name, f) => { listener = f; }};
                </script><script>%s</script><script>
                const event = (id) => ({id, name: 'checkout_completed', clientId: 'c-1', timestamp: new Date().toISOString(),
                  data: {checkout: {token: 'k-1', email: 'somebody@mail.example', totalPrice: {amount: 79.9}}}});
                listener(event('sh-1'));
                consented({customerPrivacy: {analyticsProcessingAllowed: true, marketingAllowed: true, saleOfDataAllowed: false}});
                setTimeout(() => listener(event('sh-2')), 500);
                </script></body></html>""".formatted(pixel));
        pages.put(
                "/",
                "<html><body><iframe sandbox=\"allow-scripts allow-forms\" src=\"/pixel\"></iframe></body></html>");
        browse("/");
        List<Map<String, Object>> events = collected(2);
        assertThat(text(events.get(0), "clientId")).as("before the consent").isNull();
        assertThat(text(events.get(1), "clientId")).isEqualTo("c-1");
        assertThat(text(events.get(1), "$received.consent.ads")).isEqualTo("false");
        assertThat(events.toString()).doesNotContain("somebody");
    }

    /** The wire size that the documentation tells. */
    @Test
    void theSnippetIsSmall() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(resource("ucc.js").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(3_000);
    }

    private void visit(String address, String script) throws IOException {
        pages.put("/", page(script));
        browse(address);
    }

    private String page(String script) {
        return "<html><body><script src=\"" + run.base() + "/ucc.js\" data-key=\"k1\"></script><script>" + script
                + "</script></body></html>";
    }

    private void browse(String address) throws IOException {
        Optional<java.nio.file.Path> chromium = Stream.of(
                        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(java.nio.file.Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "there is no Chromium on this machine");
        browser = new ProcessBuilder(
                        chromium.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "http://127.0.0.1:" + site.getAddress().getPort() + address)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("browser.log").toFile())
                .start();
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] page = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
        shown.add(path);
    }

    /** The events collected so far, once there are so many different ones; a copy counts once. */
    private List<Map<String, Object>> collected(int count) {
        await().atMost(PATIENCE).until(() -> distinct().size() >= count);
        assertThat(distinct()).hasSize(count);
        return distinct();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> distinct() {
        Map<Object, Map<String, Object>> byId = new LinkedHashMap<>();
        for (SourceRecord record : run.records()) {
            assertThat(record.topic()).startsWith("commerce.raw.web-interactions.");
            byId.putIfAbsent(record.key(), (Map<String, Object>) record.value());
        }
        return new ArrayList<>(byId.values());
    }

    private static String resource(String name) throws IOException {
        try (var in = BrowserTest.class.getResourceAsStream("collect/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(List<Map<String, Object>> events, String path) {
        return events.stream().map(event -> text(event, path)).toList();
    }

    private static String text(Map<String, Object> event, String path) {
        return Path.parse(path).string(event);
    }
}
