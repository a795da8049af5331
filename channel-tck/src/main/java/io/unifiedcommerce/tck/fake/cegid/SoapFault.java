package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the form that WCF gives it. */
final class SoapFault extends RuntimeException {
    private final String code;
    private final String detail;

    /** @param detail name of the detail's element; null for none */
    private SoapFault(String code, String detail, String message) {
        super(message);
        this.code = code;
        this.detail = detail;
    }

    /** The data is refused. */
    static SoapFault business(String message) {
        return new SoapFault("s:Client", "BusinessFaultDetail", message);
    }

    /** The server failed. */
    static SoapFault exception() {
        return new SoapFault(
                "a:InternalServiceFault", "CbpExceptionDetail", "The server was unable to process the request");
    }

    static SoapFault busy() {
        return new SoapFault("a:ServerTooBusy", null, "The server is too busy");
    }

    static SoapFault accessDenied() {
        return new SoapFault("a:AccessDenied", null, "Access is denied.");
    }

    static SoapFault unknownAction(String action) {
        return new SoapFault(
                "a:ActionNotSupported", null, "The message with Action '" + action + "' cannot be processed");
    }

    HttpAnswer answer() {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("faultcode", code);
        fault.put("faultstring", getMessage());
        if (detail != null) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("Id", "CBR-0001");
            content.put("Message", getMessage());
            fault.put("detail", Map.of(detail, content));
        }
        return SoapXml.answer(500, Map.of("Fault", fault), SoapXml.ENVELOPE);
    }
}
