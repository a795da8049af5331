package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** SaleDocumentService: headers by day, and documents by key. */
final class SaleDocuments implements Service {
    private final Shop shop;
    private final Documents documents;

    SaleDocuments(Shop shop, CegidSettings settings) {
        this.shop = shop;
        this.documents = new Documents(settings);
    }

    @Override
    public String address() {
        return "SaleDocumentService.svc";
    }

    @Override
    public String actions() {
        return SoapXml.RETAIL + "/ISaleDocumentService/";
    }

    @Override
    public HttpAnswer call(String operation, Map<String, Object> request) {
        return switch (operation) {
            case "HelloWorld" ->
                SoapXml.response(
                        operation, Member.of(request, "text clientContext").needed("text"));
            case "GetHeaderList" -> SoapXml.response(operation, Map.of("Headers", headers(request)));
            case "GetByKey" -> SoapXml.response(operation, document(request));
            default -> throw SoapFault.unknownAction(actions() + operation);
        };
    }

    private List<Document> all() {
        return shop.orders().records().all().stream()
                .flatMap(order -> documents.of(order).stream())
                .sorted(Comparator.comparing(Document::day).thenComparing(Document::number))
                .toList();
    }

    private Object headers(Map<String, Object> request) {
        Member search = Member.of(request, "searchRequest clientContext")
                .inner("searchRequest", "Active BeginDate CustomerId DocumentTypes EndDate Pager StoreIds");
        // An absent lower bound is the beginning of time for WCF, and an absent upper bound likewise.
        LocalDateTime begin = LocalDateTime.parse(search.text("BeginDate").orElse("0001-01-01T00:00:00"));
        LocalDateTime end = LocalDateTime.parse(search.text("EndDate").orElse("0001-01-01T00:00:00"));
        List<String> types = search.texts("DocumentTypes", "SaleDocumentType");
        List<String> stores = search.texts("StoreIds", "string");
        List<Map<String, Object>> found = Paging.of(search)
                .of(all().stream()
                        .filter(document -> !document.day().atStartOfDay().isBefore(begin))
                        .filter(document -> !document.day().atStartOfDay().isAfter(end))
                        .filter(document -> types.isEmpty() || types.contains(document.type()))
                        .filter(document -> stores.isEmpty() || stores.contains(document.stump()))
                        .toList())
                .stream()
                .map(Document::header)
                .toList();
        return found.isEmpty() ? "" : Map.of("Get_Header", found);
    }

    private Object document(Map<String, Object> request) {
        Member key = Member.of(request, "searchRequest clientContext")
                .inner("searchRequest", "Key")
                .inner("Key", "Number Stump Type");
        return all().stream()
                .filter(document -> document.number() == key.number("Number"))
                .filter(document -> document.stump().equals(key.needed("Stump")))
                .filter(document -> document.type().equals(key.needed("Type")))
                .findFirst()
                .orElseThrow(() -> SoapFault.business("The document does not exist"))
                .whole();
    }
}
