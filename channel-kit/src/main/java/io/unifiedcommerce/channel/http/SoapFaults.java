package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.manifest.SoapFaultMeaning;
import io.unifiedcommerce.channel.record.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Says what SOAP faults mean: by the manifest where it knows their detail or code, else by the side that is to blame. */
final class SoapFaults {
    private static final Path FAULT = Path.parse("Fault");
    private static final List<Path> DETAILS =
            Stream.of("detail", "Detail").map(Path::parse).toList();
    private static final List<Path> CODES = Stream.of(
                    "Code.Subcode.Subcode.Value", "Code.Subcode.Value", "Code.Value", "faultcode")
            .map(Path::parse)
            .toList();
    private static final List<Path> REASONS = Stream.of(
                    "Reason.Text.#text", "Reason.Text", "faultstring.#text", "faultstring")
            .map(Path::parse)
            .toList();
    /** Codes of SOAP 1.1, section 4.4.1, and of SOAP 1.2, part 1, section 5.4.6. */
    private static final Map<String, SoapFaultMeaning> BY_THE_STANDARD = Map.of(
            "Client", SoapFaultMeaning.REJECTED,
            "Sender", SoapFaultMeaning.REJECTED,
            "Server", SoapFaultMeaning.TRANSIENT,
            "Receiver", SoapFaultMeaning.TRANSIENT,
            "VersionMismatch", SoapFaultMeaning.BROKEN,
            "MustUnderstand", SoapFaultMeaning.BROKEN,
            "DataEncodingUnknown", SoapFaultMeaning.BROKEN);

    private final Map<String, SoapFaultMeaning> ofThePlatform;

    SoapFaults(Map<String, SoapFaultMeaning> ofThePlatform) {
        this.ofThePlatform = Map.copyOf(ofThePlatform);
    }

    /** What is wrong with a SOAP answer; null when it is no fault. */
    ChannelException in(String label, Exchange.Reply reply, Duration asked, boolean write) {
        Object fault = FAULT.get(reply.body());
        if (fault == null) {
            return null;
        }
        List<String> names = names(fault);
        String told = label + ": fault " + String.join(", ", names);
        // The reason for which a write is refused may quote the customer that was to be written; its code does not.
        String reason = write ? null : first(REASONS, fault);
        String message = reason == null ? told : told + ": " + reason;
        return switch (meaning(names, reply.status())) {
            case REJECTED -> new ChannelException.Rejected(message, reply.status(), fault);
            case TRANSIENT -> new ChannelException.Transient(message, asked, write, null);
            case BUSY -> new ChannelException.Transient(message, asked, false, null);
            case UNAUTHORIZED -> new ChannelException.Unauthorized(message);
            case FORBIDDEN -> new ChannelException.Forbidden(message);
            case BROKEN -> new ChannelException.BrokenContract(message, null);
        };
    }

    private SoapFaultMeaning meaning(List<String> names, int status) {
        return Stream.of(ofThePlatform, BY_THE_STANDARD)
                .flatMap(meanings -> names.stream().map(meanings::get))
                .filter(Objects::nonNull)
                .findFirst()
                // A code of the platform's own: its status says at least which side fails.
                .orElse(status >= 500 ? SoapFaultMeaning.TRANSIENT : SoapFaultMeaning.REJECTED);
    }

    /** What a fault is called, the most precise first: elements of its detail, subcodes, codes. */
    private static List<String> names(Object fault) {
        List<String> names = new ArrayList<>();
        for (Path path : DETAILS) {
            if (path.get(fault) instanceof Map<?, ?> detail) {
                detail.keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> !name.startsWith("@") && !name.startsWith("#"))
                        .forEach(names::add);
            }
        }
        for (Path path : CODES) {
            Object code = path.get(fault);
            if (code instanceof String text) {
                // SOAP 1.1 puts a more precise code behind a dot.
                String local = text.substring(text.indexOf(':') + 1).strip();
                names.add(local);
                if (local.contains(".")) {
                    names.add(local.substring(0, local.indexOf('.')));
                }
            }
        }
        return names;
    }

    private static String first(List<Path> paths, Object fault) {
        return paths.stream()
                .map(path -> path.get(fault))
                .filter(String.class::isInstance)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }
}
