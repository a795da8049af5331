package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.auth.GrantStoreException;
import io.unifiedcommerce.channel.auth.RefusedCredentialsException;
import io.unifiedcommerce.channel.auth.RequestSigner;
import io.unifiedcommerce.channel.auth.RequestSigners;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.quota.QuotaBudget;
import io.unifiedcommerce.channel.quota.QuotaGate;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a store through OkHttp. The JDK's own client is not used because its time-out ends with the headers: a body
 * that stalls would hang a task for ever.
 */
public final class OkHttpChannelClient implements ChannelClient {
    private static final Logger LOG = LoggerFactory.getLogger(OkHttpChannelClient.class);
    private static final long BYTES_PER_MIB = 1 << 20;

    private final Templates templates;
    private final RequestSigner signer;
    private final QuotaGate quota;
    private final Exchange exchange;
    private final ExpectedHeaders expectedHeaders;
    private final SoapFaults soapFaults;
    private final Retry retry;
    private final Clock clock;
    private final Pause pause;
    /** Null for none. */
    private final Duration coolDown;

    /**
     * Makes the client of one store; no request is sent. GraphQL documents and the trust store are read now.
     *
     * @param options option values by configuration key, secrets included
     * @param random spreads retries
     * @throws IllegalArgumentException when the options give no address or no credentials, or the trust store cannot be
     *     used
     * @throws io.unifiedcommerce.channel.manifest.ManifestException when a file of the folder is missing
     */
    public OkHttpChannelClient(
            ApiManifest manifest,
            ChannelFolder folder,
            Map<String, String> options,
            TransportSettings settings,
            Clock clock,
            Pause pause,
            RandomGenerator random) {
        this.templates = new Templates(manifest, folder, options);
        this.expectedHeaders = new ExpectedHeaders(manifest.http().expectedHeaders(), options);
        this.soapFaults = new SoapFaults(manifest.http().soapFaults());
        this.quota = new QuotaGate(QuotaBudget.of(manifest.quota()));
        this.exchange = new Exchange(settings, manifest.http().maxBodyMib() * BYTES_PER_MIB);
        this.retry = new Retry(new Backoff(random), clock, pause, settings.maxElapsed());
        this.signer =
                RequestSigners.choose(manifest.auth(), options, new FormTokenEndpoint(exchange, retry, clock), clock);
        this.clock = clock;
        this.pause = pause;
        this.coolDown = manifest.http().coolDown();
    }

    /** The client of one store in real time. */
    public static OkHttpChannelClient open(
            ApiManifest manifest, ChannelFolder folder, Map<String, String> options, TransportSettings settings) {
        return new OkHttpChannelClient(
                manifest, folder, options, settings, Clock.systemUTC(), Pause.real(), new Random());
    }

    @Override
    public Answer call(RequestSpec spec, Map<String, ?> values, Purpose purpose) {
        OutgoingRequest request = templates.render(spec, values);
        return retry.run(giveUpAt -> attempt(request, purpose, giveUpAt));
    }

    @Override
    public InputStream download(URI file) {
        return retry.run(giveUpAt -> exchange.open(file));
    }

    @Override
    public InputStream open(RequestSpec spec, Map<String, ?> values) {
        OutgoingRequest request = templates.render(spec, values);
        return retry.run(giveUpAt -> opened(request, giveUpAt));
    }

    @Override
    public double quotaHeadroom() {
        return quota.headroom(clock.instant());
    }

    @Override
    public void close() {
        pause.end();
        exchange.close();
    }

    private Answer attempt(OutgoingRequest request, Purpose purpose, Instant giveUpAt) {
        try {
            Map<String, String> credentials = credentials(request);
            Exchange.Reply reply = send(request, credentials, purpose, giveUpAt);
            if (reply.status() == 401 && signer.refused(credentials)) {
                reply = send(request, credentials(request), purpose, giveUpAt);
            }
            return answer(request, reply, purpose);
        } catch (RefusedCredentialsException e) {
            throw new ChannelException.Unauthorized(request.label() + ": " + e.getMessage());
        } catch (GrantStoreException e) {
            throw new ChannelException.Transient(request.label() + ": " + e.getMessage(), null, false, e);
        }
    }

