package io.unifiedcommerce.tck.fake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An XML schema of one service's shapes: the members of a class in their order, those of its base class first, none of them needed. */
final class CegidSchema {
    private static final String HEAD =
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\" targetNamespace=\"%s\"%s>";
    private static final String ARRAYS_NAMESPACE = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
    private static final String NAMESPACE = "http://www.cegid.fr/Retail/1.0";

    /** The schema of lists of texts, which WCF keeps in a namespace of its own. */
    static final String ARRAYS = HEAD.formatted(ARRAYS_NAMESPACE, "")
            + "<xs:complexType name=\"ArrayOfstring\"><xs:sequence><xs:element name=\"string\" type=\"xs:string\" minOccurs=\"0\""
            + " maxOccurs=\"unbounded\" nillable=\"true\"/></xs:sequence></xs:complexType></xs:schema>";

    private static final Map<String, String> SIMPLE = Map.of(
            "string", "xs:string",
            "boolean", "xs:boolean",
            "int", "xs:int",
            "float", "xs:decimal",
            "dateTime", "xs:dateTime",
            "ArrayOfstring", "a:ArrayOfstring");

    private final JsonNode service;
    private final StringBuilder text = new StringBuilder();

    CegidSchema(JsonNode service) {
        this.service = service;
    }

    String text() {
        text.append(HEAD.formatted(NAMESPACE, " xmlns:y=\"" + NAMESPACE + "\" xmlns:a=\"" + ARRAYS_NAMESPACE + "\""))
                .append("<xs:import namespace=\"" + ARRAYS_NAMESPACE + "\"/>");
        service.path("operations")
                .forEach(operation ->
                        text.append("<xs:element name=\"%1$s\" type=\"y:%1$s\"/>".formatted(operation.asText())));
        service.path("types").properties().forEach(type -> {
            if (!type.getKey().equals("ArrayOfstring")) {
                type(type.getKey(), type.getValue());
            }
        });
        service.path("enums").properties().forEach(type -> {
            text.append("<xs:simpleType name=\"%s\"><xs:restriction base=\"xs:string\">".formatted(type.getKey()));
            type.getValue().forEach(value -> text.append("<xs:enumeration value=\"%s\"/>".formatted(value.asText())));
            text.append("</xs:restriction></xs:simpleType>");
        });
        return text.append("</xs:schema>").toString();
    }

    private void type(String name, JsonNode members) {
        boolean derived = members.has("_extends");
        text.append("<xs:complexType name=\"%s\">".formatted(name));
        if (derived) {
            text.append("<xs:complexContent><xs:extension base=\"y:%s\">"
                    .formatted(members.path("_extends").asText()));
        }
        text.append("<xs:sequence>");
        members.properties().forEach(member -> {
            if (!member.getKey().startsWith("_")) {
                member(member.getKey(), member.getValue().asText());
            }
        });
        text.append("</xs:sequence>");
        if (derived) {
            text.append("</xs:extension></xs:complexContent>");
        }
        text.append("</xs:complexType>");
    }

    private void member(String name, String type) {
        boolean many = type.endsWith("*");
        String plain = many ? type.substring(0, type.length() - 1) : type;
        boolean known =
                service.path("types").has(plain) || service.path("enums").has(plain);
        String typed = SIMPLE.getOrDefault(plain, known ? "y:" + plain : "xs:anyType");
        text.append("<xs:element name=\"%s\" type=\"%s\" minOccurs=\"0\" maxOccurs=\"%s\" nillable=\"true\"/>"
                .formatted(name, typed, many ? "unbounded" : "1"));
    }
}
