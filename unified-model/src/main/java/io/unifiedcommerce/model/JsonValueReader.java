package io.unifiedcommerce.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the value at the parser's current token, which it leaves at the value's last token. */
@FunctionalInterface
interface JsonValueReader {

    Object read(JsonParser in) throws IOException;

    static JsonValueReader of(FieldType type, RecordType owner) {
        return switch (type.kind()) {
            case STRING -> JsonValueReader::text;
            case LONG -> JsonValueReader::wholeNumber;
            case DOUBLE -> JsonValueReader::number;
            case BOOLEAN -> JsonValueReader::truth;
            case AMOUNT -> JsonValueReader::amount;
            case INSTANT -> JsonValueReader::instant;
            case RECORD -> JsonRecordReader.of(owner.nested(type.schema()));
            case ARRAY -> array(of(type.element(), owner));
            case MAP -> map(of(type.element(), owner));
        };
    }

    static ModelException unexpected(String expected, JsonParser in) {
        JsonToken found = in.currentToken();
        return new ModelException("expected " + expected + ", found "
                + (found == null
                        ? "nothing"
                        : switch (found) {
                            case START_OBJECT -> "an object";
                            case START_ARRAY -> "an array";
                            case VALUE_STRING -> "text";
                            case VALUE_NUMBER_INT -> "a whole number";
                            case VALUE_NUMBER_FLOAT -> "a number with decimals";
                            case VALUE_TRUE, VALUE_FALSE -> "true or false";
                            case VALUE_NULL -> "null";
                            default -> "nothing";
                        }));
    }

    private static String text(JsonParser in) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw unexpected("text", in);
        }
        return in.getText();
    }

    private static Long wholeNumber(JsonParser in) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            throw unexpected("a whole number", in);
        }
        try {
            return in.getLongValue();
        } catch (InputCoercionException tooLarge) {
            throw new ModelException("whole number of more than 64 bits");
        }
    }

    private static Double number(JsonParser in) throws IOException {
        if (!in.currentToken().isNumeric()) {
            throw unexpected("a number", in);
        }
        double value = in.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw new ModelException("number too large");
        }
        return value;
    }

    private static Boolean truth(JsonParser in) throws IOException {
        if (!in.currentToken().isBoolean()) {
            throw unexpected("true or false", in);
        }
        return in.getBooleanValue();
    }

    private static BigDecimal amount(JsonParser in) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING) && !in.currentToken().isNumeric()) {
            throw unexpected("an amount as text, such as \"12.5000\"", in);
        }
        return Amounts.parse(in.getText());
    }

    private static Instant instant(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_STRING -> IsoInstants.parse(in.getText());
            case VALUE_NUMBER_INT -> IsoInstants.ofMillis(wholeNumber(in));
            default -> throw unexpected("an instant as text, such as \"2026-11-20T15:02:11.000Z\"", in);
        };
    }

    private static JsonValueReader array(JsonValueReader element) {
        return in -> {
            if (!in.isExpectedStartArrayToken()) {
                throw unexpected("an array", in);
            }
            List<Object> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                try {
                    elements.add(element.read(in));
                } catch (ModelException unfit) {
                    throw unfit.inElement(elements.size());
                }
            }
            return elements;
        };
    }

    private static JsonValueReader map(JsonValueReader element) {
        return in -> {
            if (!in.isExpectedStartObjectToken()) {
                throw unexpected("an object", in);
            }
            Map<String, Object> entries = new LinkedHashMap<>();
            for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
                in.nextToken();
                try {
                    entries.put(key, element.read(in));
                } catch (ModelException unfit) {
                    throw unfit.inField(key);
                }
            }
            return entries;
        };
    }
}
