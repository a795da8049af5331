package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.MarketingConsent;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CustomerWcfService: search by time of change, detail, and update of what is sent. */
final class Customers implements Service {
    /** Members of CustomerInputData, those of its base classes first. */
    private static final String INPUT =
            "ActivitySectorCode AddressData AlternateFirstName AlternateLastName BusinessAreaCode "
                    + "CpfCnpjCode EmailData FirstName IsCompany LastModificationDate LastName MunicipalRegistration OriginCode PhoneData "
                    + "PriceListCode RegionalRegistration RiskLevel SalesPerson2Id SalesPerson3Id SalesPersonId TitleId UserDefinedBooleans "
                    + "UserDefinedData UserDefinedDates UserDefinedTexts UserDefinedValues UsualStoreId ActivityCode Barcode BirthDateData "
                    + "CompanyIdNumber CompanyTitleId CurrencyId DirectMail FiscalId ItalianFiscalId LanguageId LongDescription NationalityId "
                    + "OptinAlternativeEmail OptinEmail OptinHomePhone OptinMobile OptinOfficePhone OptinPostal PassportNumber Sex ShortName "
                    + "UserFields VATSystem ValidAlternativeEmail ValidEmail ValidHomePhone ValidMobile ValidOfficePhone Closed "
                    + "InvoiceCustomerId IsProspect Notepad";

    private static final Path USER_FIELDS = Path.parse("UserField");

    private final Shop shop;
    private final CegidSettings settings;
    private final Map<Long, List<Object>> userFields = new ConcurrentHashMap<>();

    Customers(Shop shop, CegidSettings settings) {
        this.shop = shop;
        this.settings = settings;
    }

    List<Object> userFields(long customerId) {
        return userFields.getOrDefault(customerId, List.of());
    }

    @Override
    public String address() {
        return "CustomerWcfService.svc";
    }

    @Override
    public String actions() {
        return SoapXml.RETAIL + "/ICustomerWcfService/";
    }

    @Override
    public HttpAnswer call(String operation, Map<String, Object> request) {
        return switch (operation) {
            case "SearchCustomerIds" -> SoapXml.response(operation, search(request));
            case "GetCustomerDetail" -> SoapXml.response(operation, row(found(request)));
            case "UpdateCustomer" -> SoapXml.response(operation, update(request));
            default -> throw SoapFault.unknownAction(actions() + operation);
        };
    }

    private Object search(Map<String, Object> request) {
        Member search = Member.of(request, "searchData clientContext")
                .inner("searchData", "LastModificationDate MaxNumberOfCustomers");
        LocalDateTime since =
                LocalDateTime.parse(search.text("LastModificationDate").orElse("0001-01-01T00:00:00"));
        List<Map<String, Object>> rows = shop.customers().records().all().stream()
                .filter(customer -> !changed(customer).isBefore(since))
                .limit(search.text("MaxNumberOfCustomers")
                        .map(Integer::parseInt)
                        .orElse(100))
                .map(this::row)
                .toList();
        return rows.isEmpty() ? "" : Map.of("CustomerQueryData", rows);
    }

    private Customer found(Map<String, Object> request) {
        String id = Member.of(request, "customerId modifiedData clientContext").needed("customerId");
        return shop.customers()
                .records()
                .find(id.matches("\\d{1,18}") ? Long.parseLong(id) : -1)
                .orElseThrow(() -> SoapFault.business("Customer " + id + " does not exist"));
    }

    private String update(Map<String, Object> request) {
        Customer customer = found(request);
        Member data =
                Member.of(request, "customerId modifiedData clientContext").inner("modifiedData", INPUT);
        List<Object> fields = USER_FIELDS.list(data.get("UserFields"));
        fields.forEach(
                field -> Member.of(field, "BooleanValue DateValue Id ListElementValue NumberValue TextValue ValueType")
                        .needed("ValueType"));
        if (!fields.isEmpty()) {
            userFields.put(customer.id(), fields);
        }
        // A value that is sent replaces the old one; one that is not sent is left alone.
        shop.customers()
                .change(
                        customer.id(),
                        before -> before.described(before.profile()
                                .named(
                                        data.text("FirstName")
                                                .orElse(before.profile().firstName()),
                                        data.text("LastName")
                                                .orElse(before.profile().lastName()))));
        return Long.toString(customer.id());
    }

    private LocalDateTime changed(Customer customer) {
        return LocalDateTime.ofInstant(customer.updatedAt(), settings.zone());
    }

    private Map<String, Object> row(Customer customer) {
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, Object> email = new LinkedHashMap<>();
        email.put("Email", customer.profile().email());
        row.put("EmailData", email);
        row.put("FirstName", customer.profile().firstName());
        row.put("IsCompany", false);
        row.put("LastModificationDate", changed(customer).toString());
        row.put("LastName", customer.profile().lastName());
        row.put("OptinEmail", optin(customer.emailConsent()));
        row.put("OptinMobile", optin(customer.smsConsent()));
        List<Object> fields = userFields(customer.id());
        row.put("UserFields", fields.isEmpty() ? null : Map.of("UserField", fields));
        row.put("Closed", false);
        row.put("CustomerId", customer.id());
        row.put("LastDateUpdate", changed(customer).toString());
        return row;
    }

    private static String optin(MarketingConsent consent) {
        return switch (consent.state()) {
            case SUBSCRIBED -> "BrandOnly";
            case UNSUBSCRIBED -> "DoNotUse";
            default -> "AskCustomer";
        };
    }
}
