package io.unifiedcommerce.channel.manifest;

/**
 * A SOAP call. The version is that of the envelope's namespace: 1.1 (http://schemas.xmlsoap.org/soap/envelope/) or 1.2
 * (http://www.w3.org/2003/05/soap-envelope).
 */
public record SoapSpec(
        @Setting("file in the channel's folder with the envelope as template, or ${option} for a file on each worker; "
                + "elements are sent in the order of the file")
        String envelope,

        @Setting(value = "what the call does, for the header SOAPAction", optional = true)
        String action) {

    /** The option that names the file; null when it is one of the folder. */
    public String option() {
        return envelope.startsWith("${") && envelope.endsWith("}")
                ? envelope.substring(2, envelope.length() - 1)
                : null;
    }
}
