package io.unifiedcommerce.channel.http;

import java.time.Duration;

/** Says what an answer's status means. */
final class Verdict {
    private Verdict() {}

    /** What is wrong with an answer; null when nothing is. */
    static ChannelException of(
            OutgoingRequest request, Exchange.Reply reply, Duration asked, boolean write, SoapFaults faults) {
        if (request.dialect() == OutgoingRequest.Dialect.SOAP) {
            ChannelException fault = faults.in(request.label(), reply, asked, write);
            if (fault != null) {
                return fault;
            }
        }
        if (!reply.successful()) {
            return ofStatus(request.label(), reply, asked, write);
        }
        if (reply.page()) {
            return new ChannelException.Transient(
                    request.label() + ": a web page instead of data, as during maintenance", asked, write, null);
        }
        return request.dialect() == OutgoingRequest.Dialect.GRAPHQL
                ? GraphqlErrors.in(request.label(), reply, asked, write)
                : null;
    }

    static ChannelException ofStatus(String label, Exchange.Reply reply, Duration asked, boolean write) {
        int status = reply.status();
        String told = label + ": status " + status;
        if (status == 429) {
            return new ChannelException.Transient(told + ", the rate limit is reached", asked, false, null);
        }
        if (status == 408 || status == 425) {
            return new ChannelException.Transient(told + ", the platform did not take the request", asked, false, null);
        }
        if (status >= 500 && status != 501) {
            return new ChannelException.Transient(told + ", the platform fails", asked, write, null);
        }
        // Firewalls in front of a platform refuse with a page of their own when they are overloaded or take us for a
        // robot.
        if (status == 403 && reply.page()) {
            return new ChannelException.Transient(told + " from a gateway, not from the platform", asked, false, null);
        }
        return switch (status) {
            case 401 -> new ChannelException.Unauthorized(told + ", the platform does not accept the credentials");
            case 402 -> new ChannelException.Forbidden(told + ", the store is frozen until it is paid for");
            case 403 -> new ChannelException.Forbidden(told + ", the credentials lack a permission that this needs");
            case 423 -> new ChannelException.Forbidden(told + ", the store is locked");
            case 404 ->
                new ChannelException.Rejected(
                        told + ", not found; if all requests say so, the store's address is wrong",
                        status,
                        reply.body());
            default ->
                new ChannelException.Rejected(
                        status < 400 ? told + ", a redirect; check the store's address" : told + ", refused",
                        status,
                        reply.body());
        };
    }

    /** What is wrong with an address that carries its own signature: no credentials of ours are concerned. */
    static ChannelException ofFile(String label, int status) {
        return status >= 500 || status == 408 || status == 429
                ? new ChannelException.Transient(label + ": status " + status, null, false, null)
                : new ChannelException.Rejected(
                        label + ": status " + status + ", the address is not or no longer good", status, null);
    }
}
