package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.util.Map;

/** One web service of the site. */
interface Service {

    /** Name of its address, such as {@code SaleDocumentService.svc}. */
    String address();

    /** What the SOAP action begins with. */
    String actions();

    /**
     * Carries out an operation.
     *
     * @param request content of the operation's element
     * @throws SoapFault when it is refused or there is no such operation
     */
    HttpAnswer call(String operation, Map<String, Object> request);
}