    private InputStream opened(OutgoingRequest request, Instant giveUpAt) {
        try {
            Map<String, String> credentials = credentials(request);
            Exchange.Opened opened = open(request, credentials, giveUpAt);
            if (opened.refusal() != null && opened.refusal().status() == 401 && signer.refused(credentials)) {
                opened = open(request, credentials(request), giveUpAt);
            }
            if (opened.refusal() != null) {
                answer(request, opened.refusal(), Purpose.READ);
            }
            return opened.body();
        } catch (RefusedCredentialsException e) {
            throw new ChannelException.Unauthorized(request.label() + ": " + e.getMessage());
        }
    }

    private Exchange.Opened open(OutgoingRequest request, Map<String, String> credentials, Instant giveUpAt) {
        QuotaBudget.Ticket ticket = admission(request, Purpose.READ, giveUpAt);
        Exchange.Opened opened;
        try {
            opened = exchange.open(request, credentials);
        } catch (RuntimeException e) {
            quota.lost(ticket);
            throw e;
        }
        boolean refused = opened.refusal() != null && opened.refusal().status() == 429;
        quota.answered(ticket, new QuotaBudget.Reply(refused, opened.headers(), null), clock.instant());
        return opened;
    }

    private Map<String, String> credentials(OutgoingRequest request) {
        return signer.headersFor(new RequestSigner.UnsignedRequest(
                request.method(), request.url().toString(), request.body()));
    }

    private Exchange.Reply send(
            OutgoingRequest request, Map<String, String> credentials, Purpose purpose, Instant giveUpAt) {
        QuotaBudget.Ticket ticket = admission(request, purpose, giveUpAt);
        Exchange.Reply reply;
        try {
            reply = exchange.send(request, credentials, purpose == Purpose.WRITE);
        } catch (RuntimeException e) {
            quota.lost(ticket);
            throw e;
        }
        boolean refused = reply.status() == 429 || GraphqlErrors.throttled(reply.body());
        quota.answered(ticket, new QuotaBudget.Reply(refused, reply.headers(), reply.body()), clock.instant());
        return reply;
    }

    private QuotaBudget.Ticket admission(OutgoingRequest request, Purpose purpose, Instant giveUpAt) {
        QuotaBudget.Call call = new QuotaBudget.Call(request.label(), purpose == Purpose.WRITE);
        QuotaGate.Admission admission = quota.tryEnter(call, clock.instant());
        while (admission instanceof QuotaGate.Wait wait) {
            if (clock.instant().plus(wait.time()).isAfter(giveUpAt)) {
                throw new ChannelException.Transient(
                        request.label() + ": the quota is used up for longer than the call may take",
                        wait.time(),
                        false,
                        null);
            }
            retry.await(wait.time());
            admission = quota.tryEnter(call, clock.instant());
        }
        return ((QuotaGate.Admitted) admission).ticket();
    }

    private Answer answer(OutgoingRequest request, Exchange.Reply reply, Purpose purpose) {
        expectedHeaders.newlyBroken(reply.headers()).forEach(LOG::warn);
        Instant now = clock.instant();
        Duration told = RetryAfter.in(reply.headers(), now);
        Duration asked = told == null && reply.status() == 429 ? coolDown : told;
        if (asked != null && (reply.status() == 429 || reply.status() == 503)) {
            quota.holdUntil(now.plus(asked));
        }
        ChannelException failure = Verdict.of(request, reply, asked, purpose == Purpose.WRITE, soapFaults);
        if (failure != null) {
            throw failure;
        }
        return new Answer(reply.status(), reply.headers(), reply.body(), now);
    }
}
