package io.unifiedcommerce.interaction.collect;

import io.unifiedcommerce.channel.event.ReceivedEvent;
import io.unifiedcommerce.channel.event.Reception;
import io.unifiedcommerce.interaction.collect.CollectMeter.Count;
import io.unifiedcommerce.sourcekit.BodyTooLargeException;
import io.unifiedcommerce.sourcekit.BoundedBody;
import io.unifiedcommerce.sourcekit.Ticket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers one request that brings events: judges its sender before its body is read, and answers 200 only when Kafka has all
 * that is kept of it. No thread waits with it. Nothing of a request is logged.
 */
public final class CollectHandler extends Handler.Abstract.NonBlocking {
    /** What pages can send without asking beforehand is among them: {@code sendBeacon} sends text/plain. */
    private static final Set<String> TYPES = Set.of("application/json", "text/plain", "text/json");

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int TOLD_REASONS = 20;

    private final CollectSettings settings;
    private final Routes routes;
    private final Proxies proxies;
    private final RateLimit limit;
    private final ContentReader content;
    private final Intake intake;
    private final CollectMeter meter;
    private final Clock clock;

    public CollectHandler(
            CollectSettings settings,
            Routes routes,
            Proxies proxies,
            RateLimit limit,
            Intake intake,
            CollectMeter meter,
            Clock clock) {
        this.settings = settings;
        this.routes = routes;
        this.proxies = proxies;
        this.limit = limit;
        this.content = new ContentReader(settings.maxBodyBytes());
        this.intake = intake;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Reply reply = new Reply(request, response, callback);
        Optional<Routes.Route> route = routes.find(Request.getPathInContext(request));
        if (route.isEmpty()) {
            meter.add(Count.REQUESTS_UNKNOWN, 1);
            reply.status(HttpStatus.NOT_FOUND_404);
        } else if (!allowed(route.get().site(), reply.origin())) {
            meter.add(Count.REQUESTS_FORBIDDEN, 1);
            reply.error(HttpStatus.FORBIDDEN_403, "the origin is not allowed");
        } else {
            reply.allowOrigin();
            admit(route.get(), request, reply);
        }
        return true;
    }

    private boolean allowed(Site site, String origin) {
        return origin == null ? !settings.originRequired() : site.origins().allow(origin);
    }

    private void admit(Routes.Route route, Request request, Reply reply) {
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            reply.preflight();
            return;
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            reply.methodNotAllowed();
            return;
        }
        IpAddress client = client(request);
        Duration wait = limit.ask(client.client());
        String packing = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        if (!wait.isZero()) {
            meter.add(Count.REQUESTS_LIMITED, 1);
            reply.later(HttpStatus.TOO_MANY_REQUESTS_429, wait);
        } else if (!isRead(request.getHeaders().get(HttpHeader.CONTENT_TYPE), packing)) {
            meter.add(Count.REQUESTS_MALFORMED, 1);
            reply.error(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "send application/json or text/plain, unpacked or by gzip");
        } else {
            Exchange exchange = new Exchange(route, request, reply, meter.open());
            if (meter.waiting() > settings.maxPending()) {
                again(exchange);
            } else {
                receive(exchange, client, packing != null);
            }
        }
    }

    private IpAddress client(Request request) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        IpAddress address = IpAddress.of(((InetSocketAddress) peer).getAddress());
        return proxies.client(address, request.getHeaders().getValuesList("X-Forwarded-For"));
    }

    private static boolean isRead(String type, String packing) {
        String plain =
                type == null ? "text/plain" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return TYPES.contains(plain) && (packing == null || packing.equalsIgnoreCase("gzip"));
    }

    private void receive(Exchange exchange, IpAddress client, boolean packed) {
        Request request = exchange.request();
        String agent = settings.userAgent() ? request.getHeaders().get(HttpHeader.USER_AGENT) : null;
        boolean optedOut = "1".equals(request.getHeaders().get("Sec-GPC"));
        BoundedBody.read(request, settings.maxBodyBytes()).whenComplete((body, failure) -> {
            try {
                if (failure != null) {
                    throw failure;
                }
                String call = exchange.route().call();
                judge(
                        exchange,
                        content.read(body, packed),
                        new Reception(clock.instant(), settings.clientIp().of(client), agent, call, optedOut));
            } catch (BodyTooLargeException e) {
                close(exchange, Count.REQUESTS_TOO_LARGE);
                exchange.reply().tooLarge(e.getMessage());
            } catch (ContentReader.MalformedException e) {
                close(exchange, Count.REQUESTS_MALFORMED);
                exchange.reply().error(HttpStatus.BAD_REQUEST_400, e.getMessage());
            } catch (Throwable e) {
                // The sender is gone, or there is a fault of ours, which Jetty tells.
                exchange.open().close();
                exchange.reply().failed(e);
            }
        });
    }

    private void judge(Exchange exchange, Object body, Reception reception) {
        Routes.Route route = exchange.route();
        int count = route.reader().count(body);
        if (count > settings.maxEvents()) {
            close(exchange, Count.REQUESTS_TOO_LARGE);
            exchange.reply().tooLarge("the body has " + count + " events; send at most " + settings.maxEvents());
            return;
        }
        List<ReceivedEvent> events = route.reader().read(body, reception);
        Ticket ticket = new Ticket(outcome -> {
            if (outcome == Ticket.Outcome.STORED) {
                exchange.open().close();
                stored(events, exchange.reply());
            } else {
                again(exchange);
            }
        });
        ticket.expireAfter(settings.ackTimeout(), exchange.request());
        if (!intake.take(route.site(), route.shape(), events, reception.at(), ticket)) {
            ticket.close(Ticket.Outcome.AGAIN);
        }
    }

    private void stored(List<ReceivedEvent> events, Reply reply) {
        List<Map<String, Object>> refused = new ArrayList<>();
        long dropped = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ReceivedEvent.Refused fault) {
                refused.add(Map.of("index", i, "reason", fault.reason()));
            } else if (events.get(i) instanceof ReceivedEvent.Dropped) {
                dropped++;
            }
        }
        long accepted = events.size() - refused.size() - dropped;
        meter.stored(accepted, refused.size());
        meter.add(Count.EVENTS_DROPPED, dropped);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("accepted", accepted);
        told.put("dropped", dropped);
        told.put("refused", refused.size());
        if (!refused.isEmpty()) {
            told.put("reasons", refused.subList(0, Math.min(refused.size(), TOLD_REASONS)));
        }
        reply.json(HttpStatus.OK_200, told);
    }

    private void close(Exchange exchange, Count count) {
        exchange.open().close();
        meter.add(count, 1);
    }

    private void again(Exchange exchange) {
        exchange.open().close();
        meter.postponed();
        exchange.reply().later(HttpStatus.SERVICE_UNAVAILABLE_503, AGAIN);
    }

    /** A request that is read or waits for Kafka. */
    private record Exchange(Routes.Route route, Request request, Reply reply, CollectMeter.Open open) {}
}
